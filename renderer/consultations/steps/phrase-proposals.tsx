import { UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { StepView } from '../../../shared/consultations/consultations.contract.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import type { StepPhrase } from '../../../shared/steps/step-phrase.contract.ts';
import { useRight } from '../../access/session-store.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { proposePhrases } from '../../steps/propose-phrases.ts';
import { usePhraseWords } from '../../steps/use-phrase-words.ts';
import chips from '../../ui/chip-group.module.css';
import { showUndoable } from '../../ui/notices/notice-store.ts';
import { dueOnOf } from './due-choices.ts';

const MOST_PROPOSED = 4;

interface PhraseProposalsProps {
  contactId: string;
  topics: readonly string[];
  steps: readonly StepView[];
  today: LocalDate;
}

/** Blocks that fit the talk's topics, each one press; what is agreed already is not proposed again. */
export function PhraseProposals({ contactId, topics, steps, today }: PhraseProposalsProps) {
  const { t } = useTranslation('consultations');
  const words = usePhraseWords();
  const mayReadPartners = useRight('partners.read');
  const partners = useQuery({ ...orpc.partners.list.queryOptions({ input: {} }), enabled: mayReadPartners });
  const add = useCommand(orpc.consultations.addStep);
  const remove = useCommand(orpc.consultations.removeStep);
  const all = partners.data?.partners ?? [];
  const agreed = new Set(steps.flatMap((step) => step.phrase?.id ?? []));
  const proposed = proposePhrases(words.blocks, topics, all, { most: MOST_PROPOSED + agreed.size }).filter(
    ({ id }) => !agreed.has(id),
  );

  const take = async (phrase: StepPhrase) => {
    const owner = words.block(phrase.id)?.owner ?? 'us';
    const dueOn = dueOnOf(owner === 'us' ? 'one-week' : 'two-weeks', today);
    const [topic = null] = topics;
    const added = await add.run({ contactId, owner, what: null, phrase, topic, dueOn, partnerId: null, staffId: null });
    if (!added) return;
    showUndoable({
      text: t('steps.didAdd', { what: words.open(phrase.id) }),
      undo: async () => (await remove.run(added)) !== null,
    });
  };

  const said = (phrase: StepPhrase) =>
    words.filled(phrase.id, {
      ...phrase,
      partnerName: all.find((partner) => partner.id === phrase.partnerId)?.name ?? null,
    });
  return (
    <div role="group" aria-label={t('steps.proposed')} className={chips.group} data-size="sm">
      {proposed.slice(0, MOST_PROPOSED).map((phrase) => (
        <UnstyledButton
          key={phrase.id}
          type="button"
          className={chips.chip}
          disabled={add.pending}
          title={said(phrase)}
          onClick={() => void take(phrase)}
        >
          <IconPlus size={14} aria-hidden />
          {/* A list of papers would make it a paragraph; it stands in the step. */}
          <span>{phrase.papers.length > 0 ? words.open(phrase.id) : said(phrase)}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}
