import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonHit } from '../../shared/people/people.contract.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { Bdi } from '../ui/bdi.tsx';

/** One person of a list: enough to tell two people of one name apart, and no more. */
export function PersonHitLine({ hit }: { hit: PersonHit }) {
  const { t } = useTranslation('people');
  const { language } = useCatalogue();
  const facts = [
    hit.bornYear === null ? null : t('bornYear', { year: hit.bornYear }),
    hit.spoken === null ? null : language(hit.spoken),
    hit.district,
    hit.matchedBy.includes('phone') ? t('matchedBy.phone') : null,
  ].filter((fact) => fact !== null);
  return (
    <div>
      <Group gap="sm" wrap="nowrap" justify="space-between">
        <Bdi fw={600}>{hit.name}</Bdi>
        {hit.ownScriptName !== '' && hit.ownScriptName !== hit.name && <Bdi c="dimmed">{hit.ownScriptName}</Bdi>}
      </Group>
      {facts.length > 0 && (
        <Text size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
      )}
    </div>
  );
}
