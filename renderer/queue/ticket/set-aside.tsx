import type { ButtonProps } from '@mantine/core';
import { IconArrowForwardUp, IconParking } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../../shared/queue/queue.contract.ts';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { ForwardSheet } from './forward-sheet.tsx';
import { ParkSheet } from './park-sheet.tsx';
import type { TicketActions } from './use-ticket-actions.ts';

interface SetAsideProps {
  ticket: TicketView;
  /** The office's time, milliseconds. */
  nowMs: number;
  actions: Pick<TicketActions, 'pending' | 'park' | 'forward'>;
  /** What is possible now. */
  park: boolean;
  forward: boolean;
  /** How the buttons look. */
  look?: ButtonProps;
}

/** The two ways in which somebody is set aside for now, each with its sheet. */
export function SetAside({ ticket, nowMs, actions, park, forward, look }: SetAsideProps) {
  const { t } = useTranslation('queue');
  const [sheet, setSheet] = useState<'park' | 'forward' | null>(null);
  const close = () => setSheet(null);
  return (
    <>
      {park && (
        <KeyButton
          keys="F7"
          variant="default"
          leftSection={<IconParking size={18} aria-hidden />}
          disabled={actions.pending}
          onClick={() => setSheet('park')}
          {...look}
        >
          {t('verb.park')}
        </KeyButton>
      )}
      {forward && (
        <KeyButton
          keys="shift+F7"
          variant="default"
          leftSection={<IconArrowForwardUp size={18} aria-hidden />}
          disabled={actions.pending}
          onClick={() => setSheet('forward')}
          {...look}
        >
          {t('verb.forward')}
        </KeyButton>
      )}
      {sheet === 'park' && <ParkSheet label={ticket.label} nowMs={nowMs} onPark={actions.park} onClose={close} />}
      {sheet === 'forward' && <ForwardSheet ticket={ticket} onForward={actions.forward} onClose={close} />}
    </>
  );
}
