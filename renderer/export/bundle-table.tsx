import { Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClock, IconExclamationCircle, IconReplace } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BundleView } from '../../shared/export/export.contract.ts';
import { useFormats } from '../i18n/formats.ts';
import { sizeWords } from '../office/snapshots/snapshot-size.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Section } from '../ui/section.tsx';
import classes from './export.module.css';
import { codeWord } from './field-words.ts';

const ICONS = {
  writing: IconClock,
  written: IconClock,
  confirmed: IconCircleCheck,
  held: IconClock,
  rejected: IconAlertTriangle,
  superseded: IconReplace,
  fork: IconExclamationCircle,
} as const;

/** Every bundle and what the city said to it, newest first. */
export function BundleTable({ bundles }: { bundles: readonly BundleView[] }) {
  const { t, i18n } = useTranslation('export');
  const { instantDay, time } = useFormats();
  const when = (instant: string) => `${instantDay(instant)}, ${time(instant)}`;
  return (
    <Section title={t('bundles.title')}>
      {bundles.length === 0 ? (
        <EmptyState title={t('bundles.empty')} hint={t('bundles.emptyHint')} />
      ) : (
        <Table.ScrollContainer minWidth={640} type="native">
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('bundles.createdAt')}</Table.Th>
                <Table.Th>{t('bundles.kind')}</Table.Th>
                <Table.Th>{t('bundles.number')}</Table.Th>
                <Table.Th>{t('bundles.size')}</Table.Th>
                <Table.Th>{t('bundles.state')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {bundles.map((bundle) => {
                const Icon = ICONS[bundle.state];
                return (
                  <Table.Tr key={bundle.name}>
                    <Table.Td className={classes.nowrap}>{when(bundle.createdAt)}</Table.Td>
                    <Table.Td>{t(`kind.${bundle.kind}`)}</Table.Td>
                    <Table.Td className={classes.nowrap}>
                      {t('bundles.epochAndNumber', { epoch: bundle.epoch, number: bundle.sequence })}
                    </Table.Td>
                    <Table.Td className={classes.nowrap}>
                      {bundle.sizeBytes === 0 ? '' : sizeWords(i18n.language, bundle.sizeBytes)}
                    </Table.Td>
                    <Table.Td>
                      <span className={classes.state} data-state={bundle.state}>
                        <Icon size={18} aria-hidden />
                        {t(`state.${bundle.state}`)}
                        {bundle.confirmedAt !== null && `, ${when(bundle.confirmedAt)}`}
                      </span>
                      {bundle.code !== null && (
                        <Text size="sm" c="dimmed">
                          {codeWord(t, bundle.code)}
                        </Text>
                      )}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Section>
  );
}
