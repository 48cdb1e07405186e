import { Group, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { districts } from '../../../shared/catalogue/catalogue.ts';
import { centralIdOf } from '../../../shared/catalogue/own-ids.ts';
import type { TicketView } from '../../../shared/queue/queue.contract.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { Keys } from '../../ui/keyboard/keys.tsx';
import { showUndoable } from '../../ui/notices/notice-store.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import { LanguageChips, useLanguagesByOffice } from '../check-in/language-chips.tsx';
import { selectTicket } from '../selected-ticket.ts';
import { useUndoTicket } from '../ticket/use-undo-ticket.ts';
import { QuickLaneSize } from './quick-lane-size.tsx';

/** What is asked at the quick lane most; the others are counted at the counter. */
const QUICK_TOPICS = ['form-help', 'authorities', 'everyday-life', 'transport-ticket', 'power-gas', 'other'];

/** Of what the office offers: these, each with what it added below. */
function quickTopics(offered: readonly string[]): readonly string[] {
  return QUICK_TOPICS.flatMap((central) => offered.filter((id) => centralIdOf(id) === central));
}

interface TallySheetProps {
  /** The ticket that this person serves; its times are taken over. Null: nobody. */
  ticket: TicketView | null;
  onClose: () => void;
}

/** F10: a digit for the language, Enter. Topic, language and district are counted, nobody is named. */
export function TallySheet({ ticket, onClose }: TallySheetProps) {
  const { t } = useTranslation('queue');
  const { topic, topics } = useCatalogue();
  const quick = quickTopics(topics().map(({ id }) => id));
  const languages = useLanguagesByOffice();
  const undoTicket = useUndoTicket();
  const settings = useQuery(orpc.office.settings.queryOptions({ input: {} }));
  const [spoken, setSpoken] = useState<string | null>(ticket?.understood ?? null);
  const [chosenTopic, setTopic] = useState<string>(quick[0] ?? 'other');
  const [district, setDistrict] = useState<string | null>(null);
  const [quantity, setQuantity] = useState(1);
  const undoTally = useCommand(orpc.queue.undoTally);
  const tally = useCommand(orpc.queue.tally, {
    onDone: ({ contactId, ticketId }) => {
      if (ticketId) selectTicket(null);
      showUndoable({
        text: t('tally.did', { topic: topic(chosenTopic) }),
        undo: async () => (ticketId ? undoTicket(ticketId, 'finished') : (await undoTally.run({ contactId })) !== null),
      });
      onClose();
    },
  });
  const count = (language: string | null) => {
    if (language === null || tally.pending) return;
    void tally.run({
      ticket: ticket && { ticketId: ticket.id, revision: ticket.revision },
      topic: chosenTopic,
      quantity,
      spoken: language,
      district,
      minutes: 5,
    });
  };
  const ordered = [...languages.ofOffice, ...languages.others];
  const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => ({
    keys: String(digit),
    run: () => setSpoken(ordered[digit - 1] ?? null),
    ...(digit === 1 ? { label: t('checkIn.digits') } : {}),
  }));
  return (
    <Sheet title={t('tally.title')} onClose={onClose} size="52rem">
      <Keys bindings={digits} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          count(spoken);
        }}
      >
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {ticket ? t('tally.times', { label: ticket.label }) : t('tally.noTimes')}
          </Text>
          <LanguageChips languages={languages} chosen={spoken} onChoose={setSpoken} />
          <ChipGroup
            label={t('checkIn.topics')}
            chosen={[chosenTopic]}
            onToggle={setTopic}
            options={quick.map((id) => ({ id, label: topic(id) }))}
          />
          <ChipGroup
            label={t('tally.district')}
            chosen={district === null ? [] : [district]}
            onToggle={(name) => setDistrict(district === name ? null : name)}
            options={nearestFirst(settings.data?.districts ?? []).map((id) => ({ id, label: id }))}
          />
          <Group justify="space-between" align="flex-end">
            <Stepper
              label={t('tally.quantity')}
              value={quantity}
              onChange={(value) => setQuantity(Math.max(1, value))}
            />
            <KeyButton
              keys="F10"
              submits
              size="md"
              leftSection={<IconCheck size={18} aria-hidden />}
              loading={tally.pending}
              disabled={spoken === null}
              data-autofocus={spoken === null ? undefined : true}
            >
              {t('tally.count')}
            </KeyButton>
          </Group>
          <QuickLaneSize />
        </Stack>
      </form>
    </Sheet>
  );
}

/** All districts of the city, the office's own first. */
function nearestFirst(own: readonly string[]): string[] {
  return [...own, ...Object.keys(districts).filter((name) => !own.includes(name))];
}
