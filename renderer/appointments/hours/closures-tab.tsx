import { Button, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HoursPlan } from '../../../shared/appointments/consulting-hours.contract.ts';
import { weekdayOf } from '../../../shared/appointments/wall-time.rules.ts';
import { useRight } from '../../access/session-store.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useStaffNames } from '../../queue/use-staff-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { ClosureForm } from './closure-form.tsx';
import classes from './hours.module.css';
import { useClosureCommands } from './use-closure-commands.ts';
import { useHoursWords } from './use-hours-words.ts';

type Closure = HoursPlan['closures'][number];

/** When the office is closed and who is away, from today on, beside the holidays that close it anyway. */
export function ClosuresTab({ plan }: { plan: HoursPlan }) {
  const { t } = useTranslation('appointments');
  const { date } = useFormats();
  const words = useHoursWords();
  const mayWrite = useRight('consulting-hours.write');
  const groups = [
    { of: 'office', closures: plan.closures.filter(({ staffId }) => staffId === null) },
    { of: 'staff', closures: plan.closures.filter(({ staffId }) => staffId !== null) },
  ] as const;
  return (
    <div className={classes.columns}>
      {groups.map(({ of, closures }) => (
        <Section key={of} title={t(`hours.closures.${of}`)}>
          {closures.length === 0 ? (
            <EmptyState title={t(`hours.closures.none.${of}`)} />
          ) : (
            <ul className={classes.list} aria-label={t(`hours.closures.${of}`)}>
              {closures.map((closure) => (
                <ClosureLine key={closure.id} closure={closure} mayWrite={mayWrite} />
              ))}
            </ul>
          )}
          {mayWrite && <ClosureForm of={of} today={plan.today} />}
        </Section>
      ))}
      <Section title={t('hours.holidays.title')}>
        <Text size="sm" c="dimmed">
          {t('hours.holidays.hint')}
        </Text>
        <ul className={classes.list} aria-label={t('hours.holidays.title')}>
          {plan.holidays.map(({ day, name }) => (
            <li key={day} className={classes.item}>
              <span>{name}</span>
              <Text component="time" dateTime={day} size="sm">
                {`${words.weekday(weekdayOf(day))}, ${date(day)}`}
              </Text>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function ClosureLine({ closure, mayWrite }: { closure: Closure; mayWrite: boolean }) {
  const { t } = useTranslation('appointments');
  const staffName = useStaffNames();
  const words = useHoursWords();
  const commands = useClosureCommands();
  const { staffId, from, to, reason } = closure;
  const span = words.days(from, to);
  const who = staffId === null ? '' : staffName(staffId);
  return (
    <li className={classes.item}>
      <div>
        <Text fw={600}>{who === '' ? span : `${who}: ${span}`}</Text>
        {reason !== '' && <Text size="sm">{reason}</Text>}
      </div>
      {mayWrite && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          aria-label={t('hours.closures.withdrawNamed', { what: who === '' ? span : `${who}: ${span}` })}
          loading={commands.pending}
          onClick={() => void commands.withdraw(closure, span)}
        >
          {t('hours.withdraw')}
        </Button>
      )}
    </li>
  );
}
