import { useTranslation } from 'react-i18next';
import type { AppointmentView } from '../../shared/appointments/appointment-view.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';

type Named = Pick<
  AppointmentView,
  'kind' | 'concealed' | 'people' | 'peopleCount' | 'unnamed' | 'seats' | 'partnerName' | 'note'
>;

/** Appointments in words. Who takes part in a group is never named outside its own sheet. */
export function useAppointmentWords() {
  const { t } = useTranslation('appointments');
  const { language, topic } = useCatalogue();
  const who = (appointment: Named): string => {
    const { kind, concealed, people, peopleCount, unnamed, seats, partnerName, note } = appointment;
    if (kind === 'group') return t('who.group', { taken: peopleCount + unnamed, seats });
    if (kind === 'blocked')
      return concealed
        ? t('kinds.blocked')
        : partnerName
          ? t('who.keptFor', { partner: partnerName })
          : note || t('who.kept');
    const [first] = people;
    if (!first) return unnamed > 1 ? t('who.unnamed', { count: unnamed }) : t('who.anonymous');
    const more = peopleCount + unnamed - 1;
    return more > 0 ? t('who.andMore', { name: first.name, count: more }) : first.name;
  };
  /** Language and topics, as far as they are said. */
  const matter = (appointment: Pick<AppointmentView, 'language' | 'topics'>): string =>
    [...(appointment.language === null ? [] : [language(appointment.language)]), ...appointment.topics.map(topic)].join(
      ' · ',
    );
  return { who, matter };
}
