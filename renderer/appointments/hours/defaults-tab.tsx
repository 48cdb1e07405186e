import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appointmentsContract } from '../../../shared/appointments/appointments.contract.ts';
import type { HoursPlan } from '../../../shared/appointments/consulting-hours.contract.ts';
import { useRight } from '../../access/session-store.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { ConflictChoice } from '../../ui/form/conflict-choice.tsx';
import { HELP_BELOW } from '../../ui/form/help-below.ts';
import { useFieldErrors } from '../../ui/form/use-field-errors.ts';
import { useFormValues } from '../../ui/form/use-form-values.ts';
import { WholeNumberInput } from '../../ui/form/whole-number-input.tsx';
import { showUndoable } from '../../ui/notices/notice-store.ts';
import { Section } from '../../ui/section.tsx';

const Input = appointmentsContract.changeSettings['~orpc'].inputSchema;
type Settings = HoursPlan['settings'];

/** What new hours and appointments begin with, and how one gets to the office. */
export function DefaultsTab({ settings }: { settings: Settings }) {
  const { t } = useTranslation('appointments');
  const { t: common } = useTranslation();
  const mayWrite = useRight('consulting-hours.write');
  const errorsOf = useFieldErrors();
  const { form, values, setValues, errors, change, mark } = useFormValues(settings);
  const [conflict, setConflict] = useState(false);
  const save = useCommand(orpc.appointments.changeSettings, {
    onFault: (fault) => {
      if (fault.code !== 'CONFLICT') return 'tell';
      setConflict(true);
      return 'shown';
    },
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = errorsOf(Input, { ...values, requestId: crypto.randomUUID() });
    if (mark(found)) return;
    const before = settings;
    const saved = await save.run(values);
    if (!saved) return;
    change(saved);
    showUndoable({
      text: t('hours.defaults.saved'),
      undo: async () => {
        const back = await save.run({ ...before, ...saved });
        if (back) setValues({ ...before, ...back });
        return back !== null;
      },
    });
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        {conflict && (
          <ConflictChoice
            stored={`${settings.way} · ${t('hours.defaults.slotOf', { minutes: settings.slotMinutes })}`}
            onKeepMine={() => {
              change({ revision: settings.revision });
              setConflict(false);
            }}
            onTakeTheirs={() => {
              setValues(settings);
              setConflict(false);
            }}
          />
        )}
        <Section title={t('hours.defaults.title')}>
          <Stack gap="sm">
            <TextInput
              {...HELP_BELOW}
              label={t('hours.defaults.way')}
              description={t('hours.defaults.wayHelp')}
              autoComplete="off"
              readOnly={!mayWrite}
              value={values.way}
              error={errors.way}
              onChange={(event) => change({ way: event.currentTarget.value })}
            />
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
              <WholeNumberInput
                {...HELP_BELOW}
                label={t('hours.field.slotMinutes')}
                description={t('hours.defaults.slotHelp')}
                min={5}
                max={240}
                readOnly={!mayWrite}
                value={values.slotMinutes}
                error={errors.slotMinutes}
                onChange={(minutes) => change({ slotMinutes: minutes })}
              />
              <WholeNumberInput
                {...HELP_BELOW}
                label={t('hours.defaults.travel')}
                description={t('hours.defaults.travelHelp')}
                min={0}
                max={180}
                readOnly={!mayWrite}
                value={values.travelMinutes}
                error={errors.travelMinutes}
                onChange={(minutes) => change({ travelMinutes: minutes })}
              />
            </SimpleGrid>
          </Stack>
        </Section>
        {mayWrite && (
          <Group justify="flex-end">
            <Button type="submit" loading={save.pending} disabled={conflict}>
              {common('save')}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
