import { Checkbox, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardContent } from '../../shared/profile-cards/card-content.ts';
import { type ComparedField, compareCard } from '../../shared/profile-cards/compare-card.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { Bdi } from '../ui/bdi.tsx';
import { KeyButton } from '../ui/keyboard/key-button.tsx';
import { Message } from '../ui/message.tsx';
import classes from './profile-cards.module.css';
import { useCardWords } from './use-card-words.ts';
import type { Here } from './use-here.ts';

interface ComparedFieldsProps {
  content: CardContent;
  here: Here;
  /** Who it is, and whether anything was stored. */
  onTaken: (personId: string, stored: boolean) => void;
}

/** The fields that the desk takes over, proposed but not decided; nothing is stored before. */
export function ComparedFields({ content, here, onTaken }: ComparedFieldsProps) {
  const { t } = useTranslation('profile-cards');
  const rows = compareCard(content, here);
  const [taken, setTaken] = useState(() => rows.filter(({ proposed }) => proposed).map(({ field }) => field));
  const takeOver = useCommand(orpc.profileCards.takeOver, { onDone: ({ id }) => onTaken(id, true) });
  const submit = () => {
    if (here.person && taken.length === 0) return onTaken(here.person.id, false);
    const ofTaken = <V,>(all: Readonly<Record<string, V>>) =>
      Object.fromEntries(taken.flatMap((field) => (all[field] === undefined ? [] : [[field, all[field]]])));
    void takeOver.run({
      person: here.person && { id: here.person.id, revision: here.person.revision },
      values: ofTaken(content.values),
      days: ofTaken(content.days),
    });
  };
  const nameless = here.person === null && !taken.includes('name');
  return (
    <>
      <Table className={classes.compared ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('compare.take')}</Table.Th>
            <Table.Th>{t('compare.onCard')}</Table.Th>
            <Table.Th>{t('compare.here')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Row
              key={row.field}
              row={row}
              content={content}
              here={here}
              checked={taken.includes(row.field)}
              onToggle={() =>
                setTaken(taken.includes(row.field) ? taken.filter((one) => one !== row.field) : [...taken, row.field])
              }
            />
          ))}
        </Table.Tbody>
      </Table>
      {nameless && <Message kind="info">{t('compare.needsName')}</Message>}
      <Group justify="flex-end" mt="md">
        <KeyButton keys="mod+Enter" loading={takeOver.pending} disabled={nameless} onClick={submit}>
          {t(taken.length === 0 ? 'compare.goOn' : 'compare.submit')}
        </KeyButton>
      </Group>
    </>
  );
}

interface RowProps {
  row: ComparedField;
  content: CardContent;
  here: Here;
  checked: boolean;
  onToggle: () => void;
}

function Row({ row, content, here, checked, onToggle }: RowProps) {
  const { t } = useTranslation('profile-cards');
  const { labelOf, wordsOf } = useCardWords();
  const { field, state, takeable, cardDay, hereDay } = row;
  return (
    <Table.Tr className={state === 'same' ? (classes.same ?? '') : ''}>
      <Table.Td>
        <Checkbox
          label={labelOf(field)}
          description={state === 'same' ? t(takeable ? 'compare.dayOnly' : 'compare.same') : undefined}
          checked={checked}
          disabled={!takeable}
          onChange={onToggle}
        />
      </Table.Td>
      <Table.Td>
        <Bdi>{wordsOf(content.values, field)}</Bdi>
        <Day day={cardDay} />
      </Table.Td>
      <Table.Td>
        <Bdi>{wordsOf(here.values, field) || t('compare.nothing')}</Bdi>
        {state !== 'missing-here' && <Day day={hereDay} />}
      </Table.Td>
    </Table.Tr>
  );
}

function Day({ day }: { day: string | null }) {
  const { t } = useTranslation('people');
  const { date } = useFormats();
  return (
    <Text size="xs" c="dimmed">
      {day === null ? t('checked.never') : t('checked.on', { day: date(day) })}
    </Text>
  );
}
