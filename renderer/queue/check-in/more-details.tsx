import { Group, Stack, Text, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CANNOT_READ, catalogue } from '../../../shared/catalogue/catalogue.ts';
import { TICKET_KINDS } from '../../../shared/queue/ticket.rules.ts';
import { useRight } from '../../access/session-store.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { CompanionInterprets } from '../../interpreters/companion-interprets.tsx';
import { LanguageSelect } from '../../people/language-select.tsx';
import { PersonPicker } from '../../people/person-picker.tsx';
import { ChipField } from '../../ui/chip-field.tsx';
import { useKeys } from '../../ui/keyboard/use-keys.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import type { CheckInEntry } from './entry.ts';
import { ReturnCode } from './return-code.tsx';

const DOOR_NOTE_LIMIT = 200;

interface MoreDetailsProps {
  entry: CheckInEntry;
  onChange: (change: Partial<CheckInEntry>) => void;
  /** The kind is fixed once the ticket is given out. */
  kindIsFixed: boolean;
}

/** What may be said at the door beside language and topic. Nothing here is needed for a number. */
export function MoreDetails({ entry, onChange, kindIsFixed }: MoreDetailsProps) {
  const { t } = useTranslation('queue');
  const { priorityReason } = useCatalogue();
  const mayKnowPeople = useRight('people.read');
  const person = useRef<HTMLDivElement>(null);
  const note = useRef<HTMLInputElement>(null);
  const priority = useRef<HTMLDivElement>(null);
  useKeys([
    mayKnowPeople && {
      keys: 'F3',
      label: t('checkIn.person'),
      run: () => person.current?.querySelector('input')?.focus(),
    },
    {
      keys: 'F6',
      label: t('checkIn.oneMoreChild'),
      run: () => onChange({ children: Math.min(20, entry.children + 1) }),
    },
    { keys: 'F7', label: t('checkIn.doorNote'), run: () => note.current?.focus() },
    {
      keys: 'F8',
      label: t('checkIn.priority'),
      run: () => priority.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
    },
  ]);
  return (
    <Stack gap="sm">
      <Text component="h3" size="sm" fw={600} c="dimmed" m={0}>
        {t('checkIn.more')}
      </Text>
      {mayKnowPeople && (
        <div ref={person}>
          <PersonPicker
            label={`${t('checkIn.person')} (F3)`}
            value={entry.person}
            onChange={(chosen) => onChange({ person: chosen })}
            known={{ spoken: entry.spoken, understood: entry.understood, read: entry.read }}
          />
        </div>
      )}
      <Group gap="lg">
        <Stepper
          label={`${t('checkIn.children')} (F6)`}
          value={entry.children}
          onChange={(children) => onChange({ children })}
        />
        <Stepper label={t('checkIn.adults')} value={entry.adults} onChange={(adults) => onChange({ adults })} />
      </Group>
      {(entry.children > 0 || entry.adults > 0 || entry.companionInterprets !== null) && (
        <CompanionInterprets entry={entry} onChange={(companionInterprets) => onChange({ companionInterprets })} />
      )}
      <TextInput
        ref={note}
        label={`${t('checkIn.doorNote')} (F7)`}
        description={t('checkIn.doorNoteHint')}
        maxLength={DOOR_NOTE_LIMIT}
        dir="auto"
        value={entry.doorNote}
        onChange={(event) => onChange({ doorNote: event.currentTarget.value })}
      />
      <ChipField
        ref={priority}
        fieldKey="F8"
        label={t('checkIn.priority')}
        chosen={entry.priorityReason === null ? [] : [entry.priorityReason]}
        onToggle={(id) => onChange({ priorityReason: entry.priorityReason === id ? null : id })}
        options={catalogue.priorityReasons.map(({ id }) => ({ id, label: priorityReason(id) }))}
      />
      {!kindIsFixed && (
        <ChipField
          label={t('checkIn.kind')}
          chosen={[entry.kind]}
          onToggle={(kind) => onChange({ kind })}
          options={TICKET_KINDS.map((id) => ({ id, label: t(`kind.${id}`) }))}
        />
      )}
      <Group align="flex-end" gap="lg">
        <ChipField
          label={t('checkIn.genderWish')}
          chosen={entry.genderWish === null ? [] : [entry.genderWish]}
          onToggle={(wish) => onChange({ genderWish: entry.genderWish === wish ? null : wish })}
          options={(['w', 'm'] as const).map((id) => ({ id, label: t(`genderWish.${id}`) }))}
        />
        <ChipField
          label={t('checkIn.lane')}
          chosen={entry.lane === 'quick' ? ['quick' as const] : []}
          onToggle={() => onChange({ lane: entry.lane === 'quick' ? 'counter' : 'quick' })}
          options={[{ id: 'quick' as const, label: t('quickLane') }]}
        />
        {!kindIsFixed && <ReturnCode entry={entry} onChange={onChange} />}
      </Group>
      <Group grow align="flex-start" gap="sm">
        <LanguageSelect
          label={t('checkIn.understood')}
          placeholder={t('checkIn.asSpoken')}
          value={entry.understood}
          onChange={(understood) => onChange({ understood: understood === entry.spoken ? null : understood })}
        />
        <LanguageSelect
          label={t('checkIn.read')}
          placeholder={t('checkIn.asSpoken')}
          value={entry.read}
          onChange={(read) => onChange({ read: read === entry.spoken ? null : read })}
          more={[{ value: CANNOT_READ, label: t('checkIn.cannotRead') }]}
        />
      </Group>
    </Stack>
  );
}
