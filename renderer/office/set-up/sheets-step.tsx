import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecoverySheet } from '../../../shared/office/office.contract.ts';
import type { EmployerSide } from './set-up-values.ts';
import { SheetCard } from './sheet-card.tsx';

export type TypedGroups = Record<EmployerSide, string[]>;

interface SheetsStepProps {
  sheets: readonly RecoverySheet[];
  officeName: string;
  typed: TypedGroups;
  onTyped: (typed: TypedGroups) => void;
  /** Whether wrong groups are marked: only after somebody tried to go on. */
  marked: boolean;
}

/** A recovery sheet for each employer: shown to its own people, printed, and proven by typing two groups from the paper. */
export function SheetsStep({ sheets, officeName, typed, onTyped, marked }: SheetsStepProps) {
  const { t } = useTranslation('office');
  return (
    <Stack gap="md">
      <Text>{t('setUp.sheets.intro')}</Text>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {sheets.map((sheet) => (
          <SheetCard
            key={sheet.employer}
            sheet={sheet}
            officeName={officeName}
            typed={typed[sheet.employer]}
            marked={marked}
            onTyped={(groups) => onTyped({ ...typed, [sheet.employer]: groups })}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}
