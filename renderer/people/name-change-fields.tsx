import { Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../shared/kernel/instants.ts';
import { NAME_CHANGE_REASONS } from '../../shared/people/people.contract.ts';
import { DateField } from '../letters/date-field.tsx';

export interface NameChange {
  reason: (typeof NAME_CHANGE_REASONS)[number];
  untilOn: LocalDate | null;
}

/** Asked when a name ends: why, and until when it held. The old name goes into the history. */
export function NameChangeFields({ value, onChange }: { value: NameChange; onChange: (change: NameChange) => void }) {
  const { t } = useTranslation('people');
  return (
    <Stack gap="xs">
      <Radio.Group
        label={t('nameChange.title')}
        value={value.reason}
        onChange={(chosen) => {
          const reason = NAME_CHANGE_REASONS.find((one) => one === chosen);
          if (reason) onChange({ ...value, reason });
        }}
      >
        <Stack gap={6} mt={6}>
          {NAME_CHANGE_REASONS.toSorted((a) => (a === 'correction' ? -1 : 0)).map((reason) => (
            <Radio key={reason} value={reason} label={t(`nameChange.${reason}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {value.reason !== 'correction' && (
        <DateField
          label={t('nameChange.untilOn')}
          value={value.untilOn}
          onChange={(untilOn) => onChange({ ...value, untilOn })}
        />
      )}
      <Text size="sm" c="dimmed">
        {t('nameChange.help')}
      </Text>
    </Stack>
  );
}
