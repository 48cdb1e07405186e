import classes from './kiosk.module.css';

/** How long the screen still waits before it clears itself. It only shrinks; whoever can't see it loses nothing. */
export function IdleBar({ left }: { left: number }) {
  return (
    <div className={classes.idle} aria-hidden>
      <div style={{ inlineSize: `${Math.round(left * 100)}%` }} />
    </div>
  );
}
