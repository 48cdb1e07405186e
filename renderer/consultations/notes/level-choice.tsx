import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NOTE_LEVELS, type NoteLevel } from '../../../shared/consultations/consultations.contract.ts';
import { useSession } from '../../access/session-store.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { useKeys } from '../../ui/keyboard/use-keys.tsx';
import { LevelWord } from '../../ui/level-edge.tsx';

/** Who will read the note; said before a word is typed. Alt 1, 2, 3 change it while typing. */
export function LevelChoice({ level, onChoose }: { level: NoteLevel; onChoose: (level: NoteLevel) => void }) {
  const { t } = useTranslation('consultations');
  const session = useSession();
  const possible = NOTE_LEVELS.filter((one) => one !== 'V2' || session.holdsVault);
  useKeys(
    possible.map((one) => ({
      keys: `alt+${NOTE_LEVELS.indexOf(one) + 1}`,
      run: () => onChoose(one),
      label: t(`level.${one}.key`),
    })),
  );
  return (
    <>
      <ChipGroup
        label={t('notes.whoReads')}
        chosen={[level]}
        onToggle={onChoose}
        options={possible.map((one) => ({
          id: one,
          label: <LevelWord level={one} employerKind={session.employerKind} />,
          keyName: `Alt ${NOTE_LEVELS.indexOf(one) + 1}`,
        }))}
      />
      {!session.holdsVault && (
        <Text size="sm" c="dimmed">
          {t('notes.noVault')}
        </Text>
      )}
    </>
  );
}
