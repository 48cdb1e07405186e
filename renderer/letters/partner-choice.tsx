import { Button, Group, Select } from '@mantine/core';
import { IconBuildingPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '../access/session-store.ts';
import { AddPartnerSheet } from '../partners/partner-sheets.tsx';
import { orpc } from '../rpc/client.ts';

interface PartnerChoiceProps {
  value: string | null;
  topic: string | null;
  error: React.ReactNode;
  onChange: (partnerId: string | null) => void;
}

/** To whom: those who help with this topic first. */
export function PartnerChoice({ value, topic, error, onChange }: PartnerChoiceProps) {
  const { t } = useTranslation('letters');
  const { t: partnerText } = useTranslation('partners');
  const { t: common } = useTranslation();
  const mayAdd = useRight('partners.write');
  const partners = useQuery(orpc.partners.list.queryOptions({ input: {} }));
  const [adding, setAdding] = useState(false);
  const all = partners.data?.partners ?? [];
  const fits = (topics: readonly string[]) => topic !== null && topics.includes(topic);
  const groups = [
    { group: t('partner.fitting'), items: all.filter((partner) => fits(partner.topics)) },
    {
      group: topic === null ? t('partner.all') : t('partner.others'),
      items: all.filter((partner) => !fits(partner.topics)),
    },
  ].filter(({ items }) => items.length > 0);
  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      <Select
        style={{ flex: 1 }}
        label={t('partner.label')}
        placeholder={t('partner.placeholder')}
        searchable
        data-autofocus
        openOnFocus={false}
        nothingFoundMessage={t('partner.nothing')}
        value={value}
        error={error}
        onChange={onChange}
        data={groups.map(({ group, items }) => ({
          group,
          items: items.map((partner) => ({ value: partner.id, label: partner.name })),
        }))}
      />
      {mayAdd && (
        <Button
          variant="default"
          leftSection={<IconBuildingPlus size={18} aria-hidden />}
          onClick={() => setAdding(true)}
          aria-label={partnerText('add')}
          mb={error ? 22 : 0}
        >
          {common('add')}
        </Button>
      )}
      {adding && <AddPartnerSheet topic={topic} onClose={() => setAdding(false)} onAdded={onChange} />}
    </Group>
  );
}
