import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EMPLOYER_KINDS } from '../../shared/access/access.contract.ts';
import { NOTE_LEVELS } from '../../shared/consultations/consultations.contract.ts';
import { addDays, type LocalDate } from '../../shared/kernel/instants.ts';
import { NO_FILTER, type TimelineFilter } from '../../shared/people/timeline-filter.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { useKeys } from '../ui/keyboard/use-keys.tsx';

const KINDS = ['contact', 'note', 'letter', 'step'] as const;
const PERIOD_DAYS = { all: null, days30: 30, days365: 365 } as const;
type Period = keyof typeof PERIOD_DAYS;
const PERIODS = ['all', 'days30', 'days365'] as const satisfies readonly Period[];

interface TimelineFiltersProps {
  filter: TimelineFilter;
  onChange: (filter: TimelineFilter) => void;
  today: LocalDate;
  /** The topics that occur. */
  topics: readonly string[];
  shown: number;
  all: number;
  employers: Readonly<Record<'city' | 'partner', string | null>>;
}

/** What of a person's history is shown: kind, matter, employer, level, period. Alt F goes to the first of them. */
export function TimelineFilters({ filter, onChange, today, topics, shown, all, employers }: TimelineFiltersProps) {
  const { t } = useTranslation('people');
  const { t: notes } = useTranslation('consultations');
  const { topic } = useCatalogue();
  const bar = useRef<HTMLDivElement>(null);
  useKeys([
    {
      keys: 'alt+f',
      label: t('timeline.filterBy.key'),
      run: () => bar.current?.querySelector<HTMLInputElement>('input:checked')?.focus(),
    },
  ]);
  const change = (part: Partial<TimelineFilter>) => onChange({ ...filter, ...part });
  const period =
    PERIODS.find((one) => PERIOD_DAYS[one] !== null && addDays(today, -PERIOD_DAYS[one]) === filter.from) ?? 'all';
  const filtered = JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
  return (
    <Group ref={bar} gap="xs" mb="sm" role="group" aria-label={t('timeline.filter')}>
      <SegmentedControl
        size="xs"
        aria-label={t('timeline.filter')}
        value={filter.kind ?? 'all'}
        onChange={(value) => change({ kind: KINDS.find((one) => one === value) ?? null })}
        data={(['all', ...KINDS] as const).map((value) => ({ value, label: t(`timeline.${value}`) }))}
      />
      <Select
        size="xs"
        w={140}
        searchable
        clearable
        aria-label={t('timeline.filterBy.topic')}
        placeholder={t('timeline.filterBy.anyTopic')}
        value={filter.topic}
        onChange={(value) => change({ topic: value })}
        data={topics.map((id) => ({ value: id, label: topic(id) }))}
      />
      <Select
        size="xs"
        w={140}
        clearable
        aria-label={t('timeline.filterBy.employer')}
        placeholder={t('timeline.filterBy.anyEmployer')}
        value={filter.employer}
        onChange={(value) => change({ employer: EMPLOYER_KINDS.find((one) => one === value) ?? null })}
        data={EMPLOYER_KINDS.map((kind) => ({ value: kind, label: employers[kind] ?? t(`timeline.employer.${kind}`) }))}
      />
      <Select
        size="xs"
        w={140}
        clearable
        aria-label={t('timeline.filterBy.level')}
        placeholder={t('timeline.filterBy.anyLevel')}
        value={filter.level}
        onChange={(value) => change({ level: NOTE_LEVELS.find((one) => one === value) ?? null })}
        data={NOTE_LEVELS.map((level) => ({
          value: level,
          label: level === 'V2' ? t('timeline.filterBy.oneEmployer') : notes(`level.${level}.word`),
        }))}
      />
      <Select
        size="xs"
        w={130}
        allowDeselect={false}
        aria-label={t('timeline.filterBy.period')}
        value={period}
        onChange={(value) => {
          const days = PERIOD_DAYS[PERIODS.find((one) => one === value) ?? 'all'];
          change({ from: days === null ? null : addDays(today, -days) });
        }}
        data={PERIODS.map((value) => ({
          value,
          label: t(`timeline.filterBy.since.${value}`),
        }))}
      />
      {filtered && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconFilterOff size={16} aria-hidden />}
          onClick={() => onChange(NO_FILTER)}
        >
          {t('timeline.filterBy.reset')}
        </Button>
      )}
      <Text size="sm" c="dimmed" role="status">
        {filtered ? t('timeline.filterBy.shown', { shown, all }) : ''}
      </Text>
      <KeyHint keys="Alt F" />
    </Group>
  );
}
