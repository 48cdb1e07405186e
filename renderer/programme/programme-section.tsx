import { Stack, Switch, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRight } from '../access/session-store.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Section } from '../ui/section.tsx';

/** Whether the programme is counted in this office: one switch, for whoever sets the office up. */
export function ProgrammeSection() {
  const { t } = useTranslation('office');
  const mayChange = useRight('office.configure');
  const counting = useQuery({ ...orpc.programme.counting.queryOptions({ input: {} }), enabled: mayChange });
  const set = useCommand(orpc.programme.setCounting);
  if (!mayChange || !counting.data) return null;
  const { on, revision } = counting.data;
  const change = async (next: boolean) => {
    const done = await set.run({ revision, on: next });
    if (done) showNotice({ kind: 'done', text: t(next ? 'programme.savedOn' : 'programme.savedOff') });
  };
  return (
    <Section title={t('programme.title')}>
      <Stack gap="xs">
        <Switch
          label={t('programme.on')}
          checked={on}
          disabled={set.pending}
          onChange={(event) => void change(event.currentTarget.checked)}
        />
        <Text size="sm" c="dimmed">
          {t('programme.text')}
        </Text>
      </Stack>
    </Section>
  );
}
