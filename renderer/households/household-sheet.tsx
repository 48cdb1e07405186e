import { Checkbox, MultiSelect, NumberInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { districts } from '../../shared/catalogue/catalogue.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { FormButtons } from '../ui/form-buttons.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';
import type { OfPerson } from './household-actions.tsx';

/** How many live there and where they would like to live: what a flat on offer is matched by, and nothing else. */
export function HouseholdSheet({ person, view: { household, members }, onClose }: OfPerson & { onClose: () => void }) {
  const { t } = useTranslation('households');
  const fewest = members.length + 1;
  const [size, setSize] = useState(household?.size ?? fewest);
  const [seeksFlat, setSeeksFlat] = useState(household?.seeksFlat ?? false);
  const [wishDistricts, setWishDistricts] = useState<string[]>(household?.wishDistricts ?? []);
  const change = useCommand(orpc.households.change, {
    onDone: () => {
      showNotice({ kind: 'done', text: t('size.saved') });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void change.run({ personId: person.id, revision: household?.revision ?? null, size, seeksFlat, wishDistricts });
  };
  return (
    <Sheet title={t('size.title')} size="md" closeOnClickOutside={false} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <NumberInput
            label={t('size.size')}
            description={t('size.sizeHelp')}
            data-autofocus
            min={fewest}
            max={20}
            allowDecimal={false}
            clampBehavior="strict"
            value={size}
            onChange={(value) => setSize(typeof value === 'number' ? value : fewest)}
          />
          <Checkbox
            label={t('size.seeks')}
            checked={seeksFlat}
            onChange={(event) => setSeeksFlat(event.currentTarget.checked)}
          />
          {seeksFlat && (
            <MultiSelect
              label={t('size.districts')}
              {...(wishDistricts.length === 0 ? { placeholder: t('size.anyDistrict') } : {})}
              searchable
              data={Object.keys(districts)}
              value={wishDistricts}
              onChange={setWishDistricts}
            />
          )}
          <FormButtons submitLabel={t('size.save')} pending={change.pending} onCancel={onClose} />
        </Stack>
      </form>
    </Sheet>
  );
}
