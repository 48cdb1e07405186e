import { Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueDay } from '../../../shared/queue/queue.contract.ts';
import { LEAVING_REASONS } from '../../../shared/queue/ticket.rules.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { useFaultText } from '../../i18n/fault-text.ts';
import { LanguageSelect } from '../../people/language-select.tsx';
import { client, orpc } from '../../rpc/client.ts';
import { faultOf } from '../../rpc/fault.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { WholeNumberInput } from '../../ui/form/whole-number-input.tsx';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { showNotice, showUndoable } from '../../ui/notices/notice-store.ts';
import { printHtml } from '../../ui/print-html.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { useUndoTicket } from '../ticket/use-undo-ticket.ts';

/** Reserve numbers lie at the end of the day's numbers, where the counter does not come. */
const FIRST_RESERVE = 901;
const ON_A_SHEET = 24;
const OUTCOMES = ['waits', 'served', 'left'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** After a power cut: reserve numbers with the times that were written on paper, one after the other. */
export function PaperSheet({ day, onClose }: { day: QueueDay; onClose: () => void }) {
  const { t } = useTranslation('queue');
  const { topicOptions, resultOptions } = useCatalogue();
  const faultText = useFaultText();
  const undoTicket = useUndoTicket();
  const [on, setOn] = useState(day.day);
  const [number, setNumber] = useState(FIRST_RESERVE);
  const [arrived, setArrived] = useState('');
  const [spoken, setSpoken] = useState<string | null>(null);
  const [about, setAbout] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome>('waits');
  const [started, setStarted] = useState('');
  const [ended, setEnded] = useState('');
  const [result, setResult] = useState('solved');
  const [reason, setReason] = useState<(typeof LEAVING_REASONS)[number]>('gave-up');
  const first = useRef<HTMLInputElement>(null);
  const enter = useCommand(orpc.queue.enterPaper, {
    onDone: (ticket) => {
      showUndoable({
        text: t('paper.did', { label: ticket.label }),
        undo: () =>
          undoTicket(ticket.ticketId, outcome === 'waits' ? 'issued' : outcome === 'served' ? 'finished' : 'left'),
      });
      // Ready for the next sheet: the numbers follow each other, the times do not.
      setNumber(ticket.number + 1);
      setArrived('');
      setStarted('');
      setEnded('');
      first.current?.focus();
    },
  });
  const ready =
    arrived !== '' &&
    spoken !== null &&
    (outcome === 'waits' || (ended !== '' && (outcome === 'left' || (started !== '' && about !== null))));
  const submit = () => {
    if (!ready || spoken === null) return;
    void enter.run({
      day: on,
      number,
      arrived,
      spoken,
      topics: about === null ? [] : [about],
      adults: 0,
      children: 0,
      priorityReason: null,
      outcome:
        outcome === 'served'
          ? { kind: 'served', started, finished: ended, result }
          : outcome === 'left'
            ? { kind: 'left', at: ended, reason }
            : { kind: 'waits' },
    });
  };
  const print = async () => {
    try {
      const { html } = await client.queue.reserveSheet({ first: number, count: ON_A_SHEET });
      await printHtml(html, t('paper.print'));
    } catch (error) {
      showNotice({ kind: 'error', text: faultText(faultOf(error)) });
    }
  };
  return (
    <Sheet title={t('paper.title')} onClose={onClose} size="52rem" closeOnClickOutside={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          <Text size="sm">{t('paper.intro')}</Text>
          <Group align="flex-end" gap="sm">
            <TextInput
              type="date"
              label={t('paper.day')}
              max={day.day}
              value={on}
              onChange={(event) => setOn(event.currentTarget.value)}
            />
            <WholeNumberInput label={t('paper.number')} w={110} min={1} max={999} value={number} onChange={setNumber} />
            <TextInput
              ref={first}
              data-autofocus
              type="time"
              label={t('paper.arrived')}
              value={arrived}
              onChange={(event) => setArrived(event.currentTarget.value)}
            />
            <LanguageSelect label={t('checkIn.language')} value={spoken} onChange={setSpoken} />
            <Select searchable label={t('checkIn.topics')} data={topicOptions()} value={about} onChange={setAbout} />
          </Group>
          <ChipGroup
            label={t('paper.outcome')}
            chosen={[outcome]}
            onToggle={setOutcome}
            options={OUTCOMES.map((id) => ({ id, label: t(`paper.${id}`) }))}
          />
          {outcome !== 'waits' && (
            <Group align="flex-end" gap="sm">
              {outcome === 'served' && (
                <TextInput
                  type="time"
                  label={t('paper.began')}
                  value={started}
                  onChange={(event) => setStarted(event.currentTarget.value)}
                />
              )}
              <TextInput
                type="time"
                label={t(outcome === 'served' ? 'paper.ended' : 'paper.leftAt')}
                value={ended}
                onChange={(event) => setEnded(event.currentTarget.value)}
              />
              {outcome === 'served' ? (
                <Select
                  allowDeselect={false}
                  label={t('paper.result')}
                  data={resultOptions()}
                  value={result}
                  onChange={(value) => setResult(value ?? 'solved')}
                />
              ) : (
                <Select
                  allowDeselect={false}
                  label={t('paper.why')}
                  data={LEAVING_REASONS.map((id) => ({ value: id, label: t(`leavingReason.${id}`) }))}
                  value={reason}
                  onChange={(value) => setReason(value ?? 'gave-up')}
                />
              )}
            </Group>
          )}
          <Group justify="space-between">
            <KeyButton
              keys="mod+p"
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
              onClick={() => void print()}
            >
              {t('paper.print')}
            </KeyButton>
            <KeyButton keys="F4" submits loading={enter.pending} disabled={!ready}>
              {t('paper.enter')}
            </KeyButton>
          </Group>
        </Stack>
      </form>
    </Sheet>
  );
}
