import { Button, Checkbox, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconMapPinPlus, IconPencil } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Outpost, OutpostFields } from '../../../shared/appointments/consulting-hours.contract.ts';
import { useRight } from '../../access/session-store.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ConflictChoice } from '../../ui/form/conflict-choice.tsx';
import { HELP_BELOW } from '../../ui/form/help-below.ts';
import { useFieldErrors } from '../../ui/form/use-field-errors.ts';
import { useFormValues } from '../../ui/form/use-form-values.ts';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { showNotice, showUndoable } from '../../ui/notices/notice-store.ts';
import { Section } from '../../ui/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import classes from './hours.module.css';
import { kitOf, kitText } from './kit-text.ts';

/** The places outside the office: where they are, how one gets there, what is packed. */
export function OutpostsTab({ outposts }: { outposts: readonly Outpost[] }) {
  const { t } = useTranslation('appointments');
  const mayWrite = useRight('consulting-hours.write');
  const [opened, setOpened] = useState<Outpost | 'new' | null>(null);
  const current = opened === 'new' ? null : (outposts.find(({ id }) => id === opened?.id) ?? null);
  return (
    <Section
      title={t('hours.outpost.title')}
      aside={
        mayWrite && (
          <Button
            variant="default"
            leftSection={<IconMapPinPlus size={18} aria-hidden />}
            onClick={() => setOpened('new')}
          >
            {t('hours.outpost.add')}
          </Button>
        )
      }
    >
      {outposts.length === 0 ? (
        <EmptyState title={t('hours.outpost.none')} hint={t('hours.outpost.noneHint')} />
      ) : (
        <ul className={classes.list}>
          {outposts.map((outpost) => (
            <li key={outpost.id} className={classes.item}>
              <div>
                <Text fw={600} component="h3" m={0} fz="md">
                  {outpost.name}
                </Text>
                {!outpost.active && <Text size="sm">{t('hours.outpost.notUsed')}</Text>}
                <Text size="sm">{[outpost.address, outpost.way].filter((part) => part !== '').join(' · ')}</Text>
                {outpost.kit.length > 0 && (
                  <Text size="sm" c="dimmed">{`${t('hours.outpost.kit')}: ${outpost.kit.join(', ')}`}</Text>
                )}
              </div>
              {mayWrite && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  leftSection={<IconPencil size={16} aria-hidden />}
                  aria-label={t('hours.outpost.changeNamed', { name: outpost.name })}
                  onClick={() => setOpened(outpost)}
                >
                  {t('hours.changeShort')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {opened && <OutpostSheet key={current?.id} outpost={current} onClose={() => setOpened(null)} />}
    </Section>
  );
}

const EMPTY: OutpostFields = { name: '', address: '', way: '', kit: [], active: true };

function fieldsOf({ id: _id, revision: _revision, ...fields }: Outpost): OutpostFields {
  return fields;
}

/** Adds a place or changes one. */
function OutpostSheet({ outpost, onClose }: { outpost: Outpost | null; onClose: () => void }) {
  const { t } = useTranslation('appointments');
  const { t: common } = useTranslation();
  const errorsOf = useFieldErrors();
  const [before] = useState(outpost);
  const [revision, setRevision] = useState(outpost?.revision ?? 0);
  const {
    form,
    values,
    setValues,
    errors,
    touch,
    mark,
    change: set,
  } = useFormValues(() => (outpost ? fieldsOf(outpost) : EMPTY));
  const [kit, setKit] = useState(() => kitText(values.kit));
  const [conflict, setConflict] = useState(false);
  const add = useCommand(orpc.appointments.addOutpost, {
    onDone: () => {
      showNotice({ kind: 'done', text: t('hours.outpost.added', { name: values.name }) });
      onClose();
    },
  });
  const change = useCommand(orpc.appointments.changeOutpost, {
    onFault: (fault) => {
      if (fault.code !== 'CONFLICT') return 'tell';
      setConflict(true);
      return 'shown';
    },
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const fields = { ...values, kit: kitOf(kit) };
    const found = errorsOf(OutpostFields, fields);
    if (mark(found)) return;
    if (!outpost || !before) return void add.run(fields);
    const changed = await change.run({ ...fields, id: outpost.id, revision });
    if (!changed) return;
    showUndoable({
      text: t('hours.outpost.changed', { name: fields.name }),
      undo: async () => (await change.run({ ...fieldsOf(before), ...changed })) !== null,
    });
    onClose();
  };
  const goOn = (mine: boolean) => {
    if (!outpost) return;
    if (!mine) {
      setValues(fieldsOf(outpost));
      setKit(kitText(outpost.kit));
    }
    setRevision(outpost.revision);
    setConflict(false);
  };
  return (
    <Sheet
      title={before ? t('hours.outpost.changeNamed', { name: before.name }) : t('hours.outpost.add')}
      closeOnClickOutside={false}
      onClose={onClose}
    >
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          {conflict && outpost && (
            <ConflictChoice
              stored={[outpost.name, outpost.address].filter((part) => part !== '').join(', ')}
              onKeepMine={() => goOn(true)}
              onTakeTheirs={() => goOn(false)}
            />
          )}
          <TextInput
            label={t('hours.outpost.name')}
            autoComplete="off"
            data-autofocus
            value={values.name}
            error={errors.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            label={t('hours.outpost.address')}
            autoComplete="off"
            value={values.address}
            error={errors.address}
            onChange={(event) => set({ address: event.currentTarget.value })}
          />
          <TextInput
            {...HELP_BELOW}
            label={t('hours.outpost.way')}
            description={t('hours.outpost.wayHelp')}
            autoComplete="off"
            value={values.way}
            error={errors.way}
            onChange={(event) => set({ way: event.currentTarget.value })}
          />
          <Textarea
            {...HELP_BELOW}
            label={t('hours.outpost.kit')}
            description={t('hours.outpost.kitHelp')}
            rows={5}
            value={kit}
            error={errors.kit}
            onChange={(event) => {
              setKit(event.currentTarget.value);
              touch('kit');
            }}
          />
          <Checkbox
            label={t('hours.outpost.active')}
            checked={values.active}
            onChange={(event) => set({ active: event.currentTarget.checked })}
          />
          <FormButtons
            submitLabel={common('save')}
            pending={add.pending || change.pending}
            disabled={conflict}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Sheet>
  );
}
