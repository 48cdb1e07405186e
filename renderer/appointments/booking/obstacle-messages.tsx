import { Stack } from '@mantine/core';
import { Message } from '../../ui/message.tsx';
import { type CheckResult, useObstacleWords } from './obstacle-words.ts';

/** What stands in the way, before anything is booked: what cannot be, and what is only to be known. */
export function ObstacleMessages({ found }: { found: CheckResult }) {
  const { refusals, warnings } = useObstacleWords()(found);
  if (refusals.length === 0 && warnings.length === 0) return null;
  return (
    <Stack gap={6}>
      {refusals.map((text) => (
        <Message key={text} kind="error" announce>
          {text}
        </Message>
      ))}
      {warnings.map((text) => (
        <Message key={text} kind="urgent" announce>
          {text}
        </Message>
      ))}
    </Stack>
  );
}
