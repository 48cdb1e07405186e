import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LivingWith } from '../../../shared/households/households.contract.ts';
import type { ChosenPerson } from '../../people/person-picker.tsx';
import { Bdi } from '../../ui/bdi.tsx';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { focusIfLost } from '../../ui/focus-if-lost.ts';
import { keyName } from '../../ui/keyboard/key-names.ts';
import { useKeys } from '../../ui/keyboard/use-keys.tsx';

interface HouseholdChipsProps {
  household: readonly LivingWith[];
  /** Who comes. */
  chosen: readonly string[];
  onAdd: (person: ChosenPerson) => void;
  onRemove: (personId: string) => void;
}

/** As many as there are digits on the keyboard. */
const WITH_KEYS = 9;

/** Who lives together: a click or a key each for who comes too. */
export function HouseholdChips({ household, chosen, onAdd, onRemove }: HouseholdChipsProps) {
  const { t } = useTranslation('appointments');
  const { t: people } = useTranslation('people');
  const { t: common } = useTranslation();
  const toggle = ({ id, name }: LivingWith) => (chosen.includes(id) ? onRemove(id) : onAdd({ id, name }));
  const chips = useFirstFocus();
  const keysOf = (index: number) => (index < WITH_KEYS ? `alt+${index + 1}` : null);
  useKeys(
    household.map((member, index) => {
      const keys = keysOf(index);
      return keys === null
        ? null
        : { keys, label: t('field.householdMember', { name: member.name }), run: () => toggle(member) };
    }),
  );
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {t('field.household')}
      </Text>
      <ChipGroup
        ref={chips}
        label={t('field.household')}
        options={household.map(({ id, name, bornYear }, index) => {
          const keys = keysOf(index);
          return {
            id,
            ...(keys === null ? {} : { keyName: keyName(common, keys) }),
            label: (
              <>
                <Bdi>{name}</Bdi>
                {bornYear !== null && (
                  <Text span size="sm" c="dimmed">
                    {' '}
                    {people('bornYear', { year: bornYear })}
                  </Text>
                )}
              </>
            ),
          };
        })}
        chosen={chosen}
        onToggle={(id) => {
          const member = household.find((one) => one.id === id);
          if (member) toggle(member);
        }}
      />
    </div>
  );
}

/** The chips come when somebody was chosen in a field that is gone then. */
function useFirstFocus() {
  const chips = useRef<HTMLDivElement>(null);
  useEffect(() => focusIfLost(() => chips.current?.querySelector('button')), []);
  return chips;
}
