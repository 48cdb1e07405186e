import { Button, Group, Stack, TextInput, Title, VisuallyHidden } from '@mantine/core';
import { IconHome, IconId, IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useRight } from '../access/session-store.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Section } from '../ui/section.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { useFocusOnMount } from '../ui/use-focus-on-mount.ts';
import { CreatePersonForm } from './create-person-form.tsx';
import classes from './people.module.css';
import { personFromWords } from './person-form-values.ts';
import { PersonHitLine } from './person-hit-line.tsx';
import { type PeopleSearch, usePeopleSearch } from './use-people-search.ts';

/** Search first; the people who were here last; create only who is not there yet. */
export default function PeopleScreen() {
  const { t: flats } = useTranslation('flats');
  const { t } = useTranslation(['people', 'duplicates', 'profile-cards']);
  const [, navigate] = useLocation();
  const mayWrite = useRight('people.write');
  const [words, setWords] = useState('');
  const field = useFocusOnMount<HTMLInputElement>();
  const [creating, setCreating] = useState(false);
  const search = usePeopleSearch(words);
  const best = search.searching && search.settled ? search.hits[0] : undefined;
  return (
    <Stack gap="md" className={classes.page}>
      <Group justify="space-between" align="center">
        <Title order={1}>{t('title')}</Title>
        <Group gap="sm">
          <Button component={Link} href="/flats" variant="subtle" leftSection={<IconHome size={18} aria-hidden />}>
            {flats('title')}
          </Button>
          <Button component={Link} href="/people/duplicates" variant="subtle">
            {t('open', { ns: 'duplicates' })}
          </Button>
          {mayWrite && (
            <Button
              component={Link}
              href="/people/card"
              variant="subtle"
              leftSection={<IconId size={18} aria-hidden />}
            >
              {t('read.title', { ns: 'profile-cards' })}
            </Button>
          )}
          {mayWrite && (
            <Button
              variant="default"
              leftSection={<IconUserPlus size={18} aria-hidden />}
              onClick={() => setCreating(true)}
            >
              {t('search.new')}
            </Button>
          )}
        </Group>
      </Group>
      <TextInput
        size="md"
        label={t('search.label')}
        description={t('search.hint')}
        placeholder={t('search.placeholder')}
        leftSection={<IconSearch size={18} aria-hidden />}
        dir="auto"
        autoComplete="off"
        ref={field}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && best) navigate(`/people/${best.id}`);
        }}
      />
      <Section title={search.searching ? t('search.hits') : t('search.recent')}>
        <VisuallyHidden role="status">
          {search.searching && search.settled ? t('picker.found', { count: search.hits.length }) : ''}
        </VisuallyHidden>
        <Hits search={search} onCreate={mayWrite ? () => setCreating(true) : null} />
      </Section>
      {creating && (
        <Sheet title={t('create.title')} size="lg" closeOnClickOutside={false} onClose={() => setCreating(false)}>
          <CreatePersonForm
            start={personFromWords(words)}
            onCancel={() => setCreating(false)}
            onChosen={(person) => navigate(`/people/${person.id}`)}
          />
        </Sheet>
      )}
    </Stack>
  );
}

function Hits({ search, onCreate }: { search: PeopleSearch; onCreate: (() => void) | null }) {
  const { t } = useTranslation('people');
  if (search.error) return <ErrorState error={search.error} onRetry={search.retry} />;
  if (search.hits.length === 0) {
    if (!search.settled) return null;
    if (!search.searching) return <EmptyState title={t('search.empty')} hint={t('search.emptyHint')} />;
    return (
      <EmptyState
        title={t('search.none')}
        hint={t('search.noneHint')}
        action={onCreate && <Button onClick={onCreate}>{t('create.submit')}</Button>}
      />
    );
  }
  return (
    <ul className={classes.hits}>
      {search.hits.map((hit) => (
        <li key={hit.id}>
          <Link href={`/people/${hit.id}`} className={classes.hit ?? ''}>
            <PersonHitLine hit={hit} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
