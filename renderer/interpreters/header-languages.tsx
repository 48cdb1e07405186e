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
  const doors = useDoorAnswers(null);
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
      {first === null ? t('door.open') : t('header.until', { language: language(first.language), time: first.until })}
    </Button>
  );
}

/** Of the languages that only an interpreter speaks today the one that ends first; null: none. */
function mostPressing(answers: readonly DoorAnswer[]): (DoorAnswer & { until: string }) | null {
  const ending = answers.flatMap((answer) =>
    answer.until !== null && answer.by !== 'tandem' ? { ...answer, until: answer.until } : [],
  );
  return ending.sort((a, b) => a.until.localeCompare(b.until))[0] ?? null;
}
