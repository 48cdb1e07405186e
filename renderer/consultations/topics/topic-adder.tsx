import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { findTopics } from '../../queue/check-in/find-topics.ts';
import { useFocusOnMount } from '../../ui/use-focus-on-mount.ts';

interface TopicAdderProps {
  present: readonly string[];
  onAdd: (topicId: string) => void;
  onCancel: () => void;
}

/** One more topic by typing, found by the same letters as at the door. */
export function TopicAdder({ present, onAdd, onCancel }: TopicAdderProps) {
  const { t } = useTranslation('consultations');
  const { topic, topics } = useCatalogue();
  const field = useFocusOnMount<HTMLInputElement>();
  const offered = topics().filter(({ id }) => !present.includes(id));
  return (
    <Select
      aria-label={t('topics.add')}
      placeholder={t('topics.addPlaceholder')}
      searchable
      ref={field}
      defaultDropdownOpened
      selectFirstOptionOnChange
      nothingFoundMessage={t('topics.nothingFound')}
      comboboxProps={{ withinPortal: true }}
      data={offered.map(({ id }) => ({ value: id, label: topic(id) }))}
      filter={({ search }) =>
        findTopics(offered, search, currentLanguage()).map(({ id }) => ({ value: id, label: topic(id) }))
      }
      value={null}
      onChange={(id) => {
        if (id) onAdd(id);
      }}
      onBlur={onCancel}
    />
  );
}
