import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { OutdatedLetter } from '../../shared/letters/corrections.contract.ts';
import { useRight } from '../access/session-store.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { Message } from '../ui/message.tsx';
import classes from './people.module.css';

/** Letters that went out with a value that was corrected since: whoever has them must be told by somebody. */
export function OutdatedLetters({ personId }: { personId: string }) {
  const { t } = useTranslation('people');
  const mayRead = useRight('letters.write');
  const found = useQuery({ ...orpc.corrections.list.queryOptions({ input: { personId } }), enabled: mayRead });
  const letters = found.data?.letters ?? [];
  if (letters.length === 0) return null;
  return (
    <Message kind="urgent" announce>
      <Text fw={600} size="sm">
        {t('outdated.title', { count: letters.length })}
      </Text>
      <Text size="sm">{t('outdated.hint')}</Text>
      <ul className={classes.plainList}>
        {letters.map((letter) => (
          <OutdatedLine key={letter.id} letter={letter} />
        ))}
      </ul>
    </Message>
  );
}

function OutdatedLine({ letter }: { letter: OutdatedLetter }) {
  const { t } = useTranslation('people');
  const { instantDay } = useFormats();
  const settle = useCommand(orpc.corrections.settle);
  const day = instantDay(letter.writtenAt);
  const fields = letter.fields.map((field) => t(`outdated.field.${field}`)).join(', ');
  return (
    <li>
      <Group gap="sm">
        <Link href={`/letters/${letter.id}`} className={classes.link ?? ''}>
          {t('outdated.line', { day, partner: letter.partnerName, fields })}
        </Link>
        <Button
          variant="subtle"
          size="compact-sm"
          loading={settle.pending}
          aria-label={t('outdated.settleOne', { day, partner: letter.partnerName })}
          onClick={() => void settle.run({ letterId: letter.id })}
        >
          {t('outdated.settle')}
        </Button>
      </Group>
    </li>
  );
}
