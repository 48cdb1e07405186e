import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconDoor, IconLanguage, IconMapPin, IconTicket, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './hours.module.css';
import { useHoursWords } from './use-hours-words.ts';
import type { PlanEntry } from './week-plan.ts';

const ICON = { size: 15, 'aria-hidden': true } as const;

/** Some hours of a day in the week: when, how, in which languages, for what, with whom and where. Opens all about them. */
export function HoursCard({ entry, onOpen }: { entry: PlanEntry; onOpen: () => void }) {
  const { t } = useTranslation('appointments');
  const words = useHoursWords();
  const { hours, state, series, awayIds } = entry;
  const takesPlace = state !== 'cancelled' && state !== 'nobody-there';
  return (
    <UnstyledButton className={classes.card} data-state={state} data-kind={hours.kind} onClick={onOpen}>
      <span className={classes.time}>{words.span(hours)}</span>
      {state !== 'usual' && (
        <span className={classes.state}>
          {!takesPlace && <IconAlertTriangle {...ICON} />}
          {t(`hours.state.${state}`)}
        </span>
      )}
      <Line icon={hours.kind === 'open-door' ? <IconDoor {...ICON} /> : <IconTicket {...ICON} />}>
        {words.kind(hours)}
      </Line>
      <Line icon={<IconLanguage {...ICON} />}>{words.languages(hours.languages)}</Line>
      {hours.topics !== null && <Line>{words.topics(hours.topics)}</Line>}
      {state !== 'nobody-there' && <Line icon={<IconUsers {...ICON} />}>{words.staff(hours.staffIds)}</Line>}
      {awayIds.length > 0 && <span className={classes.away}>{t('hours.notThere', { who: words.staff(awayIds) })}</span>}
      {hours.place !== 'office' && (
        <Line icon={<IconMapPin {...ICON} />}>{words.place(hours.place, hours.outpostId)}</Line>
      )}
      {series && series.everyWeeks > 1 && <span className={classes.quiet}>{words.rhythm(series.everyWeeks)}</span>}
    </UnstyledButton>
  );
}

function Line({ icon, children }: { icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={classes.line}>
      {icon}
      <span>{children}</span>
    </span>
  );
}
