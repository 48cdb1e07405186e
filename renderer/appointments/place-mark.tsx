import { IconBuilding, IconHome, IconMapPin, IconPhone, IconVideo, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../shared/appointments/consulting-hours.rules.ts';
import { Bdi } from '../ui/bdi.tsx';
import classes from './appointments.module.css';

const ICONS: Readonly<Record<Place, TablerIcon>> = {
  office: IconBuilding,
  phone: IconPhone,
  home: IconHome,
  video: IconVideo,
  outpost: IconMapPin,
};

/** The picture of a place; its word stands beside it. */
export function PlaceIcon({ place, size = 16 }: { place: Place; size?: number }) {
  const Icon = ICONS[place];
  return <Icon size={size} aria-hidden />;
}

/** Where it is, as icon and word; an outpost by its name. */
export function PlaceMark({ place, outpostName = null }: { place: Place; outpostName?: string | null }) {
  const { t } = useTranslation('appointments');
  return (
    <span className={classes.place}>
      <PlaceIcon place={place} />
      <Bdi>{outpostName ?? t(`places.${place}`)}</Bdi>
    </span>
  );
}
