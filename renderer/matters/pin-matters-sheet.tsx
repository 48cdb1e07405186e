import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MATTER_KEYS, type MatterOnKey } from '../../shared/matters/matters.rules.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';
import classes from './matters.module.css';

interface Line {
  topic: string | null;
  result: string | null;
}

/** The lead puts matters on the first digits; a line left empty is learned. */
export function PinMattersSheet({ matters, onClose }: { matters: readonly MatterOnKey[]; onClose: () => void }) {
  const { t } = useTranslation('matters');
  const { t: common } = useTranslation();
  const { topicOptions, resultOptions } = useCatalogue();
  const queryClient = useQueryClient();
  const [lines, setLines] = useState<readonly Line[]>(() =>
    Array.from({ length: MATTER_KEYS }, (_, index) => {
      const matter = matters[index];
      return matter?.from === 'pinned' ? matter : { topic: null, result: null };
    }),
  );
  const pin = useCommand(orpc.matters.pin, {
    onDone: () => {
      void queryClient.invalidateQueries({ queryKey: orpc.matters.key() });
      showNotice({ kind: 'done', text: t('didPin') });
      onClose();
    },
  });
  const change = (index: number, part: Partial<Line>) =>
    setLines((now) => now.map((line, at) => (at === index ? { ...line, ...part } : line)));
  const incomplete = lines.some((line) => (line.topic === null) !== (line.result === null));
  const chosen = lines.flatMap((line) =>
    line.topic !== null && line.result !== null ? { topic: line.topic, result: line.result } : [],
  );
  return (
    <Sheet title={t('pinTitle')} onClose={onClose} size="46rem">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!incomplete) void pin.run({ matters: chosen });
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('pinHint')}
          </Text>
          {lines.map((line, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- a line is its digit
            <div key={index} className={classes.row} role="group" aria-label={t('digit', { number: index + 1 })}>
              <Text fw={600}>{t('digit', { number: index + 1 })}</Text>
              <Select
                aria-label={t('topic')}
                placeholder={t('free')}
                clearable
                searchable
                data={topicOptions()}
                value={line.topic}
                onChange={(value) => change(index, { topic: value, ...(value === null ? { result: null } : {}) })}
              />
              <Select
                aria-label={t('result')}
                data={resultOptions()}
                disabled={line.topic === null}
                value={line.result}
                onChange={(value) => change(index, { result: value })}
              />
            </div>
          ))}
          <Group justify="space-between">
            <Text size="sm" c="var(--error-text)" role="status">
              {incomplete ? t('incomplete') : ''}
            </Text>
            <Group gap="xs">
              <Button variant="subtle" color="gray" onClick={onClose}>
                {common('cancel')}
              </Button>
              <Button type="submit" loading={pin.pending} disabled={incomplete}>
                {common('save')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Sheet>
  );
}
