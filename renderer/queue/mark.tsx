import type { ReactNode } from 'react';
import classes from './ticket-marks.module.css';

/** One word about a ticket, with its picture. */
export function Mark({ icon, kind, children }: { icon?: ReactNode; kind?: 'urgent'; children: ReactNode }) {
  return (
    <span className={classes.mark} data-kind={kind}>
      {icon}
      <span>{children}</span>
    </span>
  );
}
