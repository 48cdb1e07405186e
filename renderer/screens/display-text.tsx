import { Button, Group, TextInput } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Section } from '../ui/section.tsx';

const LONGEST = 120;

/** One line that stands under the calls on every display. */
export function DisplayText({ text }: { text: string }) {
  const { t } = useTranslation('screens');
  const [typed, setTyped] = useState(text);
  const change = useCommand(orpc.screens.changeText, {
    onDone: () => showNotice({ kind: 'done', text: t('text.saved') }),
  });
  return (
    <Section title={t('text.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void change.run({ text: typed.trim() });
        }}
      >
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            label={t('text.label')}
            description={t('text.help')}
            maxLength={LONGEST}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="default"
            loading={change.pending}
            leftSection={<IconMessage size={18} aria-hidden />}
          >
            {t('text.save')}
          </Button>
        </Group>
      </form>
    </Section>
  );
}
