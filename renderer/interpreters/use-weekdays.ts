import { useTranslation } from 'react-i18next';

/** The short words for Monday to Sunday. */
export function useWeekdays(): string[] {
  const { t } = useTranslation('interpreters');
  return (['1', '2', '3', '4', '5', '6', '7'] as const).map((day) => t(`hours.weekdays.${day}`));
}
