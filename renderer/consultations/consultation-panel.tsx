import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CANNOT_READ } from '../../shared/catalogue/catalogue.ts';
import { localDateOf } from '../../shared/kernel/instants.ts';
import type { TicketView } from '../../shared/queue/queue.contract.ts';
import { WhyMissed } from '../appointments/why-missed.tsx';
import { ShowToClient } from '../client-look/show-to-client.tsx';
import { TicketHeader } from '../queue/ticket/ticket-header.tsx';
import { clockMinutes } from '../queue/ticket-time.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { useFocusIfLost } from '../ui/focus-if-lost.ts';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import classes from './consultation-panel.module.css';
import { ContactPerson } from './contact-person.tsx';
import { EarlierNotes } from './earlier-notes.tsx';
import { FinishBar } from './finish-bar.tsx';
import { NoteEditor } from './notes/note-editor.tsx';
import { NoteList } from './notes/note-list.tsx';
import { useDraft } from './notes/use-draft.ts';
import { ContactObstacles } from './obstacles/contact-obstacles.tsx';
import { ContactSteps } from './steps/contact-steps.tsx';
import { OpenSteps } from './steps/open-steps.tsx';
import { PromiseCall } from './steps/promise-call.tsx';
import { TalkMinutes } from './talk-minutes.tsx';
import { TalkSetting } from './talk-setting.tsx';
import { ContactTopics } from './topics/contact-topics.tsx';
import { useContact } from './use-contact.ts';

interface ConsultationPanelProps {
  ticket: TicketView;
  contactId: string;
  nowMs: number;
  dayIsOpen: boolean;
}

/** The talk: topics with results, what hinders, the note, what was agreed. Scrolls inside; its end stays in sight. */
export function ConsultationPanel({ ticket, contactId, nowMs, dayIsOpen }: ConsultationPanelProps) {
  const { t } = useTranslation('consultations');
  const { contact, error, refetch, change, settled } = useContact(contactId);
  const note = useDraft(contactId);
  const panel = useFocusIfLost<HTMLElement>();
  const noteField = useRef<HTMLTextAreaElement>(null);
  const [minutes, setMinutes] = useState<number | null>(null);
  const [goTo, setGoTo] = useState<{ topic: string | null } | null>(null);
  if (!contact) {
    return (
      <section ref={panel} tabIndex={-1} className={classes.panel}>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonLines lines={6} height={40} />}
      </section>
    );
  }
  const { spoken, understood, read } = ticket;
  const today = localDateOf(new Date(nowMs).toISOString());
  return (
    <section ref={panel} tabIndex={-1} className={classes.panel} aria-label={t('panelLabel', { label: ticket.label })}>
      <div className={classes.scrolls}>
        <TicketHeader
          ticket={{ ...ticket, person: null }}
          nowMs={nowMs}
          compact
          aside={
            ticket.state === 'serving' && (
              <TalkMinutes
                byClock={clockMinutes(ticket, 'serviceMs', nowMs)}
                corrected={minutes}
                onCorrect={setMinutes}
              />
            )
          }
        />
        <div className={classes.setting}>
          <ContactPerson contact={contact} languages={{ spoken, understood, read }} onChange={change} />
          <TalkSetting contact={contact} onChange={change} />
        </div>
        {contact.person && <WhyMissed personId={contact.person.id} />}
        <ContactTopics topics={contact.topics} onChange={(topics) => change({ topics })} goTo={goTo} />
        <ContactObstacles obstacles={contact.obstacles} today={today} onChange={(obstacles) => change({ obstacles })} />
        <NoteEditor note={note} ref={noteField} />
        <NoteList notes={contact.notes} />
        {contact.person && <EarlierNotes key={contact.person.id} personId={contact.person.id} contactId={contactId} />}
        <ShowToClient contact={contact} language={(read === CANNOT_READ ? null : read) ?? understood ?? spoken} />
        {contact.person && (
          <OpenSteps key={`open-${contact.person.id}`} personId={contact.person.id} contactId={contactId} />
        )}
        <ContactSteps
          contactId={contactId}
          topics={contact.topics.map(({ topic }) => topic)}
          steps={contact.steps}
          today={today}
        />
        <PromiseCall contact={contact} today={today} />
      </div>
      <FinishBar
        ticket={ticket}
        contact={contact}
        note={note}
        minutes={minutes}
        nowMs={nowMs}
        dayIsOpen={dayIsOpen}
        settled={settled}
        onMissing={(missing) => {
          if (missing.kind === 'draft') noteField.current?.focus();
          else setGoTo({ topic: missing.kind === 'no-result' ? missing.topic : null });
        }}
      />
    </section>
  );
}
