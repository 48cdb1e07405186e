import referral from '../../resources/letters/referral.json' with { type: 'json' };
import type { LetterTemplateText } from './template.rules.ts';

/** A template of the central part; an office may store newer versions of its own. */
export interface CentralTemplate extends LetterTemplateText {
  id: string;
  version: number;
  name: { de: string; en: string };
}

function centralTemplate(file: typeof referral): CentralTemplate {
  return { ...file, body: file.body.join('\n') };
}

/** The templates that every office starts with. */
export const centralTemplates: readonly CentralTemplate[] = [centralTemplate(referral)];
