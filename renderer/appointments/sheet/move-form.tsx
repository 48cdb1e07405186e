import { Group, Stack, Text } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { showUndoable } from '../../ui/notices/notice-store.ts';
import type { ChosenTime } from '../booking/booking-draft.ts';
import { ChosenTimeLine } from '../booking/chosen-time-line.tsx';
import { InterpreterSelect } from '../booking/interpreter-select.tsx';
import { ObstacleMessages } from '../booking/obstacle-messages.tsx';
import { TimeChoice } from '../booking/time-choice.tsx';
import { useCheck } from '../booking/use-check.ts';
import { useAppointmentUndo } from '../use-appointment-undo.ts';
import type { OneAppointment } from './one-appointment.ts';
import classes from './sheet.module.css';

/** Another time or place for an appointment; the old one is freed and offered to whoever wants to come earlier. */
export function MoveForm({ one, onDone }: { one: OneAppointment; onDone: () => void }) {
  const { t } = useTranslation('appointments');
  const formats = useFormats();
  const undoAppointment = useAppointmentUndo();
  const { appointment, participants } = one;
  const [time, setTime] = useState<ChosenTime | null>(null);
  const [interpreterId, setInterpreterId] = useState(appointment.interpreterId);
  const { kind, language, topics, seats, unnamed, minutes, reach, note } = appointment;
  const fields =
    time === null
      ? null
      : {
          ...time,
          kind,
          language,
          topics,
          staffIds: [...time.staffIds],
          personIds: participants.map(({ id }) => id),
          interpreterId,
          seats,
          unnamed,
          partnerId: null,
          reach,
          note,
          requestedOn: null,
          despiteWarnings: false,
        };
  const { found } = useCheck(fields, appointment.id);
  const move = useCommand(orpc.appointments.move);
  const refused = found !== null && found.refusals.length > 0;
  const warned = found !== null && found.warnings.length > 0;
  const isReady = time !== null && found !== null && !refused;
  const moveNow = async () => {
    if (!isReady || move.pending) return;
    const moved = await move.run({
      appointmentId: appointment.id,
      revision: appointment.revision,
      ...time,
      staffIds: [...time.staffIds],
      interpreterId,
      despiteWarnings: warned,
    });
    if (!moved) return;
    showUndoable({
      text: t('did.changed', { when: t('when', { day: formats.shortDate(time.day), from: time.from }) }),
      undo: () => undoAppointment(appointment.id, 'changed'),
    });
    onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void moveNow();
      }}
    >
      <Stack gap="sm">
        <TimeChoice
          need={{ language, topics, minutes }}
          from={null}
          proposed={null}
          value={time}
          onChange={setTime}
          takesFocus
          freely={kind === 'blocked'}
        />
        {kind !== 'blocked' && (
          <InterpreterSelect language={language} value={interpreterId} onChange={setInterpreterId} />
        )}
        {time !== null && found && <ObstacleMessages found={found} />}
        <Group justify="space-between" className={classes.end}>
          {time === null ? (
            <Text c="dimmed">{t('time.chooseFirst')}</Text>
          ) : (
            <ChosenTimeLine time={time} onChange={setTime} />
          )}
          <KeyButton
            keys="F7"
            submits
            leftSection={<IconCalendarTime size={18} aria-hidden />}
            disabled={!isReady}
            loading={move.pending}
          >
            {warned && !refused ? t('act.moveDespite') : t('act.move')}
          </KeyButton>
        </Group>
      </Stack>
    </form>
  );
}
