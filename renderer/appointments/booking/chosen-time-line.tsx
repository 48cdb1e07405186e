import { Group, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { minutesOfDay, wallTime } from '../../../shared/appointments/wall-time.rules.ts';
import { useFormats } from '../../i18n/formats.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { PlaceMark } from '../place-mark.tsx';
import { useStaffOfOffice } from '../use-staff-of-office.ts';
import classes from './booking.module.css';
import type { ChosenTime } from './booking-draft.ts';
import { useOutposts } from './use-outposts.ts';

/** The chosen time in words, with whom it is and how long the way takes. */
export function ChosenTimeLine({ time, onChange }: { time: ChosenTime; onChange: (time: ChosenTime) => void }) {
  const { t } = useTranslation('appointments');
  const formats = useFormats();
  const staff = useStaffOfOffice();
  const outposts = useOutposts();
  const { day, from, minutes, place, outpostId, staffIds, travelMinutes } = time;
  return (
    <Group gap="md">
      <div>
        <p className={classes.chosen} role="status">
          {t('when', { day: formats.longDate(day), from: t('fromTo', { from, to: endOf(from, minutes) }) })}
        </p>
        <PlaceMark place={place} outpostName={outposts.find(({ id }) => id === outpostId)?.name ?? null} />
      </div>
      <ChipGroup
        label={t('time.with')}
        options={staff.map(({ id, firstName }) => ({ id, label: firstName }))}
        chosen={staffIds}
        onToggle={(id) =>
          onChange({
            ...time,
            staffIds: staffIds.includes(id) ? staffIds.filter((one) => one !== id) : [...staffIds, id],
          })
        }
      />
      {(place === 'home' || place === 'outpost') && (
        <NumberInput
          w={150}
          size="xs"
          label={t('time.travel')}
          min={0}
          max={180}
          step={5}
          value={travelMinutes}
          onChange={(next) =>
            typeof next === 'number' && onChange({ ...time, travelMinutes: Math.min(180, Math.max(0, next)) })
          }
        />
      )}
    </Group>
  );
}

function endOf(from: string, minutes: number): string {
  return wallTime((minutesOfDay(from) + minutes) % (24 * 60));
}
