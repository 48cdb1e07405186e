import { Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PLACES, type Place } from '../../../shared/appointments/consulting-hours.rules.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { useSession } from '../../access/session-store.ts';
import { DateField } from '../../letters/date-field.tsx';
import { ChipField } from '../../ui/chip-field.tsx';
import { PlaceIcon } from '../place-mark.tsx';
import type { ChosenTime } from './booking-draft.ts';
import { useOutposts } from './use-outposts.ts';

const WALL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const MINUTES = 30;

interface OtherTimeProps {
  start: LocalDate | null;
  minutes: number | null;
  /** The office's usual way to a visit. */
  travelMinutes: number;
  value: ChosenTime | null;
  onChange: (time: ChosenTime | null) => void;
}

/** Any day and time, whether or not somebody is there; what stands in the way is said before it is booked. */
export function OtherTime({ start, minutes, travelMinutes, value, onChange }: OtherTimeProps) {
  const { t } = useTranslation('appointments');
  const session = useSession();
  const outposts = useOutposts();
  const [entry, setEntry] = useState<{
    day: LocalDate | null;
    from: string;
    minutes: number;
    place: Place;
    outpostId: string | null;
  }>({ day: start, from: '', minutes: minutes ?? MINUTES, place: 'office', outpostId: null });
  const change = (part: Partial<typeof entry>) => {
    const next = { ...entry, ...part };
    setEntry(next);
    const { day, from, place, outpostId } = next;
    if (day === null || !WALL_TIME.test(from) || (place === 'outpost' && outpostId === null)) return onChange(null);
    // With whom and how long the way is stays as it was chosen beneath, until the place is another one.
    const isSamePlace = value?.place === place;
    onChange({
      ...next,
      day,
      staffIds: value?.staffIds ?? [session.staffId],
      travelMinutes: isSamePlace ? value.travelMinutes : place === 'home' ? travelMinutes : 0,
    });
  };
  return (
    <Stack gap="md">
      <Group gap="sm" align="flex-start">
        <DateField label={t('time.day')} value={entry.day} onChange={(day) => change({ day })} />
        <TextInput
          type="time"
          w={120}
          label={t('time.from')}
          value={entry.from}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <NumberInput
          w={110}
          label={t('time.minutes')}
          min={5}
          max={600}
          step={5}
          value={entry.minutes}
          onChange={(next) => typeof next === 'number' && next >= 5 && change({ minutes: Math.min(600, next) })}
        />
      </Group>
      <ChipField
        label={t('time.place')}
        options={PLACES.map((id) => ({ id, label: t(`places.${id}`), icon: <PlaceIcon place={id} /> }))}
        chosen={[entry.place]}
        onToggle={(place) => change({ place, outpostId: place === 'outpost' ? (outposts[0]?.id ?? null) : null })}
      />
      {entry.place === 'outpost' && (
        <Select
          w={260}
          label={t('places.outpost')}
          placeholder={outposts.length === 0 ? t('time.noOutpost') : ''}
          data={outposts.map(({ id, name }) => ({ value: id, label: name }))}
          value={entry.outpostId}
          onChange={(outpostId) => change({ outpostId })}
        />
      )}
    </Stack>
  );
}
