import type { TFunction } from 'i18next';
import { german } from '../i18n/resources.ts';

type RecordName = keyof typeof german.export.record;
type FieldName = keyof typeof german.export.field;
type CodeName = keyof typeof german.export.code;

function isKnown<T extends object>(texts: T, name: string): name is Extract<keyof T, string> {
  return Object.hasOwn(texts, name);
}

/** A kind of record in words; a kind that is newer than these words by its own name. */
export function recordWord(t: TFunction<'export'>, record: string): string {
  if (!isKnown(german.export.record, record)) return record;
  const known: RecordName = record;
  return t(`record.${known}`);
}

/** A field of a record in words; a field that is newer than these words by its own name. */
export function fieldWord(t: TFunction<'export'>, field: string): string {
  if (!isKnown(german.export.field, field)) return field;
  const known: FieldName = field;
  return t(`field.${known}`);
}

/** Why the city rejected or holds a bundle, in words. */
export function codeWord(t: TFunction<'export'>, code: string): string {
  if (!isKnown(german.export.code, code)) return code;
  const known: CodeName = code;
  return t(`code.${known}`);
}
