import { Button, Group, Text } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCalendarEvent,
  IconHeartHandshake,
  IconPhone,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AttemptView, ServingStepView } from '../../shared/interpreters/interpreters.contract.ts';
import type { TicketView } from '../../shared/queue/queue.contract.ts';
import { useRight, useSession } from '../access/session-store.ts';
import { openBooking } from '../appointments/appointment-sheets.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { Bdi } from '../ui/bdi.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Section } from '../ui/section.tsx';
import classes from './serving-panel.module.css';
import { useStepWords } from './step-words.tsx';
import { useServing } from './use-serving.ts';

const ICONS: Readonly<Record<ServingStepView['kind'], TablerIcon>> = {
  tandem: IconUsers,
  volunteer: IconHeartHandshake,
  telephone: IconPhone,
  appointment: IconCalendarEvent,
};

const OUTCOMES = ['asked', 'could-not', 'came'] as const;

/**
 * Who can serve the ticket besides whoever sits here, step by step, each with its telephone number and one click for what
 * came of it. Not there where the person at this desk serves it anyway and nothing was tried.
 */
export function ServingPanel({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation('interpreters');
  const formats = useFormats();
  const session = useSession();
  const mayBook = useRight('appointments.work');
  const serving = useServing();
  const phoneOf = useInterpreterPhones();
  const wordsOf = useStepWords();
  const takeBack = useCommand(orpc.interpreters.takeBackAttempt);
  const record = useCommand(orpc.interpreters.recordAttempt);
  const one = serving.of(ticket.id);
  if (!one) return null;
  const { steps, next, attempts } = one;
  if (ticket.servableBy.includes(session.staffId) && attempts.length === 0) return null;
  const others = steps.filter((step) => !(step.kind === 'tandem' && step.staffId === session.staffId));
  const nameOf = (step: ServingStepView) =>
    step.kind === 'appointment' ? '' : serving.nameOf(step.kind === 'tandem' ? step.staffId : step.interpreterId);
  const tell = (step: ServingStepView, outcome: AttemptView['outcome']) => {
    const [what] = wordsOf(step, nameOf(step), null);
    const name = step.kind === 'appointment' ? what : nameOf(step);
    void record
      .run({
        ticketId: ticket.id,
        kind: step.kind,
        outcome,
        language: step.language,
        interpreterId: step.kind === 'volunteer' || step.kind === 'telephone' ? step.interpreterId : null,
        colleagueId: step.kind === 'tandem' ? step.staffId : null,
      })
      .then((done) => {
        if (!done) return;
        showNotice({
          kind: 'done',
          text: t(`serving.act.${outcome}`, { name }),
          action: { label: t('serving.takeBack'), run: () => void takeBack.run({ ticketId: ticket.id }) },
        });
      });
  };
  /** It is arranged once it is booked: with that language, from the day on that the step names. */
  const arrange = (step: Extract<ServingStepView, { kind: 'appointment' }>) =>
    openBooking({
      language: step.language,
      topics: ticket.topics,
      person: ticket.person,
      from: step.day,
      onBooked: () => tell(step, 'came'),
    });
  return (
    <Section title={t('serving.title')} level={3} raised={false}>
      {others.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('serving.none')}
        </Text>
      )}
      <ul className={classes.steps}>
        {others.map((step) => {
          const Icon = ICONS[step.kind];
          const [what, besides] = wordsOf(step, nameOf(step), ticket.genderWish);
          const phone = step.kind === 'volunteer' || step.kind === 'telephone' ? phoneOf(step.interpreterId) : '';
          return (
            <li
              key={`${step.kind} ${nameOf(step)} ${step.language}`}
              className={classes.step}
              data-next={isSame(step, next)}
            >
              <Icon size={20} aria-hidden />
              <div className={classes.words}>
                <Text className={classes.what ?? ''}>
                  <Bdi>{what}</Bdi>
                </Text>
                {(phone !== '' || besides.length > 0) && (
                  <Text size="sm" c="dimmed">
                    {[phone, ...besides].filter((part) => part !== '').join(' · ')}
                  </Text>
                )}
              </div>
              <Group gap={6} wrap="nowrap">
                {(step.kind === 'appointment' ? (['came'] as const) : OUTCOMES).map((outcome) => {
                  const word = step.kind === 'appointment' ? t('serving.arranged') : t(`serving.outcome.${outcome}`);
                  return (
                    <Button
                      key={outcome}
                      size="compact-sm"
                      variant={outcome === 'came' && isSame(step, next) ? 'light' : 'default'}
                      disabled={record.pending}
                      aria-label={`${what}: ${word}`}
                      onClick={() => (step.kind === 'appointment' && mayBook ? arrange(step) : tell(step, outcome))}
                    >
                      {word}
                    </Button>
                  );
                })}
              </Group>
            </li>
          );
        })}
      </ul>
      {attempts.length > 0 && (
        <Group justify="space-between" align="flex-end" gap="xs">
          <ul className={classes.tried} aria-label={t('serving.tried')}>
            {attempts.map((attempt) => (
              <Text component="li" size="sm" key={`${attempt.at} ${attempt.outcome} ${attempt.interpreterId}`}>
                {t('serving.triedLine', {
                  time: formats.time(attempt.at),
                  who:
                    attempt.kind === 'appointment'
                      ? t('kind.appointment')
                      : serving.nameOf(attempt.interpreterId ?? attempt.colleagueId) || t('serving.somebody'),
                  outcome:
                    attempt.kind === 'appointment' ? t('serving.arranged') : t(`serving.outcome.${attempt.outcome}`),
                })}
              </Text>
            ))}
          </ul>
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            disabled={takeBack.pending}
            onClick={() => void takeBack.run({ ticketId: ticket.id })}
          >
            {t('serving.takeBack')}
          </Button>
        </Group>
      )}
    </Section>
  );
}

function isSame(step: ServingStepView, next: ServingStepView | null): boolean {
  return JSON.stringify(step) === JSON.stringify(next);
}

/** Telephone numbers of those who interpret; empty for who may not see them. */
function useInterpreterPhones(): (id: string) => string {
  const mayRead = useRight('interpreters.write');
  const list = useQuery({ ...orpc.interpreters.list.queryOptions({ input: {} }), enabled: mayRead });
  return (id) => list.data?.interpreters.find((one) => one.id === id)?.phone ?? '';
}
