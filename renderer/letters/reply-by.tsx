import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type LocalDate, localDateOf } from '../../shared/kernel/instants.ts';
import { dueOnOf } from '../consultations/steps/due-choices.ts';
import { DateField } from './date-field.tsx';

const QUICK = ['one-week', 'two-weeks', 'four-weeks'] as const;

/** Until when an answer is wanted: quick dates beside the field. */
export function ReplyBy({ value, onChange }: { value: LocalDate | null; onChange: (day: LocalDate | null) => void }) {
  const { t } = useTranslation('letters');
  const today = localDateOf(new Date().toISOString());
  return (
    <Group align="flex-start" gap="sm">
      <DateField label={t('replyBy.label')} value={value} onChange={onChange} />
      <Group gap={6} mt={24} role="group" aria-label={t('replyBy.quick')}>
        {QUICK.map((choice) => {
          const day = dueOnOf(choice, today);
          return (
            <Button
              key={choice}
              size="xs"
              variant={value === day ? 'filled' : 'default'}
              aria-pressed={value === day}
              onClick={() => onChange(day)}
            >
              {t(`replyBy.${choice}`)}
            </Button>
          );
        })}
        <Button
          size="xs"
          variant={value === null ? 'filled' : 'default'}
          aria-pressed={value === null}
          onClick={() => onChange(null)}
        >
          {t('replyBy.none')}
        </Button>
      </Group>
    </Group>
  );
}
