import { Button, Group } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCalendarPlus,
  IconCheck,
  IconListCheck,
  IconMailForward,
  IconNoteOff,
} from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactView } from '../../shared/consultations/consultations.contract.ts';
import type { TicketView } from '../../shared/queue/queue.contract.ts';
import { useRight } from '../access/session-store.ts';
import { openBooking } from '../appointments/appointment-sheets.ts';
import { readLanguageOf } from '../letters/letter-draft.ts';
import { selectTicket } from '../queue/selected-ticket.ts';
import { SetAside } from '../queue/ticket/set-aside.tsx';
import { useTicketActions } from '../queue/ticket/use-ticket-actions.ts';
import { useUndoTicket } from '../queue/ticket/use-undo-ticket.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { KeyButton } from '../ui/keyboard/key-button.tsx';
import { showUndoable } from '../ui/notices/notice-store.ts';
import { bookingAfter } from './booking-after.ts';
import classes from './consultation-panel.module.css';
import { type Missing, missingForFinish } from './contact-changes.ts';
import { MissingMessage } from './missing-message.tsx';
import type { NoteInWork } from './notes/use-draft.ts';
import { WrapUpSheet } from './wrap-up/wrap-up-sheet.tsx';

/** Only loaded for the talks that end in a letter. */
const LetterComposer = lazy(() => import('../letters/letter-sheet.tsx'));

/** Seven verbs in two rows, so that the note above stays in sight on a small screen. */
const VERB = { variant: 'default', size: 'compact-md', fz: 'sm', h: 32 } as const;

interface FinishBarProps {
  ticket: TicketView;
  contact: ContactView;
  note: NoteInWork;
  /** The duration that was typed; null: the clock counts. */
  minutes: number | null;
  /** The office's time, milliseconds. */
  nowMs: number;
  dayIsOpen: boolean;
  /** Resolves when the changes of the talk have reached the office. */
  settled: () => Promise<unknown>;
  onMissing: (missing: Missing) => void;
}

/** The verbs of a talk. Finishing says what is missing and goes there; a note half written is asked about once. */
export function FinishBar({ ticket, contact, note, minutes, nowMs, dayIsOpen, settled, onMissing }: FinishBarProps) {
  const { t } = useTranslation('consultations');
  const { t: queue } = useTranslation('queue');
  const { t: noteWork } = useTranslation('note-work');
  const { t: appointments } = useTranslation('appointments');
  const [letterOpen, setLetterOpen] = useState(false);
  const [wrappingUp, setWrappingUp] = useState(false);
  const [bookedId, setBookedId] = useState<string | null>(null);
  const mayWriteLetters = useRight('letters.write');
  const mayBook = useRight('appointments.work');
  const actions = useTicketActions(ticket);
  const undoTicket = useUndoTicket();
  const [asked, setAsked] = useState<Missing['kind'] | null>(null);
  const missing = missingForFinish(contact, note.hasText);
  const finish = useCommand(orpc.consultations.finish, {
    onDone: () => {
      selectTicket(null);
      showUndoable({
        text: queue('did.finished', { label: ticket.label }),
        undo: () => undoTicket(ticket.id, 'finished'),
      });
    },
  });

  const finishNow = async () => {
    await settled();
    await finish.run({ ticketId: ticket.id, revision: ticket.revision, minutes });
  };
  /** With the sheet for the client, or without: what is missing is asked for before either. */
  const onFinish = async (finishing: () => Promise<void> | void) => {
    const first = missing[0];
    if (!first) return finishing();
    // Asked about the draft before: the second press writes it.
    if (first.kind === 'draft' && asked === 'draft') {
      if (await note.write()) await finishing();
      return;
    }
    setAsked(first.kind);
    onMissing(first);
  };
  const writeAndFinish = async () => {
    if (await note.write()) await finishNow();
  };
  const owe = useCommand(orpc.noteWork.owe);
  /** Topics and results are the least that stands before the next call; the words come later, from the draft. */
  const finishAndOwe = async () => {
    const first = missing.find(({ kind }) => kind !== 'draft');
    if (first) {
      setAsked(first.kind);
      onMissing(first);
      return;
    }
    if (await owe.run({ contactId: contact.id })) await finishNow();
  };
  const discardAndFinish = async () => {
    await note.discard();
    await finishNow();
  };

  if (ticket.state !== 'serving') {
    const { undoable } = ticket;
    return (
      <div className={classes.end}>
        <Group justify="flex-end">
          {dayIsOpen && undoable && (
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={18} aria-hidden />}
              onClick={() => void undoTicket(ticket.id, undoable.type)}
            >
              {queue('verb.undoLast', { what: queue(`event.${undoable.type}`) })}
            </Button>
          )}
        </Group>
      </div>
    );
  }
  return (
    <div className={classes.end}>
      {asked !== null && (
        <MissingMessage
          missing={missing}
          onWrite={() => void writeAndFinish()}
          onLater={() => void finishAndOwe()}
          onDiscard={() => void discardAndFinish()}
        />
      )}
      <Group gap="xs">
        {mayWriteLetters && (
          <KeyButton
            keys="F6"
            {...VERB}
            leftSection={<IconMailForward size={18} aria-hidden />}
            onClick={() => setLetterOpen(true)}
          >
            {t('refer')}
          </KeyButton>
        )}
        {mayBook && (
          <KeyButton
            keys="F8"
            {...VERB}
            leftSection={<IconCalendarPlus size={18} aria-hidden />}
            keyLabel={appointments('book')}
            onClick={() => openBooking({ ...bookingAfter(contact), onBooked: setBookedId })}
          >
            {appointments('today.book')}
          </KeyButton>
        )}
        <KeyButton
          keys="alt+9"
          {...VERB}
          leftSection={<IconListCheck size={18} aria-hidden />}
          keyLabel={t('wrapUp.open')}
          onClick={() => void onFinish(() => setWrappingUp(true))}
        >
          {t('wrapUp.short')}
        </KeyButton>
        <SetAside ticket={ticket} nowMs={nowMs} actions={actions} park forward look={VERB} />
        <Group gap="xs" ml="auto" wrap="nowrap">
          {contact.notes.length === 0 && (
            <KeyButton
              keys="shift+F9"
              {...VERB}
              leftSection={<IconNoteOff size={18} aria-hidden />}
              disabled={finish.pending || owe.pending}
              onClick={() => void finishAndOwe()}
            >
              {noteWork('later')}
            </KeyButton>
          )}
          <KeyButton
            keys="F9"
            size="md"
            leftSection={<IconCheck size={20} aria-hidden />}
            loading={finish.pending}
            onClick={() => void onFinish(finishNow)}
          >
            {t('finish')}
          </KeyButton>
        </Group>
      </Group>
      {wrappingUp && (
        <WrapUpSheet
          ticket={ticket}
          contact={contact}
          nowMs={nowMs}
          bookedId={bookedId}
          onBooked={setBookedId}
          settled={settled}
          onFinish={finishNow}
          onClose={() => setWrappingUp(false)}
        />
      )}
      {letterOpen && (
        <Suspense>
          <LetterComposer
            contactId={contact.id}
            personId={contact.person?.id ?? null}
            topic={contact.topics[0]?.topic ?? null}
            readLanguage={ticket.read === ticket.spoken ? null : readLanguageOf(ticket)}
            onClose={() => setLetterOpen(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
