import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../shared/kernel/instants.ts';
import { dueOnOf } from '../consultations/steps/due-choices.ts';
import { DateField } from './date-field.tsx';
import { useToday } from './use-today.ts';

const QUICK = ['one-week', 'two-weeks', 'four-weeks'] as const;

/** Until when an answer is wanted: quick dates beside the field. */
export function ReplyBy({ value, onChange }: { value: LocalDate | null; onChange: (day: LocalDate | null) => void }) {
  const { t } = useTranslation('letters');
  const today = useToday();
  return (
    <div>
      <DateField label={t('replyBy.label')} value={value} onChange={onChange} />
      <Group gap={6} mt={6} role="group" aria-label={t('replyBy.quick')}>
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
    </div>
  );
}
