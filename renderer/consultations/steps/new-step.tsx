import { Button, Group, Select, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { STEP_OWNERS } from '../../../shared/consultations/consultations.contract.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { keptFor } from '../../access/kept-entry.ts';
import { useFormats } from '../../i18n/formats.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { DUE_CHOICES, type DueChoice, dueOnOf } from './due-choices.ts';
import classes from './new-step.module.css';

type Owner = (typeof STEP_OWNERS)[number];
type Due = DueChoice | 'date';
const WHAT_LIMIT = 200;

/** What was half typed when the screen locked itself; only the same person gets it back, in the same talk. */
const kept = keptFor<{ contactId: string; owner: Owner; what: string }>();

/** Who, what, until when; Enter adds it and the field is ready for the next. */
export function NewStep({ contactId, today }: { contactId: string; today: LocalDate }) {
  const { t } = useTranslation('consultations');
  const formats = useFormats();
  const [left] = useState(() => kept.take());
  const mine = left?.contactId === contactId ? left : null;
  const [owner, setOwner] = useState<Owner>(mine?.owner ?? 'us');
  const [what, setWhat] = useState(mine?.what ?? '');
  const [due, setDue] = useState<Due>('two-weeks');
  const [date, setDate] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const add = useCommand(orpc.consultations.addStep, {
    onDone: () => {
      setWhat('');
      kept.keep(null);
      field.current?.focus();
    },
  });
  const dueOn = due === 'date' ? date || null : dueOnOf(due, today);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (what.trim() !== '' && !add.pending) void add.run({ contactId, owner, what, topic: null, dueOn });
  };
  const dueLabel = (choice: Due) => {
    const day = choice === 'date' ? null : dueOnOf(choice, today);
    return day ? `${t(`steps.due.${choice}`)} · ${formats.shortDate(day)}` : t(`steps.due.${choice}`);
  };
  return (
    <form onSubmit={submit} className={classes.form}>
      <Select
        aria-label={t('steps.ownerLabel')}
        w={116}
        allowDeselect={false}
        data={STEP_OWNERS.map((id) => ({ value: id, label: t(`steps.owner.${id}`) }))}
        value={owner}
        onChange={(value) => setOwner(value ?? 'us')}
      />
      <TextInput
        ref={field}
        className={classes.what ?? ''}
        aria-label={t('steps.what')}
        placeholder={t('steps.whatPlaceholder')}
        maxLength={WHAT_LIMIT}
        dir="auto"
        value={what}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          setWhat(typed);
          kept.keep(typed === '' ? null : { contactId, owner, what: typed });
        }}
      />
      <Select
        aria-label={t('steps.dueLabel')}
        w={196}
        allowDeselect={false}
        data={[...DUE_CHOICES, 'date' as const].map((choice) => ({ value: choice, label: dueLabel(choice) }))}
        value={due}
        onChange={(value) => setDue(value ?? 'none')}
      />
      {due === 'date' && (
        <TextInput
          type="date"
          aria-label={t('steps.date')}
          min={today}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
      )}
      <Group>
        <Button type="submit" variant="default" loading={add.pending} disabled={what.trim() === ''}>
          {t('steps.add')}
        </Button>
      </Group>
    </form>
  );
}
