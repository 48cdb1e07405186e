import { Button, Select } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EMPLOYER_KINDS } from '../../shared/access/access.contract.ts';
import { NOTE_LEVELS } from '../../shared/consultations/consultations.contract.ts';
import { useSession } from '../access/session-store.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { DateField } from '../letters/date-field.tsx';
import { useEmployerNames } from '../office/use-employer-names.ts';
import classes from './search.module.css';
import { NO_FILTERS, type NoteFilters } from './use-note-search.ts';

/** What narrows the search down: topic, period, employer, level. */
export function SearchFilters({ filters, onChange }: { filters: NoteFilters; onChange: (next: NoteFilters) => void }) {
  const { t } = useTranslation('search');
  const { t: notes } = useTranslation('consultations');
  const session = useSession();
  const { everyTopicOption } = useCatalogue();
  const { t: common } = useTranslation();
  const employerNames = useEmployerNames();
  const isFiltered = Object.values(filters).some((value) => value !== null);
  return (
    <div className={classes.filters} role="group" aria-label={t('filter.label')}>
      <Select
        label={t('filter.topic')}
        placeholder={t('filter.any')}
        w={170}
        clearable
        searchable
        data={everyTopicOption()}
        value={filters.topic}
        onChange={(value) => onChange({ ...filters, topic: value })}
      />
      <Select
        label={t('filter.employer')}
        placeholder={t('filter.both')}
        w={150}
        clearable
        data={EMPLOYER_KINDS.map((kind) => ({ value: kind, label: employerNames[kind] ?? common(`employer.${kind}`) }))}
        value={filters.employer}
        onChange={(value) => onChange({ ...filters, employer: EMPLOYER_KINDS.find((kind) => kind === value) ?? null })}
      />
      <Select
        label={t('filter.level')}
        placeholder={t('filter.any')}
        w={140}
        clearable
        data={NOTE_LEVELS.map((level) => ({
          value: level,
          label: level === 'V2' ? notes(`level.V2.${session.employerKind}`) : notes(`level.${level}.word`),
        }))}
        value={filters.level}
        onChange={(value) => onChange({ ...filters, level: NOTE_LEVELS.find((level) => level === value) ?? null })}
      />
      <DateField label={t('filter.from')} value={filters.from} onChange={(from) => onChange({ ...filters, from })} />
      <DateField label={t('filter.to')} value={filters.to} onChange={(to) => onChange({ ...filters, to })} />
      {isFiltered && (
        <Button
          variant="subtle"
          color="gray"
          mt={26}
          leftSection={<IconFilterOff size={18} aria-hidden />}
          onClick={() => onChange(NO_FILTERS)}
        >
          {t('filter.none')}
        </Button>
      )}
    </div>
  );
}
