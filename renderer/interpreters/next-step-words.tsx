import { useTranslation } from 'react-i18next';
import type { ServingStepView } from '../../shared/interpreters/interpreters.contract.ts';
import { useFormats } from '../i18n/formats.ts';

/** The words for the next step of a ticket that nobody present serves; null where somebody present does. */
export function useNextStepWords(): (next: ServingStepView | null, name: string) => string | null {
  const { t } = useTranslation('interpreters');
  const formats = useFormats();
  return (next, name) => {
    switch (next?.kind) {
      case undefined:
        return t('serving.next.nobody');
      case 'tandem':
        return null;
      case 'volunteer':
        return next.until === null
          ? t('serving.next.volunteer', { name })
          : t('serving.next.volunteerUntil', { name, time: next.until });
      case 'telephone':
        return t('serving.next.telephone', { name });
      case 'appointment':
        return t('serving.next.appointment', { day: formats.shortDate(next.day), time: next.from });
    }
  };
}
