import { Button, Text } from '@mantine/core';
import { IconMoonStars, IconRotateClockwise } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { showNotice } from '../ui/notices/notice-store.ts';
import classes from './desk-screen.module.css';

/** The middle of the desk after the close of day. */
export function DayClosed({ closedAt }: { closedAt: string }) {
  const { t } = useTranslation('desk');
  const formats = useFormats();
  const reopen = useCommand(orpc.queue.reopenDay, {
    onDone: () => showNotice({ kind: 'done', text: t('day.didReopen') }),
  });
  return (
    <section className={classes.calm} aria-label={t('day.closedTitle')}>
      <IconMoonStars size={40} aria-hidden />
      <Text component="h2" fz="xl" fw={650} m={0}>
        {t('day.closedAt', { time: formats.time(closedAt) })}
      </Text>
      <Text c="dimmed">{t('day.closedHint')}</Text>
      <Button
        variant="default"
        leftSection={<IconRotateClockwise size={18} aria-hidden />}
        loading={reopen.pending}
        onClick={() => void reopen.run({})}
      >
        {t('day.reopen')}
      </Button>
    </section>
  );
}
