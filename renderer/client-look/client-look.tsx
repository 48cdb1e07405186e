import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CLIENT_LANGUAGES, type ClientLanguage, isRightToLeft } from '../../shared/catalogue/catalogue.ts';
import type { ContactView } from '../../shared/consultations/consultations.contract.ts';
import { lookPhrases } from '../../shared/consultations/look-phrases.ts';
import { clientDateAndTime } from '../../shared/languages/client-calendar.ts';
import { useRight } from '../access/session-store.ts';
import { ownNameOf } from '../i18n/catalogue-labels.ts';
import { PaperFrame } from '../letters/paper-frame.tsx';
import { useToday } from '../letters/use-today.ts';
import { orpc } from '../rpc/client.ts';
import { Bdi } from '../ui/bdi.tsx';
import { KeyButton } from '../ui/keyboard/key-button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { AgreedSteps } from './agreed-steps.tsx';
import classes from './client-look.module.css';

export interface ClientLookProps {
  /** The talk; null for a letter that is written without one. */
  contact: Pick<ContactView, 'id' | 'steps' | 'person'> | null;
  /** What the client reads; any language of the catalogue. */
  language: string;
  /** The letter that is being written, as the office prints it; null: none. */
  letterHtml?: string | null;
  onClose: () => void;
}

/** The page in their language stands before the German letter. */
const THEIRS_FIRST =
  '<style>@media screen{body{display:flex;flex-direction:column}.companion{order:-1;margin:0 0 6mm!important}}</style>';

/**
 * The screen turned to the other side of the counter: the letter in work, this talk's agreements, the next appointment, the
 * letters of the talk; in the client's language. No note, no name but in their letter, no other person, nothing that could
 * be clicked by mistake but the way back.
 */
export function ClientLook({ contact, language, letterHtml = null, onClose }: ClientLookProps) {
  const { t } = useTranslation('consultations');
  const own: ClientLanguage = CLIENT_LANGUAGES.find((one) => one === language) ?? 'en';
  const phrases = lookPhrases[own];
  const today = useToday();
  const mayBook = useRight('appointments.work');
  const mayWriteLetters = useRight('letters.write');
  const appointments = useQuery({
    ...orpc.appointments.ofPerson.queryOptions({ input: { personId: contact?.person?.id ?? '' } }),
    enabled: Boolean(contact?.person) && mayBook,
  });
  const letters = useQuery({
    ...orpc.letters.list.queryOptions({ input: { personId: null, contactId: contact?.id ?? null } }),
    enabled: contact !== null && mayWriteLetters,
  });
  const next = appointments.data?.appointments
    .filter(({ status, day }) => status === 'booked' && day >= today)
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.from.localeCompare(b.from))[0];
  const written = (letters.data?.letters ?? []).filter(({ state }) => state === 'ready');
  const steps = contact?.steps ?? [];
  const agreed = steps.length > 0 || next !== undefined || written.length > 0;
  return (
    <Sheet title={<span lang={own}>{ownNameOf(own)}</span>} fullScreen onClose={onClose}>
      <div className={classes.look} lang={own} dir={isRightToLeft(own) ? 'rtl' : 'ltr'}>
        {letterHtml !== null && (
          <section>
            <h2 className={classes.title}>{phrases.letterInWork}</h2>
            <div className={classes.paper}>
              <PaperFrame html={letterHtml.replace('</head>', `${THEIRS_FIRST}</head>`)} title={phrases.letterInWork} />
            </div>
          </section>
        )}
        {(agreed || letterHtml === null) && (
          <h2 className={classes.title}>{agreed ? phrases.title : phrases.nothing}</h2>
        )}
        <AgreedSteps steps={steps} language={own} />
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
