import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconListCheck, IconMail, IconPencil } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CANNOT_READ } from '../../shared/catalogue/catalogue.ts';
import { displayName } from '../../shared/people/display-name.rules.ts';
import type { PersonView } from '../../shared/people/people.contract.ts';
import { useRight } from '../access/session-store.ts';
import { useFormats } from '../i18n/formats.ts';
import { useEmployerNames } from '../office/use-employer-names.ts';
import { ProgrammeGroup } from '../programme/programme-group.tsx';
import { Bdi } from '../ui/bdi.tsx';
import { LanguageName } from '../ui/language-name.tsx';
import { Message } from '../ui/message.tsx';
import { CheckFactsSheet } from './check-facts-sheet.tsx';
import { EditPersonSheet } from './edit-person-sheet.tsx';
import classes from './people.module.css';
import { PersonHistory } from './person-history.tsx';
import { useCheckedFacts } from './use-checked-facts.ts';
import { usePersonWords } from './use-person-words.ts';

/** Name and languages: what is needed to talk. Everything else opens on demand and says who may see it. */
export function PersonHeader({ person, onLetter }: { person: PersonView; onLetter: () => void }) {
  const { t } = useTranslation('people');
  const [more, setMore] = useState(false);
  const [editing, setEditing] = useState(false);
  const [checking, setChecking] = useState(false);
  const mayWrite = useRight('people.write');
  const mayWriteLetters = useRight('letters.write');
  const detailsId = useId();
  const languages = (['spoken', 'understood', 'read'] as const).filter(
    (kind) => person[kind] !== null && (kind === 'spoken' || person[kind] !== person.spoken),
  );
  const name = displayName(person);
  return (
    <section className={classes.header} aria-label={t('person')}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="lg">
        <div>
          <Title order={1}>
            <Bdi>{name === '' ? t('page.unknownName') : name}</Bdi>
            {person.level === 'pseudonymous' && (
              <Badge variant="default" tt="none" ml="sm" title={t('page.pseudonymHint')}>
                {t('page.pseudonym')}
              </Badge>
            )}
          </Title>
          {person.ownScriptName !== '' && person.ownScriptName !== name && (
            <Bdi c="dimmed" fz="lg">
              {person.ownScriptName}
            </Bdi>
          )}
          {person.spokenName !== '' && <Text c="dimmed">{t('page.said', { name: person.spokenName })}</Text>}
          {languages.length > 0 && (
            <Group gap="md" mt={4}>
              {languages.map((kind) => (
                <Text key={kind}>
                  <Text span inherit c="dimmed">{`${t(`field.${kind}`)}: `}</Text>
                  {person[kind] === CANNOT_READ ? t('cannotRead') : <LanguageName id={person[kind] ?? ''} />}
                </Text>
              ))}
            </Group>
          )}
        </div>
        <Group gap="sm" wrap="nowrap">
          {mayWriteLetters && (
            <Button leftSection={<IconMail size={18} aria-hidden />} onClick={onLetter}>
              {t('page.letter')}
            </Button>
          )}
          {mayWrite && (
            <Button
              variant="default"
              leftSection={<IconListCheck size={18} aria-hidden />}
              onClick={() => setChecking(true)}
            >
              {t('checked.open')}
            </Button>
          )}
          {mayWrite && (
            <Button
              variant="default"
              leftSection={<IconPencil size={18} aria-hidden />}
              onClick={() => setEditing(true)}
            >
              {t('page.edit')}
            </Button>
          )}
        </Group>
      </Group>
      <Button
        variant="subtle"
        size="compact-sm"
        mt="xs"
        ml={-8}
        leftSection={more ? <IconChevronUp size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />}
        aria-expanded={more}
        aria-controls={detailsId}
        onClick={() => setMore(!more)}
      >
        {more ? t('page.less') : t('page.more')}
      </Button>
      <div id={detailsId} hidden={!more}>
        {more && <PersonDetails person={person} />}
      </div>
      {checking && <CheckFactsSheet person={person} onClose={() => setChecking(false)} />}
      {editing && <EditPersonSheet person={person} onClose={() => setEditing(false)} />}
    </section>
  );
}

const DETAILS = ['bornOn', 'gender', 'district', 'phone', 'email', 'roles'] as const;
/** Shown only where there is something to say. */
const RARE_DETAILS = ['documentName', 'aliases', 'movedInOn'] as const;

function PersonDetails({ person }: { person: PersonView }) {
  const { t } = useTranslation('people');
  const { instantDay } = useFormats();
  const { labelOf, wordsOf } = usePersonWords();
  const employers = useEmployerNames();
  const [history, setHistory] = useState(false);
  const historyId = useId();
  const facts = useCheckedFacts(person);
  const details = [...RARE_DETAILS.filter((part) => wordsOf(person, part) !== ''), ...DETAILS];
  return (
    <Stack gap="xs" mt="xs">
      <dl className={classes.details}>
        {details.map((part) => (
          <div key={part}>
            <dt>{labelOf(part)}</dt>
            <dd>
              {wordsOf(person, part) || t('page.notStated')}
              <CheckedOn day={facts?.find(({ field }) => field === (part === 'bornOn' ? 'birth' : part))?.checkedOn} />
            </dd>
          </div>
        ))}
      </dl>
      <ProgrammeGroup personId={person.id} />
      <Message kind="info">
        {employers.city && employers.partner
          ? t('page.whoSees', { city: employers.city, partner: employers.partner })
          : t('page.whoSeesShort')}
      </Message>
      <Text size="sm" c="dimmed">
        {t('page.createdOn', { day: instantDay(person.createdAt) })}
      </Text>
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          ml={-8}
          aria-expanded={history}
          aria-controls={historyId}
          onClick={() => setHistory(!history)}
        >
          {history ? t('history.hide') : t('history.show')}
        </Button>
      </div>
      <div id={historyId} hidden={!history}>
        {history && <PersonHistory personId={person.id} />}
      </div>
    </Stack>
  );
}

function CheckedOn({ day }: { day: string | null | undefined }) {
  const { t } = useTranslation('people');
  const { date } = useFormats();
  if (!day) return null;
  return (
    <Text size="xs" c="dimmed">
      {t('checked.on', { day: date(day) })}
    </Text>
  );
}
