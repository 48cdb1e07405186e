import { Anchor, Button, Group, Loader, Select, Stack, Text } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { HAND_OVER_WAYS, type LetterView, REFERRAL_STATES } from '../../shared/letters/letters.contract.ts';
import { useFormats } from '../i18n/formats.ts';
import { useEmployerNames } from '../office/use-employer-names.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { Bdi } from '../ui/bdi.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Message } from '../ui/message.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { LetterPdfActions } from './letter-pdf-actions.tsx';
import classes from './letters.module.css';

/** A letter that was written: its PDF, how it was handed over, the partner's answer, and making it void. */
export function LetterDetails({ letterId }: { letterId: string }) {
  const letter = useQuery(orpc.letters.get.queryOptions({ input: { id: letterId } }));
  if (letter.error) return <ErrorState error={letter.error} onRetry={() => void letter.refetch()} />;
  if (!letter.data) return <SkeletonLines lines={5} height={32} />;
  return <Details letter={letter.data} />;
}

function Details({ letter }: { letter: LetterView }) {
  const { t } = useTranslation('letters');
  const { instantDay, time } = useFormats();
  const employers = useEmployerNames();
  return (
    <Stack gap="md">
      <PrintState letter={letter} />
      <dl className={classes.facts}>
        <div>
          <dt>{t('details.subject')}</dt>
          <dd>
            <Bdi>{letter.subject}</Bdi>
          </dd>
        </div>
        <div>
          <dt>{t('details.to')}</dt>
          <dd>
            <Bdi>{letter.partnerName}</Bdi>
          </dd>
        </div>
        <div>
          <dt>{t('details.about')}</dt>
          <dd>
            {letter.personId === null ? (
              t('details.nobody')
            ) : (
              <Anchor component={Link} href={`/people/${letter.personId}`}>
                <Bdi>{letter.personName}</Bdi>
              </Anchor>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('details.writtenBy')}</dt>
          <dd>{`${letter.authorName}, ${employers[letter.employerKind] ?? ''} · ${instantDay(letter.writtenAt)}, ${time(letter.writtenAt)}`}</dd>
        </div>
        <div>
          <dt>{t('details.template')}</dt>
          <dd>{t('details.version', { version: letter.templateVersion })}</dd>
        </div>
      </dl>
      {letter.state === 'ready' && <LetterPdfActions letterId={letter.id} />}
      {letter.state === 'void' && letter.handedOver === null ? null : <HandOver letter={letter} />}
      {letter.referral && letter.state !== 'void' && <Answer referral={letter.referral} />}
      {letter.state !== 'void' && <MakeVoid letter={letter} />}
    </Stack>
  );
}

function PrintState({ letter }: { letter: LetterView }) {
  const { t } = useTranslation('letters');
  const again = useCommand(orpc.letters.printAgain);
  switch (letter.state) {
    case 'printing':
      return (
        <Group gap="sm" role="status">
          <Loader size="xs" type="dots" aria-hidden />
          <Text>{t('state.printingText')}</Text>
        </Group>
      );
    case 'ready':
      return (
        <Message kind="done" announce>
          {t('state.readyText')}
        </Message>
      );
    case 'failed':
      return (
        <Message
          kind="error"
          announce
          action={
            <Button
              size="compact-sm"
              variant="default"
              loading={again.pending}
              onClick={() => void again.run({ id: letter.id, revision: letter.revision })}
            >
              {t('printAgain')}
            </Button>
          }
        >
          {t('state.failedText')}
        </Message>
      );
    case 'void':
      return <Message kind="urgent">{t('state.voidText')}</Message>;
  }
}

function HandOver({ letter }: { letter: LetterView }) {
  const { t } = useTranslation('letters');
  const { instantDay, time } = useFormats();
  const handOver = useCommand(orpc.letters.handOver, {
    onDone: () => showNotice({ kind: 'done', text: t('handOver.saved') }),
  });
  if (letter.handedOver) {
    const { way, at } = letter.handedOver;
    return <Text>{t('handOver.done', { way: t(`handOver.${way}`), day: instantDay(at), time: time(at) })}</Text>;
  }
  if (letter.state !== 'ready') return null;
  return (
    <div role="group" aria-label={t('handOver.title')}>
      <Text size="sm" fw={500} mb={4}>
        {t('handOver.title')}
      </Text>
      <Group gap="xs">
        {HAND_OVER_WAYS.map((way) => (
          <Button
            key={way}
            size="xs"
            variant="default"
            disabled={handOver.pending}
            onClick={() => void handOver.run({ id: letter.id, revision: letter.revision, way })}
          >
            {t(`handOver.${way}`)}
          </Button>
        ))}
      </Group>
    </div>
  );
}

function Answer({ referral }: { referral: NonNullable<LetterView['referral']> }) {
  const { t } = useTranslation('letters');
  const { date } = useFormats();
  const answer = useCommand(orpc.letters.answerReferral, {
    onDone: () => showNotice({ kind: 'done', text: t('referral.saved') }),
  });
  return (
    <Select
      label={t('referral.label')}
      description={
        referral.replyBy === null ? t('referral.noDate') : t('referral.until', { day: date(referral.replyBy) })
      }
      maw={320}
      allowDeselect={false}
      disabled={answer.pending}
      value={referral.state}
      onChange={(value) => {
        const state = REFERRAL_STATES.find((candidate) => candidate === value);
        if (state && state !== referral.state)
          void answer.run({ referralId: referral.id, revision: referral.revision, state });
      }}
      data={REFERRAL_STATES.map((state) => ({ value: state, label: t(`referral.${state}`) }))}
    />
  );
}

function MakeVoid({ letter }: { letter: LetterView }) {
  const { t } = useTranslation('letters');
  const { t: common } = useTranslation();
  const [asked, setAsked] = useState(false);
  const makeVoid = useCommand(orpc.letters.makeVoid, {
    onDone: () => {
      setAsked(false);
      showNotice({ kind: 'done', text: t('void.done') });
    },
  });
  if (!asked) {
    return (
      <Group>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconHandStop size={16} aria-hidden />}
          onClick={() => setAsked(true)}
        >
          {t('void.ask')}
        </Button>
      </Group>
    );
  }
  return (
    <Message kind="urgent" announce>
      {t('void.what')}
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" variant="default" onClick={() => setAsked(false)}>
          {common('cancel')}
        </Button>
        <Button
          size="compact-sm"
          color="brick"
          loading={makeVoid.pending}
          onClick={() => void makeVoid.run({ id: letter.id, revision: letter.revision })}
        >
          {t('void.do')}
        </Button>
      </Group>
    </Message>
  );
}
