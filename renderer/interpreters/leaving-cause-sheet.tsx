import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DEMAND_CAUSES } from '../../shared/interpreters/unmet-demand.rules.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { KeyButton } from '../ui/keyboard/key-button.tsx';
import { Sheet } from '../ui/sheet.tsx';

interface LeavingCauseSheetProps {
  ticketId: string;
  label: string;
  onClose: () => void;
}

/** Why somebody with a number was turned away or gave up: one key. Esc leaves it open. */
export function LeavingCauseSheet({ ticketId, label, onClose }: LeavingCauseSheetProps) {
  const { t } = useTranslation('interpreters');
  const setCause = useCommand(orpc.interpreters.setLeavingCause, { onDone: onClose });
  return (
    <Sheet title={t('leaving.title', { label })} onClose={onClose}>
      <Stack gap="md">
        <Group gap="xs">
          {DEMAND_CAUSES.map((cause) => (
            <KeyButton
              key={cause}
              keys={t(`causeKey.${cause}`)}
              variant="default"
              disabled={setCause.pending}
              onClick={() => void setCause.run({ ticketId, cause })}
            >
              {t(`cause.${cause}`)}
            </KeyButton>
          ))}
        </Group>
        <Group justify="flex-end">
          <Button variant="subtle" onClick={onClose}>
            {t('leaving.skip')}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  );
}
