import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CheckedField } from '../../shared/people/checked-fields.ts';
import { CARD_FIELDS, type CardField } from '../../shared/profile-cards/card-content.ts';
import { useFormats } from '../i18n/formats.ts';
import { useToday } from '../letters/use-today.ts';
import type { CheckedFact } from '../people/use-checked-facts.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { Bdi } from '../ui/bdi.tsx';
import { KeyButton } from '../ui/keyboard/key-button.tsx';
import { useFocusOnMount } from '../ui/use-focus-on-mount.ts';
import classes from './profile-cards.module.css';

type FieldOfPerson = Exclude<CheckedField, 'email'>;
interface Choice extends CheckedFact {
  field: FieldOfPerson;
}

interface FieldChoicesProps {
  personId: string;
  facts: readonly CheckedFact[];
  chosen: readonly CardField[];
  onChange: (fields: readonly CardField[]) => void;
}

/** Each fact as it would stand on the card, with the day on which it was last found right. */
export function FieldChoices({ personId, facts, chosen, onChange }: FieldChoicesProps) {
  const { t } = useTranslation('profile-cards');
  const { t: people } = useTranslation('people');
  const { date } = useFormats();
  const today = useToday();
  // The facts come a moment after the sheet.
  const first = useFocusOnMount<HTMLInputElement>();
  const check = useCommand(orpc.people.markChecked);
  const choices = facts.flatMap((fact): Choice[] => (fact.field === 'email' ? [] : [{ ...fact, field: fact.field }]));
  const all = choices.map(({ field }) => field);
  const toggle = (field: FieldOfPerson) =>
    onChange(CARD_FIELDS.filter((one) => (one === field ? !chosen.includes(one) : chosen.includes(one))));
  return (
    <>
      <ul className={classes.choices}>
        {choices.map(({ field, label, words, checkedOn }, at) => (
          <li key={field}>
            <Checkbox
              ref={at === 0 ? first : null}
              checked={chosen.includes(field)}
              onChange={() => toggle(field)}
              label={<Bdi>{words}</Bdi>}
              description={label}
            />
            <Text size="sm" c="dimmed">
              {checkedOn === null ? people('checked.never') : people('checked.on', { day: date(checkedOn) })}
            </Text>
            {checkedOn !== today && (
              <Button
                variant="default"
                size="compact-xs"
                disabled={check.pending}
                aria-label={people('checked.todayNamed', { fact: label })}
                onClick={() => void check.run({ id: personId, fields: [field] })}
              >
                {people('checked.today')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Group>
        <KeyButton keys="alt+a" variant="subtle" size="compact-sm" onClick={() => onChange(all)}>
          {t('issue.all')}
        </KeyButton>
      </Group>
    </>
  );
}
