import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../../shared/appointments/consulting-hours.rules.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useStaffNames } from '../../queue/use-staff-names.ts';
import { orpc } from '../../rpc/client.ts';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** How consulting hours are said in words, for cards, sheets and the history. */
export function useHoursWords() {
  const { t } = useTranslation('appointments');
  const { language, topic } = useCatalogue();
  const { date } = useFormats();
  const staffName = useStaffNames();
  const plan = useQuery(orpc.appointments.hours.queryOptions({ input: {} }));
  const outposts = plan.data?.outposts;
  const weekdays = useMemo(() => WEEKDAYS.map((day) => t(`hours.weekday.${day}`)), [t]);
  const place = useCallback(
    (of: Place, outpostId: string | null) => {
      const name = outposts?.find(({ id }) => id === outpostId)?.name;
      return name ? `${t('places.outpost')} ${name}` : t(`places.${of}`);
    },
    [outposts, t],
  );
  return {
    weekdays,
    /** Montag; the empty text for no weekday. */
    weekday: (number: number) => weekdays[number - 1] ?? '',
    /** 09:00–12:00 */
    span: ({ from, to }: { from: string; to: string }) => `${from}–${to}`,
    /** 24.12.2026 bis 31.12.2026; one day alone where it is the first and the last. */
    days: (from: LocalDate, to: LocalDate) =>
      from === to ? date(from) : t('hours.closures.fromTo', { from: date(from), to: date(to) }),
    place,
    languages: (ids: readonly string[] | null) =>
      ids === null ? t('hours.allLanguages') : ids.map(language).join(', '),
    topics: (ids: readonly string[] | null) => (ids === null ? t('hours.allTopics') : ids.map(topic).join(', ')),
    staff: (ids: readonly string[]) =>
      ids.length === 0 ? t('hours.whoever') : ids.map((id) => staffName(id)).join(', '),
    kind: ({ kind, slotMinutes }: { kind: 'open-door' | 'by-appointment'; slotMinutes: number }) =>
      kind === 'open-door' ? t('hours.kind.open-door') : t('hours.byAppointmentOf', { minutes: slotMinutes }),
    rhythm: (everyWeeks: number) =>
      everyWeeks === 1 ? t('hours.eachWeek') : t('hours.everyWeeks', { weeks: everyWeeks }),
  };
}
