import { Group, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { showNotice } from '../../ui/notices/notice-store.ts';
import type { WhoComes } from '../booking/booking-draft.ts';
import { PeopleFields } from '../booking/people-fields.tsx';
import type { OneAppointment } from './one-appointment.ts';
import classes from './sheet.module.css';

/** Who takes part: in a talk whoever comes, in a group up to the seats that there are. */
export function PeopleForm({ one, onDone }: { one: OneAppointment; onDone: () => void }) {
  const { t } = useTranslation('appointments');
  const { id, revision, kind, seats, language } = one.appointment;
  const [who, setWho] = useState<WhoComes>({ kind, seats, people: one.participants, unnamed: one.appointment.unnamed });
  const taken = who.people.length + who.unnamed;
  const isFull = kind !== 'talk' && taken > seats;
  const set = useCommand(orpc.appointments.setPeople);
  const save = async () => {
    const personIds = who.people.map((person) => person.id);
    if (!(await set.run({ appointmentId: id, revision, personIds, unnamed: who.unnamed }))) return;
    showNotice({ kind: 'done', text: t('did.people') });
    onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        <PeopleFields draft={who} language={language} onChange={setWho} />
        {kind !== 'talk' && (
          <Text c={isFull ? 'var(--error-text)' : 'dimmed'} role="status">
            {t('sheet.seats', { taken, seats })}
          </Text>
        )}
        <Group justify="flex-end" className={classes.end}>
          <KeyButton
            keys="F4"
            submits
            leftSection={<IconCheck size={18} aria-hidden />}
            disabled={isFull}
            loading={set.pending}
          >
            {t('act.savePeople')}
          </KeyButton>
        </Group>
      </Stack>
    </form>
  );
}
