import { Button, Group, Select, Stack, Text, TextInput, Title, VisuallyHidden } from '@mantine/core';
import { IconBuildingPlus, IconPencil, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { speaksOf } from '../../shared/catalogue/own-ids.ts';
import { matchesWords } from '../../shared/kernel/matches-words.ts';
import type { PartnerView } from '../../shared/partners/partners.contract.ts';
import { useRight } from '../access/session-store.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { orpc } from '../rpc/client.ts';
import { Bdi } from '../ui/bdi.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Section } from '../ui/section.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { AddPartnerSheet, ChangePartnerSheet } from './partner-sheets.tsx';
import classes from './partners.module.css';

/** Whom we can send people to, by name and by topic. */
export default function PartnersScreen() {
  const { t } = useTranslation('partners');
  const { everyTopicOption } = useCatalogue();
  const mayWrite = useRight('partners.write');
  const partners = useQuery(orpc.partners.list.queryOptions({ input: {} }));
  const [words, setWords] = useState('');
  const [chosenTopic, setChosenTopic] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<string | null>(null);
  const all = partners.data?.partners ?? [];
  const shown = all.filter(
    (partner) =>
      (chosenTopic === null || speaksOf(partner.topics, chosenTopic)) &&
      matchesWords(`${partner.name} ${partner.contactName} ${partner.postalCodeAndTown}`, words),
  );
  const changed = all.find((partner) => partner.id === changing);

  return (
    <Stack gap="md" className={classes.page}>
      <Group justify="space-between">
        <Title order={1}>{t('title')}</Title>
        {mayWrite && (
          <Button
            variant="default"
            leftSection={<IconBuildingPlus size={18} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('add')}
          </Button>
        )}
      </Group>
      <Group align="flex-end" gap="sm" grow>
        <TextInput
          label={t('search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          autoComplete="off"
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Select
          label={t('byTopic')}
          placeholder={t('allTopics')}
          searchable
          clearable
          value={chosenTopic}
          onChange={setChosenTopic}
          data={everyTopicOption()}
        />
      </Group>
      <Section
        title={t('list')}
        aside={
          <Text size="sm" c="dimmed">
            {partners.data && t('count', { count: shown.length })}
          </Text>
        }
      >
        <VisuallyHidden role="status">{partners.data ? t('count', { count: shown.length }) : ''}</VisuallyHidden>
        {partners.error ? (
          <ErrorState error={partners.error} onRetry={() => void partners.refetch()} />
        ) : !partners.data ? (
          <SkeletonLines lines={6} height={44} />
        ) : shown.length === 0 ? (
          <EmptyState
            title={all.length === 0 ? t('empty') : t('none')}
            hint={all.length === 0 ? t('emptyHint') : t('noneHint')}
          />
        ) : (
          <ul className={classes.list}>
            {shown.map((partner) => (
              <PartnerLine
                key={partner.id}
                partner={partner}
                onChange={mayWrite ? () => setChanging(partner.id) : null}
              />
            ))}
          </ul>
        )}
      </Section>
      {adding && <AddPartnerSheet topic={chosenTopic} onClose={() => setAdding(false)} />}
      {changed && <ChangePartnerSheet partner={changed} onClose={() => setChanging(null)} />}
    </Stack>
  );
}

function PartnerLine({ partner, onChange }: { partner: PartnerView; onChange: (() => void) | null }) {
  const { t } = useTranslation('partners');
  const { topic } = useCatalogue();
  const address = [partner.street, partner.postalCodeAndTown].filter((part) => part !== '').join(', ');
  const reach = [partner.contactName, partner.phone, partner.email].filter((part) => part !== '').join(' · ');
  return (
    <li className={classes.partner}>
      <div className={classes.who}>
        <Text fw={600} component="h3" m={0} fz="md">
          <Bdi>{partner.name}</Bdi>
        </Text>
        <Text size="sm" c="dimmed">
          {partner.authority ? `${t(`kind.${partner.kind}`)} · ${t('isAuthority')}` : t(`kind.${partner.kind}`)}
        </Text>
      </div>
      <div className={classes.reach}>
        <Text size="sm">{address}</Text>
        <Text size="sm">{reach}</Text>
        <Text size="sm" c="dimmed">
          {partner.topics.map(topic).join(', ')}
        </Text>
      </div>
      {onChange && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={onChange}
          aria-label={t('changeNamed', { name: partner.name })}
        >
          {t('changeShort')}
        </Button>
      )}
    </li>
  );
}
