import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentEventType } from '../../shared/appointments/appointment.rules.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { showNotice } from '../ui/notices/notice-store.ts';

/**
 * Takes back the newest thing on an appointment if it still is the one that is meant; else it says so and leaves the
 * appointment alone. Resolves to whether it was taken back.
 */
export function useAppointmentUndo(): (appointmentId: string, type: AppointmentEventType) => Promise<boolean> {
  const { t } = useTranslation('appointments');
  const queryClient = useQueryClient();
  const { run } = useCommand(orpc.appointments.undo);
  return useCallback(
    async (appointmentId: string, type: AppointmentEventType) => {
      const asked = orpc.appointments.get.queryOptions({ input: { appointmentId } });
      const fresh = await queryClient.fetchQuery({ ...asked, staleTime: 0 }).catch(() => null);
      if (fresh?.appointment.undoable !== type) {
        showNotice({ kind: 'notice', text: t('undoOvertaken') });
        return false;
      }
      return (await run({ appointmentId, revision: fresh.appointment.revision })) !== null;
    },
    [queryClient, run, t],
  );
}
