import { Button, Group, Text } from '@mantine/core';
import { IconArrowMerge } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { LikelyPair as Pair } from '../../../shared/people/duplicates.contract.ts';
import { useRight } from '../../access/session-store.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { showNotice } from '../../ui/notices/notice-store.ts';
import classes from '../people.module.css';
import { PersonHitLine } from '../person-hit-line.tsx';

/** Two records side by side, with what speaks for one person and against it, and the two decisions. */
export function LikelyPair({ pair, onCompare }: { pair: Pair; onCompare: () => void }) {
  const { t } = useTranslation('duplicates');
  const mayWrite = useRight('people.write');
  const setDistinct = useCommand(orpc.duplicates.setDistinct);
  const names = { first: pair.first.name, second: pair.second.name };
  const notSame = async () => {
    const done = await setDistinct.run({ firstId: pair.first.id, secondId: pair.second.id });
    if (done) showNotice({ kind: 'done', text: t('didNotSame') });
  };
  return (
    <section className={classes.pair} aria-label={t('pair', names)}>
      <div className={classes.sides}>
        {[pair.first, pair.second].map((hit) => (
          <Link key={hit.id} href={`/people/${hit.id}`} className={classes.hit ?? ''}>
            <PersonHitLine hit={hit} />
          </Link>
        ))}
      </div>
      <Text size="sm">
        <Text span inherit fw={600}>{`${t('speaksFor')}: `}</Text>
        {pair.reasonsFor.map((reason) => t(`for.${reason}`)).join(', ')}
      </Text>
      <Text size="sm">
        <Text span inherit fw={600}>{`${t('speaksAgainst')}: `}</Text>
        {pair.reasonsAgainst.map((reason) => t(`against.${reason}`)).join(', ') || t('nothingAgainst')}
      </Text>
      {mayWrite && (
        <Group gap="sm" mt="xs">
          <Button
            leftSection={<IconArrowMerge size={18} aria-hidden />}
            onClick={onCompare}
            aria-label={t('comparePair', names)}
          >
            {t('compare')}
          </Button>
          <Button
            variant="default"
            loading={setDistinct.pending}
            onClick={() => void notSame()}
            aria-label={t('notSamePair', names)}
          >
            {t('notSame')}
          </Button>
        </Group>
      )}
    </section>
  );
}
