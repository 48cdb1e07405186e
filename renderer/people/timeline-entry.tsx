import { Group, Text, UnstyledButton } from '@mantine/core';
import { IconCircleCheck, IconMail, IconMessages, IconNote, IconProgress, IconUserOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { TimelineEntry } from '../../shared/people/people.contract.ts';
import { useSession } from '../access/session-store.ts';
import { NoteVersions } from '../consultations/notes/note-versions.tsx';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { useFormats } from '../i18n/formats.ts';
import { Bdi } from '../ui/bdi.tsx';
import { LevelEdge, LevelWord } from '../ui/level-edge.tsx';
import classes from './people.module.css';

type Entry<K extends TimelineEntry['kind']> = Extract<TimelineEntry, { kind: K }>;

/** The names of both employers, asked for once for all lines. */
type EmployerNames = Readonly<Record<'city' | 'partner', string | null>>;

interface TimelineLineProps {
  entry: TimelineEntry;
  employers: EmployerNames;
  /** Takes a talk out of the file; null where the reader may not. */
  onAnonymous: ((contactId: string) => void) | null;
}

/** One line of a person's history. */
export function TimelineLine({ entry, employers, onAnonymous }: TimelineLineProps) {
  switch (entry.kind) {
    case 'contact':
      return <ContactLine entry={entry} employers={employers} onAnonymous={onAnonymous} />;
    case 'note':
      return <NoteLine entry={entry} employers={employers} />;
    case 'letter':
      return <LetterLine entry={entry} employers={employers} />;
    case 'step':
      return <StepLine entry={entry} />;
  }
}

function Line({
  icon,
  title,
  at,
  by,
  action,
  children,
}: {
  icon: ReactNode;
  title: ReactNode;
  at: string;
  by?: string;
  action?: ReactNode;
  children?: ReactNode;
}) {
  const { instantDay, time } = useFormats();
  return (
    <div className={classes.line}>
      <span className={classes.lineIcon}>{icon}</span>
      <div className={classes.lineBody}>
        <Group justify="space-between" gap="sm" wrap="nowrap" align="baseline">
          <Text fw={600} component="h3" m={0} fz="md">
            {title}
          </Text>
          <Text size="sm" c="dimmed" className={classes.when}>
            {action}
            <time dateTime={at}>{`${instantDay(at)}, ${time(at)}`}</time>
          </Text>
        </Group>
        {children}
        {by && (
          <Text size="sm" c="dimmed">
            {by}
          </Text>
        )}
      </div>
    </div>
  );
}

function useAuthor(employers: EmployerNames) {
  const { t } = useTranslation('people');
  return (entry: { staffName: string; employerKind: 'city' | 'partner' }) =>
    t('timeline.by', {
      name: entry.staffName,
      employer: employers[entry.employerKind] ?? t(`timeline.employer.${entry.employerKind}`),
    });
}

interface ContactLineProps {
  entry: Entry<'contact'>;
  employers: EmployerNames;
  onAnonymous: ((contactId: string) => void) | null;
}

function ContactLine({ entry, employers, onAnonymous }: ContactLineProps) {
  const { t } = useTranslation('people');
  const { topic, result } = useCatalogue();
  const author = useAuthor(employers);
  const minutes = entry.minutes === null ? '' : ` · ${t('timeline.minutes', { count: entry.minutes })}`;
  return (
    <Line
      icon={<IconMessages size={20} aria-hidden />}
      title={`${entry.finished ? t('timeline.talk') : t('timeline.talkRunning')}${minutes}`}
      at={entry.at}
      by={author(entry)}
      action={
        onAnonymous && (
          <UnstyledButton className={classes.lineAction} onClick={() => onAnonymous(entry.id)}>
            <IconUserOff size={16} aria-hidden /> {t('matters.makeAnonymous')}
          </UnstyledButton>
        )
      }
    >
      {entry.topics.length > 0 && (
        <ul className={classes.topics}>
          {entry.topics.map((item) => (
            <li key={item.topic}>
              {topic(item.topic)}:{' '}
              <Text span inherit c="dimmed">
                {item.result === null ? t('timeline.noResult') : result(item.result)}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Line>
  );
}

function NoteLine({ entry, employers }: { entry: Entry<'note'>; employers: EmployerNames }) {
  const { t } = useTranslation('people');
  const author = useAuthor(employers);
  const { displayName } = useSession();
  return (
    <Line
      icon={<IconNote size={20} aria-hidden />}
      title={
        entry.version > 1
          ? `${t('timeline.noteOne')} · ${t('timeline.noteVersion', { version: entry.version })}`
          : t('timeline.noteOne')
      }
      at={entry.at}
      by={author(entry)}
    >
      <LevelEdge level={entry.level}>
        <LevelWord level={entry.level} employerKind={entry.employerKind} own={entry.staffName === displayName} />
        <Text dir="auto" className={classes.noteText}>
          {entry.text}
        </Text>
        {entry.version > 1 && <NoteVersions noteId={entry.id} count={entry.version} />}
      </LevelEdge>
    </Line>
  );
}

function LetterLine({ entry, employers }: { entry: Entry<'letter'>; employers: EmployerNames }) {
  const { t } = useTranslation('people');
  const author = useAuthor(employers);
  const state =
    entry.state === 'ready' || entry.state === 'printing' || entry.state === 'failed' || entry.state === 'void'
      ? t(`timeline.letterState.${entry.state}`)
      : entry.state;
  return (
    <Line
      icon={<IconMail size={20} aria-hidden />}
      title={
        <Link href={`/letters/${entry.id}`} className={classes.link ?? ''}>
          {t('timeline.letterTo', { partner: entry.partnerName })}
        </Link>
      }
      at={entry.at}
      by={author(entry)}
    >
      <Text>
        <Bdi>{entry.subject}</Bdi> <Text span inherit c="dimmed">{`· ${state}`}</Text>
      </Text>
    </Line>
  );
}

function StepLine({ entry }: { entry: Entry<'step'> }) {
  const { t } = useTranslation('people');
  const { date, instantDay } = useFormats();
  const state =
    entry.doneAt !== null
      ? t('timeline.stepDone', { day: instantDay(entry.doneAt) })
      : entry.dueOn !== null
        ? t('timeline.stepDue', { day: date(entry.dueOn) })
        : t('timeline.stepOpen');
  return (
    <Line
      icon={entry.doneAt !== null ? <IconCircleCheck size={20} aria-hidden /> : <IconProgress size={20} aria-hidden />}
      title={t('timeline.stepOf', { owner: t(`timeline.owner.${entry.owner}`) })}
      at={entry.at}
    >
      <Text>
        <Bdi>{entry.what}</Bdi> <Text span inherit c="dimmed">{`· ${state}`}</Text>
      </Text>
    </Line>
  );
}
