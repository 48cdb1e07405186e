import { Group, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenPerson } from '../../people/person-picker.tsx';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { showNotice } from '../../ui/notices/notice-store.ts';
import { PeopleEditor } from '../booking/people-fields.tsx';
import type { OneAppointment } from './one-appointment.ts';
import classes from './sheet.module.css';

/** Who takes part, up to the seats that there are. */
export function PeopleForm({ one, onDone }: { one: OneAppointment; onDone: () => void }) {
  const { t } = useTranslation('appointments');
  const { appointment } = one;
  const [people, setPeople] = useState<readonly ChosenPerson[]>(one.participants);
  const [unnamed, setUnnamed] = useState(appointment.unnamed);
  const taken = people.length + unnamed;
  const set = useCommand(orpc.appointments.setPeople);
  const save = async () => {
    const on = { appointmentId: appointment.id, revision: appointment.revision };
    if (!(await set.run({ ...on, personIds: people.map(({ id }) => id), unnamed }))) return;
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
        <PeopleEditor
          people={people}
          unnamed={unnamed}
          language={appointment.language}
          fewest={0}
          onAdd={(person) => {
            if (people.some(({ id }) => id === person.id)) return;
            setPeople([...people, person]);
            // Whoever had no name until now has one.
            if (taken >= appointment.seats && unnamed > 0) setUnnamed(unnamed - 1);
          }}
          onRemove={(personId) => setPeople(people.filter(({ id }) => id !== personId))}
          onUnnamed={setUnnamed}
        />
        <Text c={taken > appointment.seats ? 'var(--error-text)' : 'dimmed'} role="status">
          {t('sheet.seats', { taken, seats: appointment.seats })}
        </Text>
        <Group justify="flex-end" className={classes.end}>
          <KeyButton
            keys="F4"
            submits
            leftSection={<IconCheck size={18} aria-hidden />}
            disabled={taken > appointment.seats}
            loading={set.pending}
          >
            {t('act.savePeople')}
          </KeyButton>
        </Group>
      </Stack>
    </form>
  );
}
