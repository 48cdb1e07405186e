import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useRight } from '../../access/session-store.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useStaffNames } from '../../queue/use-staff-names.ts';
import { orpc } from '../../rpc/client.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { LanguageName } from '../../ui/language-name.tsx';
import { Section } from '../../ui/section.tsx';
import { PlaceMark } from '../place-mark.tsx';
import { useAppointmentWords } from '../use-appointment-words.ts';
import { AppointmentActions } from './appointment-actions.tsx';
import type { SheetPart } from './appointment-sheet.tsx';
import { EventList } from './event-list.tsx';
import type { OneAppointment } from './one-appointment.ts';
import classes from './sheet.module.css';

interface AppointmentDetailsProps {
  one: OneAppointment;
  onPart: (part: SheetPart) => void;
  onClose: () => void;
}

/** What was agreed, who comes, what happened so far; beneath, what can be done. */
export function AppointmentDetails({ one, onPart, onClose }: AppointmentDetailsProps) {
  const { t } = useTranslation('appointments');
  const { topic } = useCatalogue();
  const formats = useFormats();
  const nameOf = useStaffNames();
  const { who } = useAppointmentWords();
  const interpreterName = useInterpreterName(one.appointment.interpreterId);
  const { appointment, participants, kit } = one;
  if (appointment.concealed)
    return (
      <Stack gap="sm">
        <Text>{t('sheet.concealed', { from: appointment.from, to: appointment.to })}</Text>
        <Text c="dimmed">{appointment.staffIds.map(nameOf).join(', ')}</Text>
      </Stack>
    );
  const facts: [string, React.ReactNode][] = [
    [t('field.status'), t(`status.${appointment.status}`)],
    [t('field.time'), t('sheet.length', { from: appointment.from, to: appointment.to, count: appointment.minutes })],
    [t('field.place'), <PlaceMark key="place" place={appointment.place} outpostName={appointment.outpostName} />],
    ...optional(
      appointment.travelMinutes > 0,
      t('time.travel'),
      t('sheet.minutes', { count: appointment.travelMinutes }),
    ),
    [t('time.with'), appointment.staffIds.map(nameOf).join(', ') || t('time.withAnybody')],
    ...optional(
      appointment.language !== null,
      t('field.language'),
      appointment.language !== null && <LanguageName id={appointment.language} />,
    ),
    ...optional(appointment.topics.length > 0, t('field.topics'), appointment.topics.map(topic).join(', ')),
    ...optional(interpreterName !== '', t('field.interpreter'), <Bdi>{interpreterName}</Bdi>),
    ...optional(appointment.partnerName !== null, t('field.partner'), <Bdi>{appointment.partnerName}</Bdi>),
    ...optional(appointment.reach !== '', t('field.reach'), <Bdi>{appointment.reach}</Bdi>),
    ...optional(appointment.note !== '', t('field.note'), <Bdi>{appointment.note}</Bdi>),
    ...optional(appointment.kind !== 'blocked', t('field.reminder'), t(`reminder.${appointment.reminder ?? 'none'}`)),
    ...optional(
      appointment.noShowReason !== null,
      t('field.reason'),
      appointment.noShowReason !== null && t(`reasons.${appointment.noShowReason}`),
    ),
    [t('field.requestedOn'), formats.date(appointment.requestedOn)],
    ...optional(appointment.kind !== 'blocked', t('field.number'), appointment.number),
  ];
  return (
    <Stack gap="md">
      <dl className={classes.facts}>
        {facts.map(([word, fact]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
      {appointment.kind !== 'blocked' && (
        <Section title={t('field.people')} level={3} raised={false} aside={<Text size="sm">{who(appointment)}</Text>}>
          <ul className={classes.people}>
            {participants.map(({ id, name }) => (
              <li key={id}>
                <Link href={`/people/${id}`} onClick={onClose} className={classes.link}>
                  <Bdi>{name}</Bdi>
                </Link>
              </li>
            ))}
            {appointment.unnamed > 0 && <li>{t('who.unnamed', { count: appointment.unnamed })}</li>}
          </ul>
        </Section>
      )}
      {kit.length > 0 && (
        <Section title={t('sheet.kit')} level={3} raised={false}>
          <Group gap="md" component="ul" className={classes.people}>
            {kit.map((thing) => (
              <li key={thing}>{thing}</li>
            ))}
          </Group>
        </Section>
      )}
      <EventList one={one} />
      <AppointmentActions one={one} onPart={onPart} />
    </Stack>
  );
}

function optional(isThere: boolean, word: string, fact: React.ReactNode): [string, React.ReactNode][] {
  return isThere ? [[word, fact]] : [];
}

/** The name of who interprets; empty where there is none, or for who may not see the list. */
function useInterpreterName(interpreterId: string | null): string {
  const mayRead = useRight('interpreters.write');
  const list = useQuery({
    ...orpc.interpreters.list.queryOptions({ input: {} }),
    enabled: mayRead && interpreterId !== null,
  });
  return list.data?.interpreters.find(({ id }) => id === interpreterId)?.name ?? '';
}
