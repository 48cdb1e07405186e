import { expect, test } from 'vitest';
import { fieldsOf, REPORT_RECORDS } from '../../shared/bundle/records/report-records.ts';
import { RECEIPT_CODES } from '../../shared/bundle/verdicts.ts';
import { german } from '../i18n/resources.ts';

test('everything that leaves has a word that both employers understand', () => {
  expect(REPORT_RECORDS.filter((record) => !Object.hasOwn(german.export.record, record))).toEqual([]);
  const fields = new Set(REPORT_RECORDS.flatMap(fieldsOf));
  expect([...fields].filter((field) => !Object.hasOwn(german.export.field, field))).toEqual([]);
});

test('every code of a receipt has words', () => {
  expect(RECEIPT_CODES.filter((code) => !Object.hasOwn(german.export.code, code))).toEqual([]);
});
