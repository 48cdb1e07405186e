import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { centralIdOf } from '../../../shared/catalogue/own-ids.ts';
import type { ContactView } from '../../../shared/consultations/consultations.contract.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { orpc } from '../../rpc/client.ts';

/** How often the talk's obstacles came up in this office this quarter: nobody is alone with it. Few are not told apart. */
export function Often({ obstacles }: { obstacles: ContactView['obstacles'] }) {
  const { t } = useTranslation('consultations');
  const labels = useCatalogue();
  const often = useQuery({ ...orpc.obstacles.often.queryOptions({ input: {} }), enabled: obstacles.length > 0 });
  if (!often.data || obstacles.length === 0) return null;
  const known = new Map(often.data.counts.map(({ obstacle, count }) => [obstacle, count]));
  // What the office added is counted with what it belongs to.
  const central = [...new Set(obstacles.map(({ obstacle }) => centralIdOf(obstacle)))];
  const parts = central.map((obstacle) => {
    const count = known.get(obstacle) ?? null;
    return count === null
      ? t('obstacles.fewer', { obstacle: labels.obstacle(obstacle) })
      : t('obstacles.often', { obstacle: labels.obstacle(obstacle), count });
  });
  return (
    <Text size="xs" c="dimmed">
      {t('obstacles.oftenIntro', { parts: parts.join(' · ') })}
    </Text>
  );
}
