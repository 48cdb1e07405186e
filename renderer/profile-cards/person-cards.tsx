import { Badge, Button, Group, Text } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../shared/people/people.contract.ts';
import type { CardView } from '../../shared/profile-cards/profile-cards.contract.ts';
import { useRight } from '../access/session-store.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Section } from '../ui/section.tsx';
import { IssueSheet } from './issue-sheet.tsx';
import classes from './profile-cards.module.css';
import { useCardWords } from './use-card-words.ts';

/** The cards that this office gave the person, and a new one. There is none for a pseudonym. */
export function PersonCards({ person }: { person: PersonView }) {
  const { t } = useTranslation('profile-cards');
  const mayWrite = useRight('people.write');
  const [issuing, setIssuing] = useState(false);
  const cards = useQuery(orpc.profileCards.of.queryOptions({ input: { personId: person.id } }));
  const keys = useQuery(orpc.profileCards.keys.queryOptions({ input: {} }));
  if (person.level === 'pseudonymous' || !cards.data || !keys.data) return null;
  const hasKey = keys.data.keys.length > 0;
  return (
    <Section
      title={t('title')}
      aside={
        mayWrite &&
        hasKey && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconId size={16} aria-hidden />}
            onClick={() => setIssuing(true)}
          >
            {t('issue.open')}
          </Button>
        )
      }
    >
      {cards.data.cards.length === 0 ? (
        <Text size="sm" c="dimmed">
          {hasKey ? t('none') : t('noKey')}
        </Text>
      ) : (
        <ul className={classes.cards}>
          {cards.data.cards.map((card) => (
            <CardLine key={card.id} card={card} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
      {issuing && <IssueSheet person={person} onClose={() => setIssuing(false)} />}
    </Section>
  );
}

function CardLine({ card, mayWrite }: { card: CardView; mayWrite: boolean }) {
  const { t } = useTranslation('profile-cards');
  const { date } = useFormats();
  const { labelOf } = useCardWords();
  const lose = useCommand(orpc.profileCards.markLost, {
    onDone: () => showNotice({ kind: 'done', text: t('lost.done') }),
  });
  return (
    <li>
      <div>
        <Text fw={600} component="span">
          {t('number', { number: card.number })}
        </Text>{' '}
        {card.state !== 'valid' && (
          <Badge component="span" variant="light" color="gray" tt="none">
            {t(`state.${card.state}`)}
          </Badge>
        )}
        <Text size="sm">
          {t('term', { issued: date(card.issuedOn), until: date(card.validUntil), name: card.issuedBy })}
        </Text>
        <Text size="sm" c="dimmed">
          {card.fields.map(labelOf).join(', ')}
        </Text>
      </div>
      {mayWrite && card.state === 'valid' && (
        <Group>
          <Button
            variant="default"
            size="compact-md"
            loading={lose.pending}
            aria-label={t('lost.markNamed', { number: card.number })}
            onClick={() => void lose.run({ id: card.id, revision: card.revision })}
          >
            {t('lost.mark')}
          </Button>
        </Group>
      )}
    </li>
  );
}
