import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { TopicIcon } from '../../ui/topic-icon.tsx';

/** What somebody came for, as it was said at the door. */
export function TopicList({ topics }: { topics: readonly string[] }) {
  const { t } = useTranslation('queue');
  const { topic } = useCatalogue();
  if (topics.length === 0) return <Text c="dimmed">{t('noTopicYet')}</Text>;
  return (
    <Group component="ul" gap="4px 16px" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('checkIn.topics')}>
      {topics.map((id) => (
        <Group component="li" key={id} gap={6} wrap="nowrap">
          <TopicIcon id={id} size={20} />
          <Text>{topic(id)}</Text>
        </Group>
      ))}
    </Group>
  );
}
