import { Button, Group, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CheckedField } from '../../shared/people/checked-fields.ts';
import type { PersonView } from '../../shared/people/people.contract.ts';
import { useFormats } from '../i18n/formats.ts';
import { useToday } from '../letters/use-today.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { Bdi } from '../ui/bdi.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { KeyButton } from '../ui/keyboard/key-button.tsx';
import { useKeys } from '../ui/keyboard/use-keys.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import classes from './people.module.css';
import { type CheckedFact, useCheckedFacts } from './use-checked-facts.ts';

/** Goes through what is said of a person: a key for each fact says that it was asked about today and is right. */
export function CheckFactsSheet({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const { t } = useTranslation('people');
  const facts = useCheckedFacts(person);
  return (
    <Sheet title={t('checked.title')} size="lg" onClose={onClose}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('checked.hint')}
        </Text>
        {facts === null ? (
          <SkeletonLines lines={6} height={32} />
        ) : (
          <Facts personId={person.id} facts={facts} onClose={onClose} />
        )}
      </Stack>
    </Sheet>
  );
}

/** The letters that stand for the facts, in their order; those of other keys of the sheet are left out. */
const LETTERS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'b', 'c', 'd'];

function Facts({ personId, facts, onClose }: { personId: string; facts: readonly CheckedFact[]; onClose: () => void }) {
  const { t } = useTranslation('people');
  const { date } = useFormats();
  const today = useToday();
  const { run, pending } = useCommand(orpc.people.markChecked);
  const mark = (fields: CheckedField[]) => void run({ id: personId, fields });
  const open = facts.filter(({ checkedOn }) => checkedOn !== today);
  useKeys(
    facts.map(({ field, checkedOn }, at) => {
      const keys = LETTERS[at];
      return keys !== undefined && checkedOn !== today && { keys, run: () => mark([field]) };
    }),
  );
  return (
    <>
      <ul className={classes.facts}>
        {facts.map(({ field, label, words, checkedOn }, at) => (
          <li key={field}>
            <KeyHint keys={(LETTERS[at] ?? '').toUpperCase()} />
            <div>
              <Text size="sm" c="dimmed">
                {label}
              </Text>
              <Bdi>{words}</Bdi>
            </div>
            <Text size="sm" c="dimmed">
              {checkedOn === null ? t('checked.never') : t('checked.on', { day: date(checkedOn) })}
            </Text>
            {checkedOn === today ? (
              <IconCheck size={20} aria-label={t('checked.isToday')} className={classes.checked} />
            ) : (
              <Button
                variant="default"
                size="compact-sm"
                disabled={pending}
                aria-label={t('checked.todayNamed', { fact: label })}
                onClick={() => mark([field])}
              >
                {t('checked.today')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('checked.close')}
        </Button>
        <KeyButton
          keys="a"
          data-autofocus
          disabled={open.length === 0}
          loading={pending}
          onClick={() => mark(open.map(({ field }) => field))}
        >
          {t('checked.all')}
        </KeyButton>
      </Group>
    </>
  );
}
