import { NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FLAT_STATES, type FlatFields, type FlatView } from '../../shared/flats/flats.contract.ts';
import { DateField } from '../letters/date-field.tsx';
import { DistrictSelect } from '../people/district-select.tsx';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { HELP_BELOW } from '../ui/form/help-below.ts';
import { FormButtons } from '../ui/form-buttons.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';

type Values = Omit<FlatFields, 'district'> & { district: string | null };

const EMPTY: Values = {
  district: null,
  rooms: 2,
  sizeSqm: 50,
  rentCents: 0,
  depositCents: 0,
  viewing: '',
  freeFrom: null,
  state: 'offered',
};

function valuesOf({ district, rooms, sizeSqm, rentCents, depositCents, viewing, freeFrom, state }: FlatView): Values {
  return { district, rooms, sizeSqm, rentCents, depositCents, viewing, freeFrom, state };
}

interface FlatSheetProps {
  landlordId: string;
  /** Null: a new one. */
  flat: FlatView | null;
  onClose: () => void;
}

/** A flat as a landlord describes it. */
export function FlatSheet({ landlordId, flat, onClose }: FlatSheetProps) {
  const { t } = useTranslation('flats');
  const [values, setValues] = useState<Values>(flat ? valuesOf(flat) : EMPTY);
  const [missing, setMissing] = useState(false);
  const onDone = () => {
    showNotice({ kind: 'done', text: t('saved') });
    onClose();
  };
  const add = useCommand(orpc.flats.add, { onDone });
  const change = useCommand(orpc.flats.change, { onDone });
  const set = (part: Partial<Values>) => setValues({ ...values, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { district } = values;
    setMissing(district === null);
    if (district === null) return;
    const fields = { ...values, district };
    if (flat) void change.run({ id: flat.id, revision: flat.revision, flat: fields });
    else void add.run({ landlordId, flat: fields });
  };
  const euros = (part: 'rentCents' | 'depositCents', label: string) => (
    <NumberInput
      label={label}
      min={0}
      decimalScale={2}
      decimalSeparator=","
      thousandSeparator="."
      value={values[part] / 100}
      onChange={(value) => set({ [part]: Math.round((typeof value === 'number' ? value : 0) * 100) })}
    />
  );
  return (
    <Sheet title={t(flat ? 'changeTitle' : 'addTitle')} size="lg" closeOnClickOutside={false} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
            <DistrictSelect
              {...HELP_BELOW}
              label={t('field.district')}
              data-autofocus
              error={missing ? t('error.district') : undefined}
              value={values.district}
              onChange={(district) => set({ district })}
            />
            <Select
              label={t('field.state')}
              allowDeselect={false}
              data={FLAT_STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
              value={values.state}
              onChange={(state) => state && set({ state })}
            />
            <NumberInput
              {...HELP_BELOW}
              label={t('field.rooms')}
              description={t('help.rooms')}
              min={1}
              max={20}
              step={0.5}
              decimalScale={1}
              decimalSeparator=","
              value={values.rooms}
              onChange={(value) => set({ rooms: typeof value === 'number' ? Math.round(value * 2) / 2 : 1 })}
            />
            <NumberInput
              label={t('field.size')}
              min={8}
              max={500}
              allowDecimal={false}
              value={values.sizeSqm}
              onChange={(value) => set({ sizeSqm: typeof value === 'number' ? value : 8 })}
            />
            {euros('rentCents', t('field.rent'))}
            {euros('depositCents', t('field.deposit'))}
          </SimpleGrid>
          <TextInput
            {...HELP_BELOW}
            label={t('field.viewing')}
            description={t('help.viewing')}
            maxLength={200}
            autoComplete="off"
            value={values.viewing}
            onChange={(event) => set({ viewing: event.currentTarget.value })}
          />
          <DateField label={t('field.freeFrom')} value={values.freeFrom} onChange={(freeFrom) => set({ freeFrom })} />
          <FormButtons submitLabel={t('save')} pending={add.pending || change.pending} onCancel={onClose} />
        </Stack>
      </form>
    </Sheet>
  );
}
