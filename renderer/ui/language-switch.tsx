import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ownNameOf } from '../i18n/catalogue-labels.ts';
import { chooseLanguage, STAFF_LANGUAGES, type StaffLanguage } from '../i18n/i18n.ts';

/** German or English, for this PC. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <SegmentedControl<StaffLanguage>
      aria-label={t('languageOfScreens')}
      size="xs"
      value={i18n.language === 'en' ? 'en' : 'de'}
      onChange={chooseLanguage}
      data={STAFF_LANGUAGES.map((language) => ({ value: language, label: ownNameOf(language) }))}
    />
  );
}
