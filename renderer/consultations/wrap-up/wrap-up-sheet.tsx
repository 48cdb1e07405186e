import { Group, Select, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { catalogue } from '../../../shared/catalogue/catalogue.ts';
import type { ContactView } from '../../../shared/consultations/consultations.contract.ts';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import type { TicketView } from '../../../shared/queue/queue.contract.ts';
import { openBooking } from '../../appointments/appointment-sheets.ts';
import { useCatalogue } from '../../i18n/catalogue-labels.ts';
import { PaperFrame } from '../../letters/paper-frame.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { bookingAfter } from '../booking-after.ts';
import { ContactSteps } from '../steps/contact-steps.tsx';
import { BookedSlot, NextSlot } from './next-slot.tsx';
import { useBooked } from './use-booked.ts';
import { firstDayFor, useNextSlots } from './use-next-slots.ts';
import { useWrapUp } from './use-wrap-up.ts';
import classes from './wrap-up.module.css';

interface WrapUpSheetProps {
  ticket: TicketView;
  contact: ContactView;
  /** The office's time, milliseconds. */
  nowMs: number;
  /** What was booked in this talk, and how the bar beneath learns of it; it outlives the sheet. */
  bookedId: string | null;
  onBooked: (appointmentId: string) => void;
  /** Resolves when the changes of the talk have reached the office. */
  settled: () => Promise<unknown>;
  onFinish: () => Promise<void>;
  onClose: () => void;
}

/** The end of a talk in one go: what was agreed, the appointment that follows, the client's sheet; then the talk is finished. */
export function WrapUpSheet(props: WrapUpSheetProps) {
  const { ticket, contact, nowMs, onBooked, settled, onFinish, onClose } = props;
  const { t } = useTranslation('consultations');
  const { language: languageName } = useCatalogue();
  const today = localDateOf(new Date(nowMs).toISOString());
  const topics = contact.topics.map(({ topic }) => topic);
  const slots = useNextSlots(contact, today);
  const [language, setLanguage] = useState<string | null>(null);
  const { bookedId, booked } = useBooked(props.bookedId);
  const planned = slots.chosen && { slot: slots.chosen, travelMinutes: slots.travelMinutes };
  const ends = { settled, onFinish, onClose };
  const { sheet, wrapUp, pending } = useWrapUp({ contact, planned, bookedId, onBooked, language, ...ends });
  const from = firstDayFor(contact.steps, today);
  return (
    <Sheet title={t('wrapUp.title')} size="min(76rem, 96vw)" closeOnClickOutside={false} onClose={onClose}>
      <div className={classes.columns}>
        <Stack gap="md" className={classes.choices}>
          <ContactSteps contactId={contact.id} topics={topics} steps={contact.steps} today={today} />
          {contact.steps.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('wrapUp.nothing')}
            </Text>
          )}
          {booked ? (
            <BookedSlot slot={booked} outpostName={booked.outpostName} />
          ) : (
            <NextSlot
              slots={slots}
              onOther={() => openBooking({ ...bookingAfter(contact), from, onBooked, returns: true })}
            />
          )}
          <Group justify="space-between" align="flex-end">
            <Select
              label={t('wrapUp.language')}
              w={220}
              allowDeselect={false}
              searchable
              data={catalogue.languages.map(({ id }) => ({ value: id, label: languageName(id) }))}
              value={language ?? sheet.data?.language ?? ticket.spoken}
              onChange={setLanguage}
            />
            <KeyButton
              keys="mod+Enter"
              data-autofocus
              inFields
              leftSection={<IconPrinter size={18} aria-hidden />}
              loading={pending}
              onClick={() => void wrapUp()}
            >
              {t(slots.chosen && bookedId === null ? 'wrapUp.bookAndPrint' : 'wrapUp.print')}
            </KeyButton>
          </Group>
        </Stack>
        <div className={classes.paper}>
          {sheet.error ? (
            <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} />
          ) : sheet.data ? (
            <PaperFrame html={sheet.data.html} title={t('wrapUp.preview')} />
          ) : (
            <SkeletonLines lines={6} height={40} />
          )}
        </div>
      </div>
    </Sheet>
  );
}
