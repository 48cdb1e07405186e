import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useRight } from '../../access/session-store.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { orpc } from '../../rpc/client.ts';
import { Message } from '../../ui/message.tsx';
import classes from './availability.module.css';

/** More names than that make no sentence. */
const MOST_NAMED = 2;
/** Days pass also while nobody changes anything. */
const ASK_AGAIN_MS = 15 * 60_000;

/** In which languages the promise of three weeks is broken; nothing while it holds. */
export function AvailabilityAlarm() {
  const { t } = useTranslation('appointments');
  const { language } = useCatalogue();
  const mayRead = useRight('appointments.work');
  const mayLook = useRight('statistics.read');
  const alarms = useQuery({
    ...orpc.appointments.alarms.queryOptions({ input: {} }),
    enabled: mayRead,
    refetchInterval: ASK_AGAIN_MS,
  });
  const late = alarms.data?.languages ?? [];
  if (late.length === 0) return null;
  const rest = late.length - MOST_NAMED;
  const named = late.slice(0, MOST_NAMED).map((one) => language(one.language));
  const languages = [named.join(', '), ...(rest > 0 ? [t('availability.alarmMore', { count: rest })] : [])].join(' ');
  return (
    <div className={classes.alarm}>
      <Message kind="urgent">
        {t('availability.alarm', { count: late.length, languages })}{' '}
        {mayLook && (
          <Anchor component={Link} href="/statistics" inherit c="inherit" td="underline">
            {t('availability.alarmLink')}
          </Anchor>
        )}
      </Message>
    </div>
  );
}
