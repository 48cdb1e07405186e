import { Group, Stack, Text } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import type { BookingStart } from '../appointment-sheets.ts';
import type { BookedAppointment } from './booked.tsx';
import classes from './booking.module.css';
import { type BookingDraft, type ChosenTime, draftOf, fieldsOf } from './booking-draft.ts';
import { ChosenTimeLine } from './chosen-time-line.tsx';
import { keepBooking, keptBooking } from './kept-booking.ts';
import { MatterFields } from './matter-fields.tsx';
import { ObstacleMessages } from './obstacle-messages.tsx';
import { TimeChoice } from './time-choice.tsx';
import { useBook } from './use-book.ts';
import { useCheck } from './use-check.ts';

/** What it is about on one side, the next free times on the other, and what is booked at the end. */
export function BookingForm({
  start,
  onBooked,
}: {
  start: BookingStart;
  onBooked: (booked: BookedAppointment) => void;
}) {
  const { t } = useTranslation('appointments');
  const [time, setTime] = useState<ChosenTime | null>(null);
  const [draft, setNow] = useState(() => keptBooking() ?? draftOf(start));
  const setDraft = (next: BookingDraft) => {
    // What needs no consulting hours has its time chosen freely: begun anew.
    if ((next.kind === 'blocked') !== (draft.kind === 'blocked')) setTime(null);
    setNow(next);
    keepBooking(next);
  };
  const check = useCheck(time === null ? null : fieldsOf(draft, time, false), null);
  const { book, pending } = useBook();
  const isFull = draft.kind === 'group' && draft.people.length + draft.unnamed > draft.seats;
  const refused = check.found !== null && check.found.refusals.length > 0;
  const warned = check.found !== null && check.found.warnings.length > 0;
  const isReady = time !== null && check.found !== null && !refused && !isFull;
  const bookNow = async () => {
    if (!isReady || pending) return;
    const fields = fieldsOf(draft, time, warned);
    const booked = await book(fields);
    if (!booked) return;
    keepBooking(null);
    onBooked({ ...booked, ...time, kind: draft.kind, language: fields.language });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void bookNow();
      }}
    >
      <div className={classes.columns}>
        <MatterFields draft={draft} onChange={setDraft} />
        <Stack gap="sm">
          <TimeChoice
            key={draft.kind === 'blocked' ? 'freely' : 'slots'}
            need={{ language: draft.language, topics: draft.topics, minutes: null }}
            from={start.from ?? null}
            proposed={start.place ?? null}
            value={time}
            onChange={setTime}
            takesFocus
            freely={draft.kind === 'blocked'}
          />
          {time !== null && check.found && <ObstacleMessages found={check.found} />}
        </Stack>
      </div>
      <Group justify="space-between" className={classes.end} gap="sm">
        {time === null ? (
          <Text c="dimmed">{t('time.chooseFirst')}</Text>
        ) : (
          <ChosenTimeLine time={time} onChange={setTime} />
        )}
        <KeyButton
          keys="F8"
          submits
          size="md"
          leftSection={<IconCalendarPlus size={20} aria-hidden />}
          disabled={!isReady}
          loading={pending}
        >
          {warned && !refused ? t('bookDespite') : t('bookNow')}
        </KeyButton>
      </Group>
    </form>
  );
}
