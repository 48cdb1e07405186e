import { useTranslation } from 'react-i18next';
import type { RecoverySheetWords } from './recovery-sheet-html.ts';

/** What stands on a printed recovery sheet beside its values. */
export function useRecoverySheetWords(): RecoverySheetWords {
  const { t, i18n } = useTranslation('office');
  return {
    language: i18n.language,
    title: t('sheet.title'),
    employerLabel: t('sheet.employer'),
    officeLabel: t('sheet.office'),
    printedOnLabel: t('sheet.printedOn'),
    fingerprintLabel: t('sheet.fingerprint'),
    secretLabel: t('sheet.secret'),
    qrLabel: t('sheet.qr'),
    sections: [
      [t('sheet.whatForTitle'), t('sheet.whatFor')],
      [t('sheet.keepTitle'), t('sheet.keep')],
      [t('sheet.lostTitle'), t('sheet.lost')],
    ],
  };
}
