import { MultiSelect, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Outpost } from '../../../shared/appointments/consulting-hours.contract.ts';
import { HOURS_KINDS, PLACES } from '../../../shared/appointments/consulting-hours.rules.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { orpc } from '../../rpc/client.ts';
import { LanguagesField } from '../../staff/staff-person-fields.tsx';
import { ChipField } from '../../ui/chip-field.tsx';
import type { FieldErrors } from '../../ui/form/field-errors.ts';
import { HELP_BELOW } from '../../ui/form/help-below.ts';
import { WholeNumberInput } from '../../ui/form/whole-number-input.tsx';
import type { HoursDraft } from './hours-draft.ts';

interface HoursFieldsProps {
  values: HoursDraft;
  errors: FieldErrors;
  outposts: readonly Outpost[];
  onChange: (next: Partial<HoursDraft>) => void;
  /** Whether the sheet puts the focus on the first field. */
  takesFocus?: boolean;
}

/** Time, kind and place of consulting hours, for whom and with whom: the same for a series and for one day. */
export function HoursFieldsInput({ values, errors, outposts, onChange, takesFocus = false }: HoursFieldsProps) {
  const { t } = useTranslation('appointments');
  const { topicOptions } = useCatalogue();
  const staff = useQuery(orpc.access.listStaff.queryOptions({ input: {} }));
  // Who has left stays in the list as long as they are named.
  const colleagues = (staff.data?.staff ?? []).filter(({ id, active }) => active || values.staffIds.includes(id));
  const places = outposts.filter(({ id, active }) => active || id === values.outpostId);
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="sm">
        <TextInput
          type="time"
          label={t('hours.field.from')}
          value={values.from}
          error={errors.from}
          data-autofocus={takesFocus || undefined}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('hours.field.to')}
          value={values.to}
          error={errors.to}
          onChange={(event) => onChange({ to: event.currentTarget.value })}
        />
        <WholeNumberInput
          label={t('hours.field.slotMinutes')}
          min={5}
          max={240}
          disabled={values.kind === 'open-door'}
          value={values.slotMinutes}
          error={errors.slotMinutes}
          onChange={(minutes) => onChange({ slotMinutes: minutes })}
        />
      </SimpleGrid>
      <ChipField
        label={t('hours.field.kind')}
        options={HOURS_KINDS.map((id) => ({ id, label: t(`hours.kind.${id}`) }))}
        chosen={[values.kind]}
        onToggle={(kind) => onChange({ kind })}
      />
      <ChipField
        label={t('hours.field.place')}
        options={PLACES.map((id) => ({ id, label: t(`places.${id}`) }))}
        chosen={[values.place]}
        onToggle={(place) => onChange({ place })}
      />
      {values.place === 'outpost' && (
        <Select
          label={t('hours.field.outpost')}
          description={places.length === 0 ? t('hours.noOutposts') : undefined}
          data={places.map(({ id, name }) => ({ value: id, label: name }))}
          value={values.outpostId}
          error={errors.outpostId}
          onChange={(outpostId) => onChange({ outpostId })}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="sm">
        <LanguagesField
          {...HELP_BELOW}
          label={t('hours.field.languages')}
          description={t('hours.help.languages')}
          languages={values.languages}
          error={errors.languages}
          onChange={(languages) => onChange({ languages })}
        />
        <MultiSelect
          {...HELP_BELOW}
          label={t('hours.field.topics')}
          description={t('hours.help.topics')}
          searchable
          hidePickedOptions
          data={topicOptions(values.topics)}
          value={values.topics}
          error={errors.topics}
          onChange={(topics) => onChange({ topics })}
        />
        <MultiSelect
          {...HELP_BELOW}
          label={t('hours.field.staff')}
          description={t('hours.help.staff')}
          searchable
          hidePickedOptions
          data={colleagues.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          value={values.staffIds}
          error={errors.staffIds}
          onChange={(staffIds) => onChange({ staffIds })}
        />
      </SimpleGrid>
    </>
  );
}
