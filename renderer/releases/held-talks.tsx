import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HeldTalk } from '../../shared/releases/releases.contract.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { Message } from '../ui/message.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import classes from './releases.module.css';
import { useEmployerWords } from './use-employer-words.ts';

/** Talks that stay closed to the other employer until ours says that they are this person's; nothing where there are none. */
export function HeldTalks({ personId, held }: { personId: string; held: readonly HeldTalk[] }) {
  const { t } = useTranslation('releases');
  const words = useEmployerWords();
  const { instantDay } = useFormats();
  const { topic } = useCatalogue();
  const confirm = useCommand(orpc.releases.confirm, {
    onDone: () => showNotice({ kind: 'done', text: t('held.did', { other: words.other }) }),
  });
  if (held.length === 0) return null;
  const send = (talks: readonly HeldTalk[]) =>
    void confirm.run({ personId, contactIds: talks.map(({ contactId }) => contactId) });
  return (
    <Message
      kind="info"
      action={
        held.length > 1 ? (
          <Button size="compact-sm" loading={confirm.pending} onClick={() => send(held)}>
            {t('held.all')}
          </Button>
        ) : undefined
      }
    >
      <Stack gap="xs">
        <Text size="sm">{t('held.why', { count: held.length, own: words.own, other: words.other })}</Text>
        <ul className={classes.held}>
          {held.map((talk) => {
            const what = [instantDay(talk.at), ...talk.topics.map(topic)].join(' · ');
            return (
              <li key={talk.contactId}>
                <Group justify="space-between" gap="xs">
                  <Text size="sm">{what}</Text>
                  <Button
                    variant="default"
                    size="compact-sm"
                    loading={confirm.pending}
                    aria-label={t('held.oneNamed', { talk: what })}
                    onClick={() => send([talk])}
                  >
                    {t('held.one')}
                  </Button>
                </Group>
              </li>
            );
          })}
        </ul>
      </Stack>
    </Message>
  );
}
