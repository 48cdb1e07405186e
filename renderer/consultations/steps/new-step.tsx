import { Autocomplete, Button, Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { STEP_OWNERS, type StepPhrase } from '../../../shared/steps/step-phrase.contract.ts';
import { fillsItsGaps } from '../../../shared/steps/step-phrase.ts';
import { keptFor } from '../../access/kept-entry.ts';
import { useRight } from '../../access/session-store.ts';
import { useFormats } from '../../i18n/formats.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { filledPhrase } from '../../steps/propose-phrases.ts';
import { usePhraseWords } from '../../steps/use-phrase-words.ts';
import { DUE_CHOICES, type DueChoice, dueOnOf } from './due-choices.ts';
import classes from './new-step.module.css';
import { PhraseGaps } from './phrase-gaps.tsx';

type Owner = (typeof STEP_OWNERS)[number];
type Due = DueChoice | 'date';
const WHAT_LIMIT = 200;

/** What was half typed when the screen locked itself; only the same person gets it back, in the same talk. */
const kept = keptFor<{ contactId: string; owner: Owner; what: string }>();

interface NewStepProps {
  contactId: string;
  /** The talk's topics: a block that is chosen is filled for the first of them. */
  topics: readonly string[];
  today: LocalDate;
}

/**
 * Who, what, until when; Enter adds it and the field is ready for the next. What is typed is free text, or one of the
 * blocks that every client language has, which then asks for what fills its gaps.
 */
export function NewStep({ contactId, topics, today }: NewStepProps) {
  const { t } = useTranslation('consultations');
  const formats = useFormats();
  const [left] = useState(() => kept.take());
  const mine = left?.contactId === contactId ? left : null;
  const [owner, setOwner] = useState<Owner>(mine?.owner ?? 'us');
  const [what, setWhat] = useState(mine?.what ?? '');
  const [due, setDue] = useState<Due>('two-weeks');
  const [date, setDate] = useState('');
  const [phrase, setPhrase] = useState<StepPhrase | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const words = usePhraseWords();
  const mayReadPartners = useRight('partners.read');
  const partners = useQuery({ ...orpc.partners.list.queryOptions({ input: {} }), enabled: mayReadPartners });
  const allPartners = partners.data?.partners ?? [];
  const [topic = null] = topics;
  const block = phrase && words.block(phrase.id);
  const complete = phrase && block ? fillsItsGaps(block, phrase) : what.trim() !== '';
  const add = useCommand(orpc.consultations.addStep, {
    onDone: () => {
      setWhat('');
      setPhrase(null);
      kept.keep(null);
      field.current?.focus();
    },
  });
  const dueOn = due === 'date' ? date || null : dueOnOf(due, today);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete || add.pending) return;
    void add.run({
      contactId,
      owner,
      what: phrase ? null : what,
      phrase,
      topic,
      dueOn,
      partnerId: null,
      staffId: null,
    });
  };
  const choose = (label: string) => {
    const chosen = words.blocks.find(({ id }) => words.open(id) === label);
    if (!chosen) return;
    setPhrase(filledPhrase(chosen, topic, allPartners));
    setOwner(chosen.owner);
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
        onChange={(value) => {
          setOwner(value ?? 'us');
          // A block says itself whose step it is.
          if (value !== block?.owner) setPhrase(null);
        }}
      />
      <Autocomplete
        ref={field}
        className={classes.what ?? ''}
        aria-label={t('steps.what')}
        placeholder={t('steps.whatPlaceholder')}
        maxLength={WHAT_LIMIT}
        dir="auto"
        data={STEP_OWNERS.map((of) => ({
          group: t(`steps.owner.${of}`),
          items: words.blocks.filter((one) => one.owner === of).map(({ id }) => words.open(id)),
        }))}
        maxDropdownHeight={260}
        comboboxProps={{ width: 420, position: 'bottom-start' }}
        value={what}
        onOptionSubmit={choose}
        onChange={(typed) => {
          setWhat(typed);
          setPhrase(null);
          kept.keep(typed === '' ? null : { contactId, owner, what: typed });
        }}
      />
      {phrase && <PhraseGaps phrase={phrase} partners={allPartners} onChange={setPhrase} />}
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
        <Button type="submit" variant="default" loading={add.pending} disabled={!complete}>
          {t('steps.add')}
        </Button>
      </Group>
    </form>
  );
}
