import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ChipField } from '../ui/chip-field.tsx';
import { MinorWarning } from './minor-warning.tsx';

interface Companions {
  spoken: string | null;
  understood: string | null;
  topics: readonly string[];
  genderWish: 'w' | 'm' | null;
  companionInterprets: 'adult' | 'minor' | null;
}

const WHO = ['adult', 'minor'] as const;

/** Whether somebody who came along interprets; where it is a child, who could do it instead right now. */
export function CompanionInterprets({
  entry,
  onChange,
}: {
  entry: Companions;
  onChange: (who: 'adult' | 'minor' | null) => void;
}) {
  const { t } = useTranslation('interpreters');
  const { spoken, understood, topics, genderWish, companionInterprets: chosen } = entry;
  return (
    <Stack gap="xs">
      <ChipField
        label={t('minor.label')}
        chosen={chosen === null ? [] : [chosen]}
        onToggle={(who) => onChange(who === chosen ? null : who)}
        options={WHO.map((id) => ({ id, label: t(`minor.${id}`) }))}
      />
      {chosen === 'minor' && spoken !== null && (
        <MinorWarning spoken={spoken} understood={understood} topics={topics} genderWish={genderWish} />
      )}
    </Stack>
  );
}
