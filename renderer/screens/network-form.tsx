import { Button, Group, NumberInput, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PAPER_SIZES, type PaperSize, type ScreenSettings } from '../../shared/screens/screens.contract.ts';
import { client, orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { Message } from '../ui/message.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { printHtml } from '../ui/print-html.ts';
import { Section } from '../ui/section.tsx';

/** Whether devices of the office network are let in, at which port, and on what paper slips come. */
export function NetworkForm({ settings, mayChange }: { settings: ScreenSettings; mayChange: boolean }) {
  const { t } = useTranslation('screens');
  const paperLabel = useId();
  const [network, setNetwork] = useState(settings.network);
  const [port, setPort] = useState<number | string>(settings.port);
  const [paper, setPaper] = useState<PaperSize>(settings.paper);
  const change = useCommand(orpc.screens.changeSettings, {
    onDone: () => showNotice({ kind: 'done', text: t('network.saved') }),
  });
  const isPort = typeof port === 'number' && port >= 1024 && port <= 65_535;
  const printTest = async (): Promise<void> => {
    const { html } = await client.screens.selfTest({});
    await printHtml(html, t('network.selfTest'));
  };
  return (
    <Section title={t('network.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isPort) void change.run({ revision: settings.revision, network, port, paper });
        }}
      >
        <Stack gap="sm">
          {settings.canServe && (
            <>
              <Switch
                label={t('network.serve')}
                description={t('network.serveHelp')}
                checked={network}
                disabled={!mayChange}
                onChange={(event) => setNetwork(event.currentTarget.checked)}
              />
              <NumberInput
                label={t('network.port')}
                min={1024}
                max={65_535}
                allowDecimal={false}
                hideControls
                w="8rem"
                value={port}
                disabled={!mayChange}
                onChange={setPort}
              />
              {settings.problem && (
                <Message kind="error">
                  {t(settings.problem === 'failed' ? 'network.failed' : 'network.portInUse')}
                </Message>
              )}
            </>
          )}
          <div>
            <Text size="sm" fw={500} id={paperLabel} mb={4}>
              {t('network.paper')}
            </Text>
            <SegmentedControl
              aria-labelledby={paperLabel}
              disabled={!mayChange}
              value={paper}
              onChange={(value) => setPaper(value)}
              data={PAPER_SIZES.map((size) => ({ value: size, label: t(`network.papers.${size}`) }))}
            />
          </div>
          <Text size="sm" c="dimmed">
            {t(settings.prints ? 'network.prints' : 'network.printsNot')}
          </Text>
          <Group gap="xs">
            {mayChange && (
              <Button type="submit" loading={change.pending} disabled={!isPort}>
                {t('network.save')}
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
              onClick={() => void printTest()}
            >
              {t('network.selfTest')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
