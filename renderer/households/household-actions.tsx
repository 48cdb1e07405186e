import { Button, Group } from '@mantine/core';
import { IconHomeSearch, IconUserMinus, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseholdView } from '../../shared/households/households.contract.ts';
import { AddRelativeSheet } from './add-relative-sheet.tsx';
import { HouseholdSheet } from './household-sheet.tsx';
import { SeparateSheet } from './separate-sheet.tsx';

export interface OfPerson {
  person: { id: string; name: string };
  view: HouseholdView;
}

/** What can be done about a household, each in a sheet of its own. */
export function HouseholdActions({ person, view }: OfPerson) {
  const { t } = useTranslation('households');
  const [sheet, setSheet] = useState<'add' | 'size' | 'separate' | null>(null);
  const close = () => setSheet(null);
  return (
    <Group gap="sm">
      <Button
        variant="default"
        size="xs"
        leftSection={<IconUserPlus size={18} aria-hidden />}
        onClick={() => setSheet('add')}
      >
        {t('add.open')}
      </Button>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconHomeSearch size={18} aria-hidden />}
        onClick={() => setSheet('size')}
      >
        {t('size.open')}
      </Button>
      {view.members.length > 0 && (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconUserMinus size={18} aria-hidden />}
          onClick={() => setSheet('separate')}
        >
          {t('separate.open')}
        </Button>
      )}
      {sheet === 'add' && <AddRelativeSheet person={person} onClose={close} />}
      {sheet === 'size' && <HouseholdSheet person={person} view={view} onClose={close} />}
      {sheet === 'separate' && <SeparateSheet person={person} view={view} onClose={close} />}
    </Group>
  );
}
