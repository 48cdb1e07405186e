import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonHit } from '../../shared/people/people.contract.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { Bdi } from '../ui/bdi.tsx';
import classes from './people.module.css';

/** One person of a list: enough to tell two people of one name apart, and why they were found where that is not plain to see. */
export function PersonHitLine({ hit }: { hit: PersonHit }) {
  const { t } = useTranslation('people');
  const { language } = useCatalogue();
  const facts = [
    hit.level === 'pseudonymous' ? t('page.pseudonym') : null,
    hit.bornYear === null ? null : t('bornYear', { year: hit.bornYear }),
    hit.spoken === null ? null : language(hit.spoken),
    hit.district,
  ].filter((fact) => fact !== null);
  // That the letters stand in the name is seen; why else somebody is a hit is said.
  const reasons = hit.matchedBy.filter(({ reason }) => reason !== 'name' && reason !== 'own-script');
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
      {reasons.length > 0 && (
        <Text size="sm" className={classes.reasons ?? ''}>
          {reasons.map(({ reason, found }, at) => (
            <span key={`${reason} ${found}`}>
              {at > 0 && ' · '}
              <Bdi>{t(`matchedBy.${reason}`, { found: `\u2068${found}\u2069` })}</Bdi>
            </span>
          ))}
        </Text>
      )}
    </div>
  );
}
