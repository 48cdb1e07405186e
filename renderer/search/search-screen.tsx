import { Stack, Text, TextInput, Title, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Section } from '../ui/section.tsx';
import { useFocusOnMount } from '../ui/use-focus-on-mount.ts';
import { NoteHitLine } from './note-hit-line.tsx';
import classes from './search.module.css';
import { SearchFilters } from './search-filters.tsx';
import { takeSearchIntent } from './search-intent.ts';
import { NO_FILTERS, type NoteSearch, useNoteSearch } from './use-note-search.ts';

/** Full-text search over the notes that this person may read, the newest first. */
export default function SearchScreen() {
  const { t } = useTranslation('search');
  const [left] = useState(takeSearchIntent);
  const [words, setWords] = useState(left?.words ?? '');
  const [filters, setFilters] = useState(NO_FILTERS);
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(left?.noteId ? [left.noteId] : []));
  const field = useFocusOnMount<HTMLInputElement>();
  const search = useNoteSearch(words, filters);
  const toggle = (noteId: string) =>
    setOpened((now) => (now.has(noteId) ? new Set([...now].filter((id) => id !== noteId)) : new Set([...now, noteId])));
  return (
    <Stack gap="md" className={classes.page}>
      <Title order={1}>{t('title')}</Title>
      <TextInput
        size="md"
        label={t('label')}
        description={t('hint')}
        leftSection={<IconSearch size={18} aria-hidden />}
        dir="auto"
        autoComplete="off"
        ref={field}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <SearchFilters filters={filters} onChange={setFilters} />
      <Section
        title={t('found')}
        aside={
          <Text size="sm" c="dimmed" role="status">
            {search.reach === 'all' ? '' : t(`reach.${search.reach}`)}
          </Text>
        }
      >
        <VisuallyHidden role="status">
          {search.searching && search.settled ? t('count', { count: search.hits.length }) : ''}
        </VisuallyHidden>
        <Hits search={search} opened={opened} onToggle={toggle} />
      </Section>
    </Stack>
  );
}

interface HitsProps {
  search: NoteSearch;
  opened: ReadonlySet<string>;
  onToggle: (noteId: string) => void;
}

function Hits({ search, opened, onToggle }: HitsProps) {
  const { t } = useTranslation('search');
  if (search.error) return <ErrorState error={search.error} onRetry={search.retry} />;
  if (!search.searching) return <EmptyState title={t('empty')} hint={t('emptyHint')} />;
  if (search.hits.length === 0) {
    return search.settled ? <EmptyState title={t('none')} hint={t('noneHint')} /> : null;
  }
  return (
    <>
      <ul className={classes.hits}>
        {search.hits.map((hit) => (
          <li key={hit.noteId}>
            <NoteHitLine hit={hit} open={opened.has(hit.noteId)} onToggle={() => onToggle(hit.noteId)} />
          </li>
        ))}
      </ul>
      {search.more && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('more')}
        </Text>
      )}
    </>
  );
}
