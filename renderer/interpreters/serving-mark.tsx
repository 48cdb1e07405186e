import { useNextStepWords } from './next-step-words.tsx';
import { useServing } from './use-serving.ts';

/** What a waiting ticket needs when nobody present serves it: whom to ask next. Nothing where somebody present does. */
export function useServingMark(): (ticketId: string) => string | null {
  const serving = useServing();
  const words = useNextStepWords();
  return (ticketId) => {
    const one = serving.of(ticketId);
    if (!one) return null;
    const { next } = one;
    const who = next && next.kind !== 'tandem' && next.kind !== 'appointment' ? next.interpreterId : null;
    return words(next, serving.nameOf(who));
  };
}
