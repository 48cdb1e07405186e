import { Group, MultiSelect, Stack, Text, UnstyledButton } from '@mantine/core';
import {
  IconCalendarEvent,
  IconCircleCheck,
  IconClockHour4,
  IconHelpCircle,
  IconMoodSad,
  type TablerIcon,
} from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoorVerdict } from '../../shared/interpreters/door-answer.rules.ts';
import type { DoorAnswer } from '../../shared/interpreters/interpreters.contract.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { useFormats } from '../i18n/formats.ts';
import { useLanguagesByOffice } from '../queue/check-in/language-chips.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { KeyButton } from '../ui/keyboard/key-button.tsx';
import { useKeys } from '../ui/keyboard/use-keys.tsx';
import { LanguageName } from '../ui/language-name.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { ClientView } from './client-view.tsx';
import classes from './door.module.css';
import { useDoorWords } from './door-words.ts';
import { LeavesAgain } from './leaves-again.tsx';
import { useDoorAnswers } from './use-door-answers.ts';

const ICONS: Readonly<Record<DoorVerdict, TablerIcon>> = {
  now: IconCircleCheck,
  likely: IconCircleCheck,
  'not-certain': IconHelpCircle,
  unlikely: IconClockHour4,
  'other-day': IconCalendarEvent,
  nobody: IconMoodSad,
};

/** What can truly be said at the door for each language; and one key for who leaves again without a number. */
export function DoorSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('interpreters');
  const { topicOptions } = useCatalogue();
  const formats = useFormats();
  const { ofOffice, others } = useLanguagesByOffice();
  const [chosen, setChosen] = useState<string | null>(null);
  const [topics, setTopics] = useState<string[]>([]);
  const [clientLooks, setClientLooks] = useState(false);
  const languages = [...ofOffice, ...others];
  const doors = useDoorAnswers(languages, { topics });
  const list = useRef<HTMLUListElement>(null);
  const isThere = doors.data !== undefined;
  // The answers come after the sheet: the focus that it had to put somewhere goes on to them.
  useEffect(() => {
    if (isThere) list.current?.querySelector('button')?.focus();
  }, [isThere]);
  const answer = doors.data?.answers.find(({ language }) => language === chosen) ?? null;
  return (
    <>
      <Sheet title={t('door.title')} size="72rem" onClose={onClose}>
        <LanguageDigits languages={languages} onChoose={setChosen} />
        {doors.error ? (
          <ErrorState error={doors.error} onRetry={() => void doors.refetch()} />
        ) : !doors.data ? (
          <SkeletonLines lines={7} height={44} />
        ) : (
          <div className={classes.columns}>
            <div>
              <Text size="sm" c="dimmed" mb="xs">
                {t('door.hint', { time: formats.time(doors.data.now) })}
              </Text>
              <ul ref={list} className={classes.answers} aria-label={t('door.answers')}>
                {doors.data.answers.map((one, index) => (
                  <li key={one.language}>
                    <AnswerLine
                      answer={one}
                      digit={index < 9 ? String(index + 1) : null}
                      chosen={one.language === chosen}
                      onChoose={() => setChosen(one.language)}
                    />
                  </li>
                ))}
              </ul>
            </div>
            <Stack gap="md">
              <MultiSelect
                label={t('door.topics')}
                searchable
                hidePickedOptions
                maxValues={8}
                value={topics}
                onChange={setTopics}
                data={topicOptions(topics)}
              />
              {answer ? (
                <Chosen answer={answer} topics={topics} onClient={() => setClientLooks(true)} onDone={onClose} />
              ) : (
                <Text c="dimmed">{t('door.chooseFirst')}</Text>
              )}
            </Stack>
          </div>
        )}
      </Sheet>
      {clientLooks && answer && <ClientView answer={answer} onClose={() => setClientLooks(false)} />}
    </>
  );
}

/** On the sheet's own layer of keys. */
function LanguageDigits({ languages, onChoose }: { languages: readonly string[]; onChoose: (id: string) => void }) {
  useKeys(languages.slice(0, 9).map((language, index) => ({ keys: String(index + 1), run: () => onChoose(language) })));
  return null;
}

interface AnswerLineProps {
  answer: DoorAnswer;
  digit: string | null;
  chosen: boolean;
  onChoose: () => void;
}

function AnswerLine({ answer, digit, chosen, onChoose }: AnswerLineProps) {
  const words = useDoorWords();
  const Icon = ICONS[answer.verdict];
  const partly = words.partly(answer);
  return (
    <UnstyledButton className={classes.answer} aria-pressed={chosen} onClick={onChoose}>
      <span className={classes.digit}>{digit && <KeyHint keys={digit} />}</span>
      <span>
        <Text span fw={600} display="block">
          <LanguageName id={answer.language} />
        </Text>
        <span className={classes.verdict} data-kind={answer.verdict}>
          <Icon size={16} aria-hidden />
          <span>{words.sentence(answer)}</span>
        </span>
        {partly && (
          <Text span size="sm" c="dimmed" display="block">
            {partly}
          </Text>
        )}
      </span>
    </UnstyledButton>
  );
}

interface ChosenProps {
  answer: DoorAnswer;
  topics: readonly string[];
  onClient: () => void;
  onDone: () => void;
}

function Chosen({ answer, topics, onClient, onDone }: ChosenProps) {
  const { t } = useTranslation('interpreters');
  const words = useDoorWords();
  return (
    <Stack gap="sm" role="status">
      <Text fz="xl" fw={650}>
        <LanguageName id={answer.language} />
      </Text>
      <Text fz="lg">{words.sentence(answer)}</Text>
      {answer.by !== null && answer.until === null && <Text c="dimmed">{t('door.noUntil')}</Text>}
      <Text>{words.next(answer)}</Text>
      <Group>
        <KeyButton keys="F6" variant="light" onClick={onClient}>
          {t('door.client')}
        </KeyButton>
      </Group>
      <LeavesAgain language={answer.language} topics={topics} onDone={onDone} />
    </Stack>
  );
}
