import { useTranslation } from 'react-i18next';
import type { DoorAnswer } from '../../shared/interpreters/interpreters.contract.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { useFormats } from '../i18n/formats.ts';

/** An answer for the staff, in one sentence: "mit Frau N. (Ehrenamt): heute bis 12:00, 4 davor: nicht sicher". */
export function useDoorWords() {
  const { t } = useTranslation('interpreters');
  const { language } = useCatalogue();
  const formats = useFormats();
  const verdict = ({ verdict: kind, range }: DoorAnswer): string =>
    kind === 'likely' && range
      ? t('door.verdict.likely', { from: range.fromMinutes, to: range.toMinutes })
      : t(`door.verdict.${kind === 'likely' ? 'not-certain' : kind}`);
  return {
    sentence: (answer: DoorAnswer): string => {
      if (answer.by === null) return verdict(answer);
      return t('door.sentence', {
        who: t(`door.by.${answer.by}`, { name: answer.name ?? '' }),
        when: answer.until === null ? t('door.when.today') : t('door.when.untilOnly', { time: answer.until }),
        ahead: [
          answer.ahead === 0 ? '' : t('door.ahead', { count: answer.ahead }),
          // Where it is likely the range is the verdict itself.
          answer.range === null || answer.verdict === 'likely' || answer.verdict === 'now'
            ? ''
            : t('door.range', { from: answer.range.fromMinutes, to: answer.range.toMinutes }),
        ].join(''),
        verdict: verdict(answer),
      });
    },
    next: ({ nextHours }: DoorAnswer): string =>
      nextHours
        ? t('door.next', { day: formats.shortDate(nextHours.day), from: nextHours.from, to: nextHours.to })
        : t('door.noNext'),
    partly: ({ partly }: DoorAnswer): string | null =>
      partly === null ? null : t('door.partly', { language: language(partly) }),
  };
}
