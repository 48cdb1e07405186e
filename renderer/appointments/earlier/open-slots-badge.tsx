import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../access/session-store.ts';
import { orpc } from '../../rpc/client.ts';
import classes from './earlier.module.css';

/** How many slots were given back and suit somebody who would come earlier; nothing where there is none. */
export function OpenSlotsBadge() {
  const { t } = useTranslation('appointments');
  const mayRead = useRight('appointments.work');
  const earlier = useQuery({ ...orpc.appointments.earlier.queryOptions({ input: {} }), enabled: mayRead });
  const count = (earlier.data?.slots ?? []).filter(({ suits }) => suits > 0).length;
  if (count === 0) return null;
  return (
    <>
      <span className={classes.badge} aria-hidden>
        {count}
      </span>
      <VisuallyHidden>{t('earlier.open', { count })}</VisuallyHidden>
    </>
  );
}
