import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ServingStepView } from '../../shared/interpreters/interpreters.contract.ts';
import { orpc } from '../rpc/client.ts';
import { Message } from '../ui/message.tsx';
import { useStepWords } from './step-words.tsx';

interface MinorWarningProps {
  spoken: string;
  understood: string | null;
  topics: readonly string[];
  genderWish: 'w' | 'm' | null;
}

/** A child interprets: why not, and who can instead right now. */
export function MinorWarning({ spoken, understood, topics, genderWish }: MinorWarningProps) {
  const { t } = useTranslation('interpreters');
  const wordsOf = useStepWords();
  const could = useQuery(
    orpc.interpreters.whoCould.queryOptions({ input: { spoken, understood, topics: [...topics], genderWish } }),
  );
  const steps = could.data?.steps.filter(({ fit }) => fit !== 'partly') ?? [];
  const nameOf = (step: ServingStepView) =>
    step.kind === 'appointment'
      ? ''
      : (could.data?.names[step.kind === 'tandem' ? step.staffId : step.interpreterId] ?? '');
  const today = steps.filter(({ kind }) => kind !== 'appointment').slice(0, 2);
  const later = steps.find(({ kind }) => kind === 'appointment');
  const say = (step: ServingStepView) => wordsOf(step, nameOf(step), genderWish)[0];
  const instead =
    today.length > 0
      ? t('minor.instead', { who: today.map(say).join('; ') })
      : later
        ? t('minor.nobody', { who: say(later) })
        : t('minor.nothing');
  return (
    <Message kind="urgent" announce>
      {t('minor.warning')} {could.data ? instead : ''}
    </Message>
  );
}
