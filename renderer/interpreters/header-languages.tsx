import { Button } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DoorAnswer } from '../../shared/interpreters/interpreters.contract.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { openDeskSheet } from '../queue/desk-sheet.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { ariaKeys, keyName } from '../ui/keyboard/key-names.ts';
import { useDoorAnswers } from './use-door-answers.ts';

const DOOR_KEYS = 'shift+F2';

/**
 * The header's line of languages: what ends first today of what is not spoken in the team ("Sorani heute bis 12:00"); a
 * press opens the answers for the door.
 */
export function HeaderLanguages() {
  const { t } = useTranslation('interpreters');
  const { t: common } = useTranslation();
  const { language } = useCatalogue();
  const doors = useDoorAnswers(null, { withRange: false });
  const first = mostPressing(doors.data?.answers ?? []);
  if (!doors.data) return null;
  return (
    <Button
      variant="subtle"
      color="gray"
      leftSection={<IconLanguage size={18} aria-hidden />}
      rightSection={<KeyHint keys={keyName(common, DOOR_KEYS)} />}
      aria-keyshortcuts={ariaKeys(DOOR_KEYS)}
      title={t('header.open')}
      onClick={() => openDeskSheet({ sheet: 'door' })}
    >
      {first === null
        ? t('door.open')
        : t('header.until', { language: shortList(first.languages.map(language)), time: first.until })}
    </Button>
  );
}

/** As many names as the header has room for, and how many more there are. */
const MOST_NAMES = 2;

function shortList(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return more > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} +${more}` : names.join(', ');
}

/** Of the languages that only an interpreter speaks today those that end first; null: none. */
function mostPressing(answers: readonly DoorAnswer[]): { languages: string[]; until: string } | null {
  const ending = answers.flatMap(({ language, until, by }) =>
    until !== null && by !== 'tandem' ? { language, until } : [],
  );
  const until = ending.map((one) => one.until).sort()[0];
  if (until === undefined) return null;
  return { languages: ending.filter((one) => one.until === until).map((one) => one.language), until };
}
