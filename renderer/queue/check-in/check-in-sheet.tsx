import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../../shared/queue/queue.contract.ts';
import { keptFor } from '../../access/kept-entry.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { showUndoable } from '../../ui/notices/notice-store.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { useUndoTicket } from '../ticket/use-undo-ticket.ts';
import { CheckInForm } from './check-in-form.tsx';
import { type CheckInEntry, checkInOf, EMPTY_ENTRY, entryOf } from './entry.ts';
import { Issued } from './issued.tsx';

interface CheckInSheetProps {
  onClose: () => void;
  onCorrect: (ticketId: string) => void;
}

/** What was half typed when the screen locked itself; only the same person gets it back. */
const kept = keptFor<CheckInEntry>();

/** Whether this person left a half-typed check-in: then the sheet opens again. */
export function hasKeptCheckIn(): boolean {
  return kept.take() !== null;
}

/** F2: language, topic, Enter, number. The number stays until the next person or Esc. */
export function CheckInSheet({ onClose, onCorrect }: CheckInSheetProps) {
  const { t } = useTranslation('queue');
  const [entry, setNow] = useState(() => kept.take() ?? EMPTY_ENTRY);
  const setEntry = (next: CheckInEntry) => {
    setNow(next);
    kept.keep(next);
  };
  const [issued, setIssued] = useState<{ ticketId: string; label: string; spoken: string } | null>(null);
  const undoTicket = useUndoTicket();
  const checkIn = useCommand(orpc.queue.checkIn, {
    onDone: (ticket) => {
      kept.keep(null);
      setIssued({ ticketId: ticket.ticketId, label: ticket.label, spoken: entry.spoken ?? 'de' });
      showUndoable(
        {
          text: t('checkIn.issuedNotice', { label: ticket.label }),
          undo: () => undoTicket(ticket.ticketId, 'issued'),
        },
        { label: t('checkIn.correct'), run: () => onCorrect(ticket.ticketId) },
      );
    },
  });
  const submit = (complete: CheckInEntry) => {
    const input = checkInOf(complete);
    if (!input || checkIn.pending) return;
    kept.keep(complete);
    // The form is drawn anew only when no number came: the request goes out at once, not after a frame.
    void checkIn.run(input).then((ticket) => {
      if (!ticket) setNow(complete);
    });
  };
  const again = () => {
    setNow(EMPTY_ENTRY);
    kept.keep(null);
    setIssued(null);
  };
  const close = () => {
    kept.keep(null);
    onClose();
  };
  return (
    <Sheet
      title={issued ? t('checkIn.issuedTitle') : t('newTicket')}
      onClose={close}
      size={issued ? '32rem' : '78rem'}
      closeOnClickOutside={issued !== null}
    >
      {issued ? (
        <Issued
          ticketId={issued.ticketId}
          label={issued.label}
          spoken={issued.spoken}
          onClose={onClose}
          onAgain={again}
          onCorrect={() => onCorrect(issued.ticketId)}
        />
      ) : (
        <CheckInForm
          entry={entry}
          onChange={setEntry}
          onSubmit={submit}
          pending={checkIn.pending}
          submitLabel={t('checkIn.issue')}
          kindIsFixed={false}
        />
      )}
    </Sheet>
  );
}

/** Corrects what was entered at the door. */
export function CorrectTicketSheet({ ticket, onClose }: { ticket: TicketView; onClose: () => void }) {
  const { t } = useTranslation('queue');
  const [entry, setEntry] = useState(() => entryOf(ticket));
  const undoTicket = useUndoTicket();
  const change = useCommand(orpc.queue.change, {
    onDone: () => {
      showUndoable({
        text: t('checkIn.correctedNotice', { label: ticket.label }),
        undo: () => undoTicket(ticket.id, 'changed'),
      });
      onClose();
    },
  });
  const submit = (complete: CheckInEntry) => {
    const input = checkInOf(complete);
    if (!input || change.pending) return;
    const { kind: _fixed, ...rest } = input;
    void change.run({ ticketId: ticket.id, revision: ticket.revision, ...rest });
  };
  return (
    <Sheet
      title={t('checkIn.correctTitle', { label: ticket.label })}
      onClose={onClose}
      size="78rem"
      closeOnClickOutside={false}
    >
      <CheckInForm
        entry={entry}
        onChange={setEntry}
        onSubmit={submit}
        pending={change.pending}
        submitLabel={t('checkIn.saveCorrection')}
        kindIsFixed
      />
    </Sheet>
  );
}
