import { Button, Group, Text } from '@mantine/core';
import { IconBellRinging, IconPoint, IconUrgent } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmergencyView } from '../../shared/emergency/emergency.contract.ts';
import { rememberedDesk } from '../access/remembered-desk.ts';
import { useRight } from '../access/session-store.ts';
import { useFaultText } from '../i18n/fault-text.ts';
import { useFormats } from '../i18n/formats.ts';
import { client, orpc } from '../rpc/client.ts';
import { faultOf } from '../rpc/fault.ts';
import { useCommand } from '../rpc/use-command.ts';
import { showNotice } from '../ui/notices/notice-store.ts';
import { soundAlarm } from './alarm-sound.ts';
import classes from './emergency-banner.module.css';
import { useEmergencyCalls } from './use-emergency-calls.ts';

/**
 * Emergency calls of the desks, over everything and also on a locked screen: desk and time, no name. A silent one is a
 * small sign in the corner without a sound: whoever stands before the desk is not to notice.
 */
export function EmergencyBanner() {
  const calls = useEmergencyCalls();
  const sounded = useRef(new Set<string>());
  const here = rememberedDesk();
  useEffect(() => {
    for (const call of calls) {
      if (call.silent || call.desk === here || sounded.current.has(call.id)) continue;
      sounded.current.add(call.id);
      soundAlarm();
    }
  }, [calls, here]);
  if (calls.length === 0) return null;
  return (
    <div className={classes.place}>
      {calls.map((call) => (
        <Call key={call.id} call={call} here={here} />
      ))}
    </div>
  );
}

function Call({ call, here }: { call: EmergencyView; here: number }) {
  const { t } = useTranslation('emergency');
  const formats = useFormats();
  const faultText = useFaultText();
  const mayEnd = useRight('queue.work');
  const end = useCommand(orpc.emergency.end);
  const isMine = call.desk === here;
  const answer = () =>
    void client.emergency
      .answer({ id: call.id, desk: here })
      .catch((error: unknown) => showNotice({ kind: 'error', text: faultText(faultOf(error)) }));
  const Icon = call.silent ? IconPoint : isMine ? IconBellRinging : IconUrgent;
  return (
    // A silent call is a status, so that no screen reader speaks up over what is said at the desk.
    <section
      role={call.silent ? 'status' : 'alert'}
      aria-label={t('title')}
      className={classes.call}
      data-silent={call.silent || undefined}
    >
      <Icon size={call.silent ? 20 : 32} aria-hidden />
      <div className={classes.words}>
        <Text fw={700} {...(call.silent ? { size: 'sm' } : { fz: 'xl' })}>
          {call.silent
            ? // At the calling desk no word of a call: the screen may be in sight.
              t(isMine ? 'mineSilently' : 'deskSilently', { desk: call.desk })
            : t(isMine ? 'mine' : 'desk', { desk: call.desk })}
        </Text>
        <Text size="sm">
          {t('since', { time: formats.time(call.at) })}
          {call.coming.length > 0 && ` · ${t('coming', { desks: call.coming.join(', '), count: call.coming.length })}`}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        {!isMine && !call.coming.includes(here) && (
          <Button variant="white" color="dark" size={call.silent ? 'compact-sm' : 'md'} onClick={answer}>
            {t('answer')}
          </Button>
        )}
        {mayEnd && (
          <Button
            variant="outline"
            color="dark"
            className={classes.end ?? ''}
            size={call.silent ? 'compact-sm' : 'md'}
            loading={end.pending}
            onClick={() => void end.run({ id: call.id })}
          >
            {t('end')}
          </Button>
        )}
      </Group>
    </section>
  );
}
