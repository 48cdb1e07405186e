import { Anchor, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconChevronRight, IconClockEdit, IconListCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PLACES, type Place } from '../../../shared/appointments/consulting-hours.rules.ts';
import { isBeyondPromise } from '../../../shared/appointments/free-slots.rules.ts';
import { addDays, type LocalDate } from '../../../shared/kernel/instants.ts';
import { useSession } from '../../access/session-store.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { orpc } from '../../rpc/client.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { PlaceIcon } from '../place-mark.tsx';
import { useStaffOfOffice } from '../use-staff-of-office.ts';
import classes from './booking.module.css';
import { type ChosenTime, timeOf } from './booking-draft.ts';
import { OtherTime } from './other-time.tsx';
import { SlotList } from './slot-list.tsx';
import { slotsByDay } from './slots-by-day.ts';

/** So many slots are asked for at once; they fill what can be seen. */
const SLOTS = 40;

interface TimeChoiceProps {
  need: { language: string | null; topics: readonly string[]; minutes: number | null };
  /** The first day that is looked at; null: today. */
  from: LocalDate | null;
  /** The place that is looked at first, let go where nothing is free there; null: any. */
  proposed: Place | null;
  value: ChosenTime | null;
  onChange: (time: ChosenTime | null) => void;
  /** Whether the first free slot takes the focus when it is there. */
  takesFocus: boolean;
  /** Time is chosen freely from the start, as for what needs no consulting hours. */
  freely: boolean;
}

/** The next free slots for the need at once, by place and by who is there; or any other time. */
export function TimeChoice({ need, from, proposed, value, onChange, takesFocus, freely }: TimeChoiceProps) {
  const { t } = useTranslation('appointments');
  const { language } = useCatalogue();
  const session = useSession();
  const staff = useStaffOfOffice();
  const [place, setPlace] = useState(proposed);
  const [isProposal, setIsProposal] = useState(proposed !== null);
  const [staffId, setStaffId] = useState<string | null>(null);
  const [start, setStart] = useState(from);
  const [anyLanguage, setAnyLanguage] = useState(false);
  const [other, setOther] = useState(freely);
  const asked = {
    language: anyLanguage ? null : need.language,
    topics: [...need.topics],
    staffId,
    place,
    minutes: need.minutes,
    from: start,
    limit: SLOTS,
  };
  const free = useQuery({
    ...orpc.appointments.freeSlots.queryOptions({ input: asked }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const nothingThere = free.data?.slots.length === 0 && !free.isPlaceholderData;
  useEffect(() => {
    if (!isProposal || !nothingThere) return;
    setIsProposal(false);
    setPlace(null);
  }, [isProposal, nothingThere]);
  const days = slotsByDay(free.data?.slots ?? [], SLOTS);
  const lastDay = days.at(-1)?.day;
  return (
    <Stack gap="sm" className={classes.times}>
      <Group justify="space-between" gap="xs">
        <Text component="h3" className={classes.heading}>
          {other ? t('time.other') : t('time.free')}
        </Text>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={other ? <IconListCheck size={16} aria-hidden /> : <IconClockEdit size={16} aria-hidden />}
          onClick={() => {
            setOther(!other);
            onChange(null);
          }}
        >
          {other ? t('time.showFree') : t('time.chooseOther')}
        </Button>
      </Group>
      {other ? (
        <OtherTime
          start={start ?? free.data?.today ?? null}
          minutes={need.minutes}
          travelMinutes={free.data?.travelMinutes ?? 0}
          value={value}
          onChange={onChange}
        />
      ) : (
        <>
          <Group gap="xs" align="center">
            <ChipGroup
              label={t('time.place')}
              options={PLACES.map((id) => ({ id, label: t(`places.${id}`), icon: <PlaceIcon place={id} /> }))}
              chosen={place === null ? [] : [place]}
              onToggle={(id) => {
                setIsProposal(false);
                setPlace(place === id ? null : id);
              }}
            />
            <Select
              size="xs"
              w={150}
              aria-label={t('time.with')}
              placeholder={t('time.withAnybody')}
              clearable
              data={staff.map(({ id, firstName }) => ({ value: id, label: firstName }))}
              value={staffId}
              onChange={setStaffId}
            />
          </Group>
          {free.error ? (
            <ErrorState error={free.error} onRetry={() => void free.refetch()} />
          ) : !free.data ? (
            <SkeletonLines lines={4} height={40} />
          ) : (
            <>
              {start === null && (
                <Text size="sm" c={isBeyondPromise(free.data.thirdNextDays) ? 'var(--urgent-text)' : 'dimmed'}>
                  {free.data.thirdNextDays === null
                    ? t('time.thirdNextNever')
                    : t('time.thirdNext', { count: free.data.thirdNextDays })}
                </Text>
              )}
              <SlotList
                days={days}
                value={value}
                takesFocus={takesFocus}
                onChoose={(slot) => onChange(timeOf(slot, free.data.travelMinutes, session.staffId))}
              />
              {days.length === 0 && (
                <Text size="sm">
                  {asked.language === null ? t('time.none') : t('time.noneIn', { language: language(asked.language) })}
                </Text>
              )}
              <Group gap="md">
                {need.language !== null && (
                  <Anchor component="button" type="button" size="sm" onClick={() => setAnyLanguage(!anyLanguage)}>
                    {anyLanguage ? t('time.onlyIn', { language: language(need.language) }) : t('time.allLanguages')}
                  </Anchor>
                )}
                {start !== from && (
                  <Anchor component="button" type="button" size="sm" onClick={() => setStart(from)}>
                    {t('time.fromStart')}
                  </Anchor>
                )}
                {lastDay !== undefined && (
                  <Anchor component="button" type="button" size="sm" onClick={() => setStart(addDays(lastDay, 1))}>
                    <span className={classes.later}>
                      {t('time.later')}
                      <IconChevronRight size={16} aria-hidden />
                    </span>
                  </Anchor>
                )}
              </Group>
            </>
          )}
        </>
      )}
    </Stack>
  );
}
