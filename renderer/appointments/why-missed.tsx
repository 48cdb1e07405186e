import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NO_SHOW_REASONS, type NoShowReason } from '../../shared/appointments/appointment.rules.ts';
import { useRight } from '../access/session-store.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { ChipGroup } from '../ui/chip-group.tsx';
import { Message } from '../ui/message.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';

/**
 * At the contact after an appointment to which somebody did not come: what was in the way, with one tap. Asked, never
 * guessed, and not in the tone of a reproach; it tells which form of reminder works.
 */
export function WhyMissed({ personId }: { personId: string }) {
  const { t } = useTranslation('appointments');
  const formats = useFormats();
  const mayWork = useRight('appointments.work');
  const theirs = useQuery({ ...orpc.appointments.ofPerson.queryOptions({ input: { personId } }), enabled: mayWork });
  const setReason = useCommand(orpc.appointments.setNoShowReason);
  const missed = theirs.data?.askWhy;
  if (!mayWork || !missed) return null;
  const { day, from, ...on } = missed;
  const tell = async (reason: NoShowReason) => {
    if (await setReason.run({ ...on, reason }))
      showNotice({ kind: 'done', text: t('why.noted', { reason: t(`reasons.${reason}`) }) });
  };
  const question = t('why.question', { day: formats.shortDate(day), from });
  return (
    <Message kind="info">
      <Stack gap={6}>
        <Text size="sm" fw={600}>
          {question}
        </Text>
        <ChipGroup
          label={question}
          options={NO_SHOW_REASONS.map((id) => ({ id, label: t(`reasons.${id}`) }))}
          chosen={[]}
          disabled={setReason.pending}
          onToggle={(reason) => void tell(reason)}
        />
      </Stack>
    </Message>
  );
}
