import type { TFunction } from 'i18next';
import { parseTemplateLine, templateFaults } from '../../shared/letters/template.rules.ts';

/** What is typed about a case may not stand in the subject: it is the PDF's title and stands in lists. */
const OF_THE_CASE: ReadonlySet<string> = new Set(['concern', 'done', 'request']);

/** What keeps a template from being saved, by field, each in a sentence that names the wrong words. */
export function templateProblems(
  t: TFunction<'letters'>,
  template: { subject: string; body: string },
): { subject: string | null; body: string | null } {
  const problems: { subject: string | null; body: string | null } = { subject: null, body: null };
  const caseWord = parseTemplateLine(template.subject).find(
    (token) => token.kind === 'placeholder' && OF_THE_CASE.has(token.name),
  );
  if (caseWord?.kind === 'placeholder')
    problems.subject = t('problem.personInSubject', { name: `{{${caseWord.name}}}` });
  for (const fault of templateFaults(template)) {
    switch (fault.reason) {
      case 'subject-empty':
        problems.subject ??= t('problem.empty');
        break;
      case 'body-empty':
        problems.body ??= t('problem.empty');
        break;
      case 'person-in-subject':
        problems.subject ??= t('problem.personInSubject', { name: `{{${fault.name}}}` });
        break;
      case 'unknown-placeholder': {
        const field = template.subject.includes(fault.name) ? 'subject' : 'body';
        problems[field] ??= t('problem.unknown', { name: `{{${fault.name}}}` });
        break;
      }
      case 'stray-braces':
        problems[template.subject === fault.line ? 'subject' : 'body'] ??= t('problem.strayBraces');
        break;
    }
  }
  return problems;
}
