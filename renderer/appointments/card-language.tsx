import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CLIENT_LANGUAGES } from '../../shared/catalogue/catalogue.ts';
import { ChipGroup } from '../ui/chip-group.tsx';
import { LanguageName } from '../ui/language-name.tsx';

interface CardLanguageProps {
  appointmentLanguage: string | null;
  /** Null: the one that the person reads, else the appointment's. */
  value: string | null;
  onChange: (language: string | null) => void;
}

/** The language of the card: by itself the one that is read, else whichever is pointed at. */
export function CardLanguage({ appointmentLanguage, value, onChange }: CardLanguageProps) {
  const { t } = useTranslation('appointments');
  const hasTexts = CLIENT_LANGUAGES.some((language) => language === appointmentLanguage);
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {t('card.language')}
      </Text>
      <ChipGroup
        label={t('card.language')}
        options={CLIENT_LANGUAGES.map((id) => ({ id, label: <LanguageName id={id} ownOnly /> }))}
        chosen={CLIENT_LANGUAGES.filter((id) => id === value)}
        onToggle={(id) => onChange(value === id ? null : id)}
      />
      <Text size="sm" c="dimmed" mt={4}>
        {value !== null || appointmentLanguage === null || hasTexts ? t('card.languageHint') : t('card.noTexts')}
      </Text>
    </div>
  );
}
