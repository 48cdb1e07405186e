import { Button, Group, Select, Stack, Table, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CLIENT_LANGUAGES } from '../../shared/catalogue/catalogue.ts';
import type { PersonView } from '../../shared/people/people.contract.ts';
import type { NoteReading } from '../../shared/releases/releases.contract.ts';
import { useSession } from '../access/session-store.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { Bdi } from '../ui/bdi.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { LevelWord } from '../ui/level-edge.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import classes from './releases.module.css';
import { useEmployerWords } from './use-employer-words.ts';
import { usePrintPage } from './use-print-page.ts';

/** Who of the other employer has read which note; printed for the person in their language. */
export function ReadingsSheet({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { t } = useTranslation('releases');
  const { language } = useCatalogue();
  const readings = useQuery({
    ...orpc.releases.readings.queryOptions({ input: { personId: person.id } }),
    // Readings are told of by no change event.
    refetchOnMount: 'always',
  });
  const [paper, setPaper] = useState(
    () => CLIENT_LANGUAGES.find((one) => one === (person.read ?? person.spoken)) ?? 'de',
  );
  const printed = usePrintPage();
  return (
    <Sheet title={t('readings.title')} size="xl" onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('readings.hint')}
        </Text>
        {readings.data ? (
          <Readings readings={readings.data.readings} />
        ) : readings.error ? (
          <ErrorState error={readings.error} onRetry={() => void readings.refetch()} />
        ) : (
          <SkeletonLines lines={3} height={28} />
        )}
        <Group justify="flex-end" align="flex-end" gap="sm">
          <Select
            label={t('readings.printLanguage')}
            allowDeselect={false}
            value={paper}
            onChange={(value) => setPaper(CLIENT_LANGUAGES.find((one) => one === value) ?? paper)}
            data={CLIENT_LANGUAGES.map((id) => ({ value: id, label: language(id) }))}
          />
          <Button
            data-autofocus
            leftSection={<IconPrinter size={18} aria-hidden />}
            loading={printed.pending}
            onClick={() =>
              void printed.print(
                () => orpc.releases.readingsPage.call({ personId: person.id, language: paper }),
                t('readings.pageTitle'),
              )
            }
          >
            {t('readings.print')}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  );
}

function Readings({ readings }: { readings: readonly NoteReading[] }) {
  const { t } = useTranslation('releases');
  const { instantDay, time } = useFormats();
  const { nameOf } = useEmployerWords();
  const { displayName } = useSession();
  if (readings.length === 0) return <Text>{t('readings.none')}</Text>;
  return (
    // A list that scrolls has to be reachable for the keyboard.
    <section className={classes.readings} tabIndex={0} aria-label={t('readings.title')}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('readings.at')}</Table.Th>
            <Table.Th>{t('readings.who')}</Table.Th>
            <Table.Th>{t('readings.note')}</Table.Th>
            <Table.Th>{t('readings.level')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {readings.map((reading) => (
            <Table.Tr key={`${reading.at} ${reading.noteId}`}>
              <Table.Td>{`${instantDay(reading.at)}, ${time(reading.at)}`}</Table.Td>
              <Table.Td>
                <Bdi>{reading.readerName}</Bdi>, {nameOf(reading.readerEmployer)}
              </Table.Td>
              <Table.Td>
                {t('readings.noteOf', { day: instantDay(reading.noteWrittenAt), author: reading.noteAuthorName })}
              </Table.Td>
              <Table.Td>
                <LevelWord
                  level={reading.level}
                  employerKind={reading.readerEmployer === 'city' ? 'partner' : 'city'}
                  own={reading.noteAuthorName === displayName}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
