import { Group, List, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowForwardUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../../shared/queue/queue.contract.ts';
import {
  FORWARD_POSITIONS,
  type ForwardPosition,
  type ForwardTarget,
} from '../../../shared/queue/ticket-event-detail.ts';
import { rememberedDesk } from '../../access/remembered-desk.ts';
import { useRight, useSession } from '../../access/session-store.ts';
import { orpc } from '../../rpc/client.ts';
import { ChipField } from '../../ui/chip-field.tsx';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { Keys } from '../../ui/keyboard/keys.tsx';
import { Sheet } from '../../ui/sheet.tsx';

interface ForwardSheetProps {
  ticket: TicketView;
  onForward: (forward: ForwardTarget, words: string) => void;
  onClose: () => void;
}

const NOBODY = { desk: null, staffId: null, employerId: null };
const WORDS_LIMIT = 200;

/** To whom a ticket goes, at which place in the line, and what travels with it: shown before it is sent. */
export function ForwardSheet({ ticket, onForward, onClose }: ForwardSheetProps) {
  const { t } = useTranslation('queue');
  const session = useSession();
  const staff = useQuery(orpc.access.listStaff.queryOptions({ input: {} }));
  const office = useQuery(orpc.office.settings.queryOptions({ input: {} }));
  const targets = forwardTargets(staff.data?.staff ?? [], session, otherDesks(office.data?.desks ?? 1));
  const [chosen, setChosen] = useState<string | null>(null);
  const [position, setPosition] = useState<ForwardPosition>('arrival');
  const [words, setWords] = useState('');
  const target = targets.find(({ id }) => id === chosen) ?? targets[0];
  const digits = targets.slice(0, 9).map(({ id }, index) => ({ keys: String(index + 1), run: () => setChosen(id) }));
  return (
    <Sheet
      title={t('forward.title', { label: ticket.label })}
      onClose={onClose}
      size="46rem"
      closeOnClickOutside={false}
    >
      <Keys bindings={digits} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!target) return;
          onForward({ ...target.to, position }, words.trim());
          onClose();
        }}
      >
        <Stack gap="md">
          <ChipField
            label={t('forward.to')}
            takesFocus
            chosen={target ? [target.id] : []}
            onToggle={setChosen}
            options={targets.map(({ id, name, desk, away }, index) => ({
              id,
              label: away
                ? t('forward.away', { name })
                : (name ?? (desk === undefined ? t('forward.otherEmployer') : t('history.atDesk', { desk }))),
              ...(index < 9 ? { keyName: String(index + 1) } : {}),
            }))}
          />
          <ChipField
            label={t('forward.position')}
            chosen={[position]}
            onToggle={setPosition}
            options={FORWARD_POSITIONS.map((id) => ({ id, label: t(`forward.at.${id}`) }))}
          />
          <TextInput
            label={t('forward.words')}
            description={t('checkIn.doorNoteHint')}
            maxLength={WORDS_LIMIT}
            dir="auto"
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Travels ticket={ticket} toOtherEmployer={target?.otherEmployer ?? false} />
          <Group justify="flex-end">
            <KeyButton keys="F4" submits disabled={!target} leftSection={<IconArrowForwardUp size={18} aria-hidden />}>
              {t('verb.forward')}
            </KeyButton>
          </Group>
        </Stack>
      </form>
    </Sheet>
  );
}

interface Target {
  id: string;
  /** Null: a desk, or the other employer, whoever is there. */
  name: string | null;
  desk?: number;
  /** A colleague who is not signed in: nobody calls the ticket until they are. */
  away?: boolean;
  otherEmployer: boolean;
  to: Omit<ForwardTarget, 'position'>;
}

interface Colleague {
  id: string;
  displayName: string;
  employerId: string;
  active: boolean;
  signedIn: boolean;
}

function otherDesks(desks: number): number[] {
  return Array.from({ length: desks }, (_, index) => index + 1).filter((desk) => desk !== rememberedDesk());
}

function forwardTargets(
  staff: readonly Colleague[],
  me: { staffId: string; employerId: string },
  desks: readonly number[],
): Target[] {
  const others = staff.filter(({ id, active }) => active && id !== me.staffId);
  const otherEmployer = others.find(({ employerId }) => employerId !== me.employerId)?.employerId;
  return [
    ...(otherEmployer
      ? [{ id: otherEmployer, name: null, otherEmployer: true, to: { ...NOBODY, employerId: otherEmployer } }]
      : []),
    // Who will sit there is not known: what travels is shown as for the other employer.
    ...desks.map((desk) => ({ id: `desk-${desk}`, name: null, desk, otherEmployer: true, to: { ...NOBODY, desk } })),
    ...others.map(({ id, displayName, employerId, signedIn }) => ({
      id,
      away: !signedIn,
      name: displayName,
      otherEmployer: employerId !== me.employerId,
      to: { ...NOBODY, staffId: id },
    })),
  ];
}

/** What the next desk reads and what it does not. Only what this person may see is counted. */
function Travels({ ticket, toOtherEmployer }: { ticket: TicketView; toOtherEmployer: boolean }) {
  const { t } = useTranslation('queue');
  const mayRead = useRight('consultations.write');
  const contact = useQuery({
    ...orpc.consultations.get.queryOptions({ input: { contactId: ticket.contactId ?? '' } }),
    enabled: mayRead && ticket.contactId !== null,
  });
  const notes = contact.data?.notes ?? [];
  const travels = notes.filter(({ level }) => level === 'V1' || (level === 'V2' && !toOtherEmployer)).length;
  const stays = notes.length - travels;
  return (
    <div>
      <Text size="sm" fw={500}>
        {t('forward.travels')}
      </Text>
      <List size="sm">
        <List.Item>{t('forward.ticketTravels')}</List.Item>
        {travels > 0 && <List.Item>{t('forward.notesTravel', { count: travels })}</List.Item>}
        {stays > 0 && <List.Item>{t('forward.notesStay', { count: stays })}</List.Item>}
      </List>
    </div>
  );
}
