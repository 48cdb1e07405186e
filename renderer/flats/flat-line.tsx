import { Badge, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlatView } from '../../shared/flats/flats.contract.ts';
import { useFormats } from '../i18n/formats.ts';
import { Bdi } from '../ui/bdi.tsx';

/** A flat in two lines, with how many households would fit: a number, and never who they are. */
export function FlatLine({
  flat,
  showLandlord,
  children,
}: {
  flat: FlatView;
  showLandlord: boolean;
  children?: ReactNode;
}) {
  const { t, i18n } = useTranslation('flats');
  const { date } = useFormats();
  const euros = (cents: number) =>
    new Intl.NumberFormat(i18n.language, { style: 'currency', currency: 'EUR', maximumFractionDigits: 2 }).format(
      cents / 100,
    );
  const rooms = new Intl.NumberFormat(i18n.language).format(flat.rooms);
  const facts = [
    t('rent', { rent: euros(flat.rentCents) }),
    t('deposit', { deposit: euros(flat.depositCents) }),
    flat.freeFrom === null ? null : t('freeFrom', { day: date(flat.freeFrom) }),
    flat.viewing === '' ? null : t('viewing', { words: flat.viewing }),
  ].filter((fact) => fact !== null);
  return (
    <div>
      <Group gap="sm">
        <Text fw={600}>{t('line', { rooms, size: flat.sizeSqm, district: flat.district })}</Text>
        <Badge variant="default" tt="none">
          {t(`state.${flat.state}`)}
        </Badge>
        {showLandlord && <Bdi c="dimmed">{t('by', { name: flat.landlord.name })}</Bdi>}
      </Group>
      <Text size="sm" c="dimmed">
        {facts.join(' · ')}
      </Text>
      <Group gap="sm" mt={2}>
        {(flat.state === 'offered' || flat.state === 'reserved') && (
          <Text size="sm">{t('fits', { count: flat.fitting })}</Text>
        )}
        {children}
      </Group>
    </div>
  );
}
