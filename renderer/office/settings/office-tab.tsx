import { Button, Group, MultiSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { districts } from '../../../shared/catalogue/catalogue.ts';
import { type OfficeSettings, officeContract } from '../../../shared/office/office.contract.ts';
import { useRight } from '../../access/session-store.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { LanguagesField } from '../../staff/staff-person-fields.tsx';
import { ConflictChoice } from '../../ui/form/conflict-choice.tsx';
import { HELP_BELOW } from '../../ui/form/help-below.ts';
import { useFieldErrors } from '../../ui/form/use-field-errors.ts';
import { useFormValues } from '../../ui/form/use-form-values.ts';
import { WholeNumberInput } from '../../ui/form/whole-number-input.tsx';
import { Message } from '../../ui/message.tsx';
import { showNotice } from '../../ui/notices/notice-store.ts';
import { Section } from '../../ui/section.tsx';

const Input = officeContract.changeSettings['~orpc'].inputSchema;

function changeableOf(settings: OfficeSettings) {
  const {
    name,
    address,
    openingHours,
    districts: served,
    languages,
    desks,
    ticketLetter,
    idleLockMinutes,
    callRepeats,
    exportFolder,
    nightlyAt,
  } = settings;
  return {
    name,
    address,
    openingHours,
    districts: served,
    languages,
    desks,
    ticketLetter,
    idleLockMinutes,
    callRepeats,
    exportFolder,
    nightlyAt,
  };
}

/** The office itself: name, places, languages, desks, lock, and where and when the night writes. */
export function OfficeTab({ settings }: { settings: OfficeSettings }) {
  const { t } = useTranslation('office');
  const { t: common } = useTranslation();
  const mayChange = useRight('office.configure');
  const errorsOf = useFieldErrors();
  const [revision, setRevision] = useState(settings.revision);
  const { form, values, setValues, errors, change, mark } = useFormValues(() => changeableOf(settings));
  const [conflict, setConflict] = useState(false);
  const save = useCommand(orpc.office.changeSettings, {
    onDone: (saved) => {
      setRevision(saved.revision);
      showNotice({ kind: 'done', text: t('settings.saved') });
    },
    onFault: (fault, text) => {
      if (fault.code === 'CONFLICT') setConflict(true);
      else if (fault.reason === 'folder-not-writable') mark({ exportFolder: text });
      else return 'tell';
      return 'shown';
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = errorsOf(
      Input,
      { ...values, revision, requestId: crypto.randomUUID() },
      { ticketLetter: t('setUp.error.ticketLetter'), nightlyAt: t('setUp.error.nightlyAt') },
    );
    if (mark(found)) return;
    void save.run({ ...values, revision });
  };
  const goOnFromStored = (mine: boolean) => {
    if (!mine) setValues(changeableOf(settings));
    setRevision(settings.revision);
    setConflict(false);
  };
  const text = (field: 'name' | 'address' | 'openingHours' | 'exportFolder' | 'nightlyAt') => ({
    value: values[field],
    error: errors[field],
    readOnly: !mayChange,
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => change({ [field]: event.currentTarget.value }),
  });

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="md">
        {conflict && (
          <ConflictChoice
            stored={settings.name}
            onKeepMine={() => goOnFromStored(true)}
            onTakeTheirs={() => goOnFromStored(false)}
          />
        )}
        {!mayChange && <Message kind="info">{t('settings.readOnly')}</Message>}
        <Section title={t('settings.officeTitle')}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
            <TextInput label={t('setUp.office.name')} {...text('name')} />
            <TextInput
              {...HELP_BELOW}
              label={t('setUp.office.id')}
              description={t('settings.idFixed')}
              value={settings.id}
              readOnly
            />
            <Textarea label={t('setUp.office.address')} rows={2} {...text('address')} />
            <Textarea label={t('setUp.office.openingHours')} rows={2} {...text('openingHours')} />
            <MultiSelect
              label={t('setUp.office.districts')}
              searchable
              hidePickedOptions
              readOnly={!mayChange}
              data={Object.keys(districts)}
              value={values.districts}
              error={errors.districts}
              onChange={(served) => change({ districts: served })}
            />
            <LanguagesField
              label={t('setUp.office.languages')}
              readOnly={!mayChange}
              languages={values.languages}
              error={errors.languages}
              onChange={(languages) => change({ languages })}
            />
          </SimpleGrid>
        </Section>
        <Section title={t('settings.workTitle')}>
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md" verticalSpacing="sm">
            <WholeNumberInput
              label={t('setUp.office.desks')}
              min={1}
              max={20}
              readOnly={!mayChange}
              value={values.desks}
              error={errors.desks}
              onChange={(desks) => change({ desks })}
            />
            <TextInput
              label={t('setUp.office.ticketLetter')}
              maxLength={1}
              readOnly={!mayChange}
              value={values.ticketLetter}
              error={errors.ticketLetter}
              onChange={(event) => change({ ticketLetter: event.currentTarget.value.toUpperCase() })}
            />
            <WholeNumberInput
              label={t('settings.idleLock')}
              min={1}
              max={60}
              readOnly={!mayChange}
              value={values.idleLockMinutes}
              error={errors.idleLockMinutes}
              onChange={(minutes) => change({ idleLockMinutes: minutes })}
            />
            <WholeNumberInput
              label={t('settings.callRepeats')}
              min={0}
              max={9}
              readOnly={!mayChange}
              value={values.callRepeats}
              error={errors.callRepeats}
              onChange={(times) => change({ callRepeats: times })}
            />
          </SimpleGrid>
        </Section>
        <Section title={t('settings.nightTitle')}>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md" verticalSpacing="sm">
            <TextInput
              {...HELP_BELOW}
              label={t('setUp.export.folder')}
              description={t('setUp.export.folderHelp')}
              placeholder={t('setUp.export.folderPlaceholder')}
              spellCheck={false}
              {...text('exportFolder')}
            />
            <TextInput
              {...HELP_BELOW}
              label={t('setUp.export.nightlyAt')}
              description={t('setUp.export.nightlyAtHelp')}
              {...text('nightlyAt')}
            />
          </SimpleGrid>
        </Section>
        {mayChange && (
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
