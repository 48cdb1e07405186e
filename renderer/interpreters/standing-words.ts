import { useTranslation } from 'react-i18next';
import type { InterpreterView } from '../../shared/interpreters/interpreters.contract.ts';
import { weekdayOf } from '../../shared/interpreters/on-call.rules.ts';
import { localDateOf, localTimeOf } from '../../shared/kernel/instants.ts';
import { useFormats } from '../i18n/formats.ts';

type Standing = Pick<InterpreterView, 'kind' | 'hours' | 'awayUntil' | 'today' | 'onCall'>;

/** Where somebody stands now: on call until when, later today, away, not today. */
export function useStandingWords(): (interpreter: Standing, now: string) => string {
  const { t } = useTranslation('interpreters');
  const formats = useFormats();
  return ({ kind, hours, awayUntil, today, onCall }, now) => {
    if (onCall) {
      if (onCall.until !== null) return t('onCall.until', { time: onCall.until });
      return kind === 'telephone' && today === null ? t('onCall.always') : t('onCall.open');
    }
    const day = localDateOf(now);
    if (awayUntil !== null && awayUntil >= day) return t('onCall.away', { date: formats.shortDate(awayUntil) });
    const later = hours.find(({ weekday, from }) => weekday === weekdayOf(day) && from > localTimeOf(now));
    return today === null && later ? t('onCall.later', { time: later.from }) : t('onCall.not');
  };
}
