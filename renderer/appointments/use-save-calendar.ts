import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { mondayOf } from '../../shared/appointments/wall-time.rules.ts';
import type { LocalDate } from '../../shared/kernel/instants.ts';
import { useFaultText } from '../i18n/fault-text.ts';
import { saveTextFile } from '../office/settings/save-text-file.ts';
import { client } from '../rpc/client.ts';
import { faultOf } from '../rpc/fault.ts';
import { showNotice } from '../ui/notices/notice-store.ts';

/** Offers the week of one of the staff as an iCalendar file: times and places, nobody's name. */
export function useSaveCalendar(): (staffId: string, day: LocalDate) => Promise<void> {
  const { t } = useTranslation('appointments');
  const faultText = useFaultText();
  return useCallback(
    async (staffId: string, day: LocalDate) => {
      try {
        const { fileName, text } = await client.appointments.calendar({ staffId, from: mondayOf(day) });
        saveTextFile(fileName, text, 'text/calendar');
        showNotice({ kind: 'done', text: t('calendarSaved', { name: fileName }) });
      } catch (error) {
        showNotice({ kind: 'error', text: faultText(faultOf(error)) });
      }
    },
    [faultText, t],
  );
}
