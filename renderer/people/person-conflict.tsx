import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFields } from '../../shared/people/people.contract.ts';
import { Bdi } from '../ui/bdi.tsx';
import { Message } from '../ui/message.tsx';
import classes from './people.module.css';
import { MERGE_PARTS, mergedPerson, proposedSides } from './person-merge.ts';
import { usePersonWords } from './use-person-words.ts';

interface PersonConflictProps {
  /** What both had before them. */
  base: PersonFields;
  mine: PersonFields;
  theirs: PersonFields;
  pending: boolean;
  onDecided: (person: PersonFields) => void;
  onBack: () => void;
}

/** A colleague was quicker: both versions side by side, one decision for each detail that differs. */
export function PersonConflict({ base, mine, theirs, pending, onDecided, onBack }: PersonConflictProps) {
  const { t } = useTranslation('people');
  const { labelOf, wordsOf } = usePersonWords();
  const [sides, setSides] = useState(() => proposedSides(base, mine, theirs));
  const parts = MERGE_PARTS.map(([part]) => part).filter((part) => sides[part]);
  const words = (person: PersonFields, part: (typeof parts)[number]) => wordsOf(person, part) || t('edit.empty');
  return (
    <Stack gap="md">
      <Message kind="urgent" announce>
        <Text fw={600} size="sm">
          {t('edit.conflictTitle')}
        </Text>
        {parts.length === 0 ? t('edit.sameNow') : t('edit.conflictText')}
      </Message>
      {parts.map((part) => (
        <Radio.Group
          key={part}
          label={t('edit.chooseFor', { field: labelOf(part) })}
          value={sides[part] ?? 'mine'}
          onChange={(side) => setSides({ ...sides, [part]: side })}
        >
          <div className={classes.sides}>
            {(['mine', 'theirs'] as const).map((side) => (
              <Radio
                key={side}
                value={side}
                label={<Bdi>{words(side === 'mine' ? mine : theirs, part)}</Bdi>}
                description={t(`edit.${side}`)}
              />
            ))}
          </div>
        </Radio.Group>
      ))}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onBack}>
          {t('edit.back')}
        </Button>
        <Button loading={pending} onClick={() => onDecided(mergedPerson(mine, theirs, sides))}>
          {t('edit.save')}
        </Button>
      </Group>
    </Stack>
  );
}
