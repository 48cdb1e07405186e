import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HoursPlan } from '../../../shared/appointments/consulting-hours.contract.ts';
import { useFormats } from '../../i18n/formats.ts';
import { useStaffNames } from '../../queue/use-staff-names.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { useHoursWords } from './use-hours-words.ts';

/** Who changed what when, newest first. */
export function HistoryTab({ history }: { history: HoursPlan['history'] }) {
  const { t } = useTranslation('appointments');
  const { instantDay, time, shortDate } = useFormats();
  const staffName = useStaffNames();
  const words = useHoursWords();
  const about = ({ subject, weekday, day, lastDay, from, to }: HoursPlan['history'][number]) =>
    [
      weekday === null ? '' : words.weekday(weekday),
      day === null || subject === 'series' ? '' : lastDay === null ? shortDate(day) : words.days(day, lastDay),
      from === null || to === null ? '' : words.span({ from, to }),
      day === null || subject !== 'series' ? '' : t('hours.fromDay', { day: shortDate(day) }),
    ]
      .filter((part) => part !== '')
      .join(' ');
  return (
    <Section title={t('hours.history.title')}>
      {history.length === 0 ? (
        <EmptyState title={t('hours.history.none')} />
      ) : (
        <Table verticalSpacing={4} aria-label={t('hours.history.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('hours.history.when')}</Table.Th>
              <Table.Th scope="col">{t('hours.history.who')}</Table.Th>
              <Table.Th scope="col">{t('hours.history.what')}</Table.Th>
              <Table.Th scope="col">{t('hours.history.about')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {history.map((one, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- two changes of one moment differ only in their place
              <Table.Tr key={`${one.at}-${index}`}>
                <Table.Td>{`${instantDay(one.at)} ${time(one.at)}`}</Table.Td>
                <Table.Td>{staffName(one.staffId)}</Table.Td>
                <Table.Td>{`${t(`hours.history.subject.${one.subject}`)} ${t(`hours.history.did.${one.what}`)}`}</Table.Td>
                <Table.Td>{about(one)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}
