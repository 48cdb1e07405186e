import { type CSSProperties, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentView } from '../../../shared/appointments/appointment-view.ts';
import { wallTime } from '../../../shared/appointments/wall-time.rules.ts';
import { localTimeOf } from '../../../shared/kernel/instants.ts';
import classes from './agenda.module.css';
import type { HoursOfDay } from './agenda-days.ts';
import { AppointmentBlock } from './appointment-block.tsx';
import { inLanes } from './lanes.ts';
import { hoursOf, placeOn, scaleFor, type TimeScale } from './time-scale.ts';

export interface GridColumn {
  key: string;
  /** What names the column, for screen readers. */
  label: string;
  head: ReactNode;
  hours: readonly HoursOfDay[];
  appointments: readonly AppointmentView[];
  /** Whether nobody is here on that day. */
  closed: boolean;
  /** The moment, in the column of today. */
  now: string | null;
}

/** Columns beside each other on one scale of hours: behind, when somebody is there; on it, the appointments. */
export function TimeGrid({ columns, detailed }: { columns: readonly GridColumn[]; detailed: boolean }) {
  const scale = scaleFor(columns.flatMap(({ hours, appointments }) => [...hours, ...appointments]));
  const full = hoursOf(scale);
  const style: CSSProperties & Record<`--${string}`, number> = { '--hours': full.length, '--columns': columns.length };
  return (
    <div className={classes.scroller} data-detailed={detailed || undefined}>
      <div className={classes.grid} style={style}>
        <div className={classes.gutter} aria-hidden>
          <div className={classes.corner} />
          <div className={classes.times}>
            {full.map((minutes) => (
              <span key={minutes}>{wallTime(minutes)}</span>
            ))}
          </div>
        </div>
        {columns.map(({ key, ...column }) => (
          <Column key={key} {...column} scale={scale} detailed={detailed} />
        ))}
      </div>
    </div>
  );
}

function Column({
  label,
  head,
  hours,
  appointments,
  closed,
  now,
  scale,
  detailed,
}: Omit<GridColumn, 'key'> & { scale: TimeScale; detailed: boolean }) {
  const { t } = useTranslation('appointments');
  const titleId = useId();
  const time = now === null ? null : localTimeOf(now);
  const nowAt = time === null ? null : placeOn(scale, { from: time, to: time }).top;
  return (
    <section className={classes.column} aria-labelledby={titleId} data-today={now !== null || undefined}>
      <div className={classes.head}>
        <h3 id={titleId} className={classes.columnTitle}>
          {label}
        </h3>
        {head}
      </div>
      <div className={classes.body} data-closed={closed || undefined}>
        {hours.map((one) => (
          <div key={one.id} aria-hidden className={classes.band} data-kind={one.kind} style={percent(scale, one)} />
        ))}
        {nowAt !== null && nowAt > 0 && nowAt < 100 && (
          <div aria-hidden className={classes.now} style={{ top: `${nowAt}%` }} />
        )}
        <ol className={classes.blocks} aria-label={t('agenda.appointmentsOf', { what: label })}>
          {inLanes(appointments).map(({ item, lane, lanes }) => (
            <li
              key={item.id}
              className={classes.place}
              style={{
                ...percent(scale, item),
                insetInlineStart: `${(lane / lanes) * 100}%`,
                width: `${100 / lanes}%`,
              }}
            >
              <AppointmentBlock appointment={item} detailed={detailed} />
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

function percent(scale: TimeScale, time: { from: string; to: string }): { top: string; height: string } {
  const { top, height } = placeOn(scale, time);
  return { top: `${top}%`, height: `${height}%` };
}
