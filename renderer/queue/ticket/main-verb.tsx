import { Button, Group } from '@mantine/core';
import { IconBellRinging, IconBolt, IconMessages, IconRepeat, IconUserCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../../shared/queue/queue.contract.ts';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import type { TicketActions } from './use-ticket-actions.ts';

interface MainVerbProps {
  ticket: TicketView;
  chosen: boolean;
  actions: TicketActions;
  /** Whether somebody waits for the quick lane. */
  quickWaits: boolean;
}

/** The verb of the ticket's state on F4, so that call, there, talk is F4 three times. Beside it at most one other way. */
export function MainVerb({ ticket, chosen, actions, quickWaits }: MainVerbProps) {
  const { t } = useTranslation('queue');
  const { pending } = actions;
  const startsAtOnce = (
    <Button
      variant="default"
      size="md"
      leftSection={<IconMessages size={20} aria-hidden />}
      disabled={pending}
      onClick={actions.start}
    >
      {t('verb.start')}
    </Button>
  );
  switch (ticket.state) {
    case 'waiting':
      return (
        <Group gap="sm">
          {/* Not chosen by hand: whoever is next at the moment of the key, should a colleague be quicker with this one. */}
          <KeyButton
            keys="F4"
            size="lg"
            leftSection={<IconBellRinging size={22} aria-hidden />}
            loading={pending}
            onClick={chosen ? actions.call : () => actions.callNext()}
          >
            {chosen ? t('verb.call', { label: ticket.label }) : t('verb.callNext')}
          </KeyButton>
          {chosen && startsAtOnce}
          {!chosen && quickWaits && (
            <KeyButton
              keys="shift+F4"
              size="md"
              variant="default"
              leftSection={<IconBolt size={20} aria-hidden />}
              disabled={pending}
              onClick={() => actions.callNext('quick')}
            >
              {t('verb.callNextQuick')}
            </KeyButton>
          )}
        </Group>
      );
    case 'called':
      return (
        <Group gap="sm">
          <KeyButton
            keys="F4"
            size="lg"
            leftSection={<IconUserCheck size={22} aria-hidden />}
            loading={pending}
            onClick={actions.appeared}
          >
            {t('verb.appeared')}
          </KeyButton>
          <KeyButton keys="F8" size="lg" variant="default" disabled={pending} onClick={actions.notAppeared}>
            {t('verb.notAppeared')}
          </KeyButton>
          {ticket.repeatsLeft > 0 && (
            <KeyButton
              keys="F9"
              size="lg"
              variant="default"
              leftSection={<IconRepeat size={20} aria-hidden />}
              disabled={pending}
              onClick={actions.recall}
            >
              {t('verb.recall', { count: ticket.repeatsLeft })}
            </KeyButton>
          )}
        </Group>
      );
    case 'appeared':
      return (
        <Group gap="sm">
          <KeyButton
            keys="F4"
            size="lg"
            leftSection={<IconMessages size={22} aria-hidden />}
            loading={pending}
            onClick={actions.start}
          >
            {t('verb.start')}
          </KeyButton>
        </Group>
      );
    case 'parked':
    case 'missed':
      return (
        <Group gap="sm">
          <KeyButton
            keys="F4"
            size="lg"
            leftSection={<IconBellRinging size={22} aria-hidden />}
            loading={pending}
            onClick={actions.call}
          >
            {t('verb.callAgain')}
          </KeyButton>
          {startsAtOnce}
        </Group>
      );
    default:
      return null;
  }
}
