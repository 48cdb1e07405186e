import { Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CatalogueChange } from '../../shared/catalogues/catalogues.contract.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { usePhraseWords } from '../steps/use-phrase-words.ts';
import { Bdi } from '../ui/bdi.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Section } from '../ui/section.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';

/** Every version of this office's catalogue: what changed, when, by whom. */
export function HistoryTab() {
  const { t } = useTranslation('catalogues');
  const formats = useFormats();
  const labels = useCatalogue();
  const phrases = usePhraseWords();
  const history = useQuery(orpc.catalogues.history.queryOptions({ input: {} }));
  const nameOf = ({ kind, id, label }: CatalogueChange) =>
    label !== '' ? label : kind === 'step' ? phrases.open(id) : labels[kind](id);
  if (history.error) return <ErrorState error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return <SkeletonLines lines={6} height={36} />;
  const { changes } = history.data;
  if (changes.length === 0) return <EmptyState title={t('history.none')} hint={t('history.noneHint')} />;
  return (
    <Section title={t('tab.history')}>
      <Table verticalSpacing={4} aria-label={t('tab.history')}>
        <Table.Thead>
          <Table.Tr>
            {(['version', 'when', 'who', 'list', 'what'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`history.column.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.map((change) => (
            <Table.Tr key={change.version}>
              <Table.Td>{change.version}</Table.Td>
              <Table.Td>
                {formats.instantDay(change.at)} {formats.time(change.at)}
              </Table.Td>
              <Table.Td>
                <Bdi>{change.staffName}</Bdi>
              </Table.Td>
              <Table.Td>{t(`tab.${change.kind}`)}</Table.Td>
              <Table.Td>{t(`history.change.${change.change}`, { name: nameOf(change) })}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
