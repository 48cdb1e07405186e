import { Button, Group, NumberInput, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { APPOINTMENT_KINDS, type AppointmentKind } from '../../../shared/appointments/appointment.rules.ts';
import { useRight } from '../../access/session-store.ts';
import { TopicAdder } from '../../consultations/topics/topic-adder.tsx';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { LanguageSelect } from '../../people/language-select.tsx';
import { orpc } from '../../rpc/client.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { TopicIcon } from '../../ui/topic-icon.tsx';
import classes from './booking.module.css';
import { type BookingDraft, MOST_TOPICS, ofKind } from './booking-draft.ts';
import { InterpreterSelect } from './interpreter-select.tsx';
import { PeopleFields } from './people-fields.tsx';

interface MatterFieldsProps {
  draft: BookingDraft;
  onChange: (draft: BookingDraft) => void;
}

/** What the appointment is about and who comes; what is known already stands there. */
export function MatterFields({ draft, onChange }: MatterFieldsProps) {
  const { t } = useTranslation('appointments');
  const { kind } = draft;
  const change = (part: Partial<BookingDraft>) => onChange({ ...draft, ...part });
  return (
    <Stack gap="sm" className={classes.matter}>
      <SegmentedControl<AppointmentKind>
        fullWidth
        size="xs"
        aria-label={t('field.kind')}
        value={kind}
        onChange={(next) => onChange(ofKind(draft, next))}
        data={APPOINTMENT_KINDS.map((value) => ({ value, label: t(`kindChoice.${value}`) }))}
      />
      {kind === 'blocked' ? (
        <PartnerSelect value={draft.partnerId} onChange={(partnerId) => change({ partnerId })} />
      ) : (
        <>
          <LanguageSelect
            label={t('field.language')}
            placeholder={t('field.anyLanguage')}
            value={draft.language}
            onChange={(language) => change({ language })}
          />
          <Topics topics={draft.topics} onChange={(topics) => change({ topics })} />
          {kind === 'group' && (
            <NumberInput
              label={t('field.seats')}
              min={1}
              max={60}
              value={draft.seats}
              onChange={(seats) => typeof seats === 'number' && seats >= 1 && change({ seats: Math.min(60, seats) })}
            />
          )}
          <PeopleFields draft={draft} language={draft.language} onChange={onChange} />
          <InterpreterSelect
            language={draft.language}
            value={draft.interpreterId}
            onChange={(interpreterId) => change({ interpreterId })}
          />
          <TextInput
            label={t('field.reach')}
            placeholder={t('field.reachHint')}
            maxLength={60}
            value={draft.reach}
            onChange={(event) => change({ reach: event.currentTarget.value })}
          />
        </>
      )}
      <Textarea
        label={kind === 'blocked' ? t('field.purpose') : t('field.note')}
        placeholder={t('field.noteHint')}
        autosize
        minRows={kind === 'blocked' ? 2 : 1}
        maxRows={3}
        maxLength={200}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
    </Stack>
  );
}

function Topics({ topics, onChange }: { topics: readonly string[]; onChange: (topics: readonly string[]) => void }) {
  const { t } = useTranslation('appointments');
  const { topic } = useCatalogue();
  const [adding, setAdding] = useState(false);
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {t('field.topics')}
      </Text>
      <Group gap={6}>
        {topics.length > 0 && (
          <ChipGroup
            label={t('field.topics')}
            options={topics.map((id) => ({ id, label: topic(id), icon: <TopicIcon id={id} /> }))}
            chosen={topics}
            onToggle={(id) => onChange(topics.filter((one) => one !== id))}
          />
        )}
        {adding ? (
          <TopicAdder
            present={topics}
            onAdd={(id) => {
              setAdding(false);
              onChange([...topics, id]);
            }}
            onCancel={() => setAdding(false)}
          />
        ) : (
          topics.length < MOST_TOPICS && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {t('field.addTopic')}
            </Button>
          )
        )}
      </Group>
    </div>
  );
}

function PartnerSelect({ value, onChange }: { value: string | null; onChange: (partnerId: string | null) => void }) {
  const { t } = useTranslation('appointments');
  const mayRead = useRight('partners.read');
  const partners = useQuery({ ...orpc.partners.list.queryOptions({ input: {} }), enabled: mayRead });
  return (
    <Select
      label={t('field.partner')}
      description={t('field.partnerHint')}
      searchable
      clearable
      data={(partners.data?.partners ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  );
}
