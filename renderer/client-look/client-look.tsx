import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CLIENT_LANGUAGES, type ClientLanguage, isRightToLeft } from '../../shared/catalogue/catalogue.ts';
import type { ContactView } from '../../shared/consultations/consultations.contract.ts';
import { lookPhrases } from '../../shared/consultations/look-phrases.ts';
import { clientDate, clientDateAndTime } from '../../shared/languages/client-calendar.ts';
import { STEP_OWNERS } from '../../shared/steps/step-phrase.contract.ts';
import { useRight } from '../access/session-store.ts';
import { ownNameOf } from '../i18n/catalogue-labels.ts';
import { useToday } from '../letters/use-today.ts';
import { orpc } from '../rpc/client.ts';
import { Bdi } from '../ui/bdi.tsx';
import { KeyButton } from '../ui/keyboard/key-button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import classes from './client-look.module.css';

interface ClientLookProps {
  contact: Pick<ContactView, 'id' | 'steps' | 'person'>;
  /** What the client reads; any language of the catalogue. */
  language: string;
  onClose: () => void;
}

/**
 * The screen turned to the other side of the counter: this talk's agreements, the next appointment, the letters of the
 * talk; in the client's language. No note, no name, no other person, nothing that could be clicked by mistake but the way back.
 */
export function ClientLook({ contact, language, onClose }: ClientLookProps) {
  const { t } = useTranslation('consultations');
  const own: ClientLanguage = CLIENT_LANGUAGES.find((one) => one === language) ?? 'en';
  const phrases = lookPhrases[own];
  const today = useToday();
  const mayBook = useRight('appointments.work');
  const mayWriteLetters = useRight('letters.write');
  const appointments = useQuery({
    ...orpc.appointments.ofPerson.queryOptions({ input: { personId: contact.person?.id ?? '' } }),
    enabled: contact.person !== null && mayBook,
  });
  const letters = useQuery({
    ...orpc.letters.list.queryOptions({ input: { personId: null, contactId: contact.id } }),
    enabled: mayWriteLetters,
  });
  const next = appointments.data?.appointments
    .filter(({ status, day }) => status === 'booked' && day >= today)
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.from.localeCompare(b.from))[0];
  const written = (letters.data?.letters ?? []).filter(({ state }) => state === 'ready');
  const empty = contact.steps.length === 0 && !next && written.length === 0;
  return (
    <Sheet title={<span lang={own}>{ownNameOf(own)}</span>} fullScreen onClose={onClose}>
      <div className={classes.look} lang={own} dir={isRightToLeft(own) ? 'rtl' : 'ltr'}>
        <h2 className={classes.title}>{empty ? phrases.nothing : phrases.title}</h2>
        {STEP_OWNERS.map((owner) => {
          const steps = contact.steps.filter((step) => step.owner === owner);
          return (
            steps.length > 0 && (
              <section key={owner} className={classes.part} data-owner={owner}>
                <h3>{phrases[owner]}</h3>
                <ul>
                  {steps.map((step) => (
                    <li key={step.id}>
                      <Bdi lang="de">{step.what}</Bdi>
                      {step.doneAt !== null ? (
                        <span className={classes.when}>✓ {phrases.done}</span>
                      ) : (
                        step.dueOn !== null && (
                          <span className={classes.when}>
                            {phrases.until.replace('{{date}}', clientDate(own, step.dueOn))}
                          </span>
                        )
                      )}
                    </li>
                  ))}
                </ul>
              </section>
            )
          );
        })}
        {next && (
          <section className={classes.part} data-owner="appointment">
            <h3>{phrases.appointment}</h3>
            <p>{clientDateAndTime(own, next.day, next.from)}</p>
          </section>
        )}
        {written.map((letter) => (
          <section key={letter.id} className={classes.part} data-owner="letter">
            <h3>{phrases.letter}</h3>
            <p>
              <Bdi lang="de">{letter.partnerName}</Bdi>
            </p>
          </section>
        ))}
      </div>
      <Group className={classes.back} justify="flex-end">
        <KeyButton keys="shift+F8" variant="default" onClick={onClose}>
          {t('look.back')}
        </KeyButton>
      </Group>
    </Sheet>
  );
}
