import { Button, Text } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlatView } from '../../shared/flats/flats.contract.ts';
import { useRight } from '../access/session-store.ts';
import classes from '../people/people.module.css';
import { orpc } from '../rpc/client.ts';
import { Section } from '../ui/section.tsx';
import { FlatLine } from './flat-line.tsx';
import { FlatSheet } from './flat-sheet.tsx';

/** What a landlord offers, on their own page: it may lie open before them, so it says of households only how many. */
export function LandlordFlats({ landlordId }: { landlordId: string }) {
  const { t } = useTranslation('flats');
  const mayWrite = useRight('people.write');
  const [editing, setEditing] = useState<FlatView | 'new' | null>(null);
  const found = useQuery(orpc.flats.list.queryOptions({ input: { landlordId } }));
  const flats = found.data?.flats ?? [];
  return (
    <Section
      title={t('of')}
      aside={
        mayWrite && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setEditing('new')}
          >
            {t('add')}
          </Button>
        )
      }
    >
      {found.data && flats.length === 0 && <Text c="dimmed">{t('none')}</Text>}
      <ul className={classes.plainList}>
        {flats.map((flat) => (
          <li key={flat.id}>
            <FlatLine flat={flat} showLandlord={false}>
              {mayWrite && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  leftSection={<IconPencil size={16} aria-hidden />}
                  onClick={() => setEditing(flat)}
                >
                  {t('change')}
                </Button>
              )}
            </FlatLine>
          </li>
        ))}
      </ul>
      {editing && (
        <FlatSheet landlordId={landlordId} flat={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Section>
  );
}
