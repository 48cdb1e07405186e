import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';
import { useStaffNames } from '../../queue/use-staff-names.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { Section } from '../../ui/section.tsx';
import type { OneAppointment } from './one-appointment.ts';
import classes from './sheet.module.css';

/** What happened to an appointment: what, when, by whom. */
export function EventList({ one }: { one: OneAppointment }) {
  const { t } = useTranslation('appointments');
  const formats = useFormats();
  const nameOf = useStaffNames();
  return (
    <Section title={t('sheet.history')} level={3} raised={false}>
      <ol className={classes.events}>
        {one.events.map(({ type, at, staffId }) => (
          <Text component="li" size="sm" key={`${at} ${type}`}>
            <span className={classes.eventTime}>
              {t('sheet.eventAt', { day: formats.instantDay(at), time: formats.time(at) })}
            </span>{' '}
            {t(`event.${type}`)} <Bdi c="dimmed">{nameOf(staffId)}</Bdi>
          </Text>
        ))}
      </ol>
    </Section>
  );
}
