import { useTranslation } from 'react-i18next';
import type { ServingStepView } from '../../shared/interpreters/interpreters.contract.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { useFormats } from '../i18n/formats.ts';

/** What a step is, and what about it is not as wished. */
export function useStepWords(): (step: ServingStepView, name: string, wish: 'w' | 'm' | null) => [string, string[]] {
  const { t } = useTranslation('interpreters');
  const { language } = useCatalogue();
  const formats = useFormats();
  const what = (step: ServingStepView, name: string): string => {
    switch (step.kind) {
      case 'tandem':
        return t('serving.step.tandem', { name });
      case 'volunteer':
        return step.until === null
          ? t('serving.step.volunteer', { name })
          : t('serving.step.volunteerUntil', { name, time: step.until });
      case 'telephone':
        return t('serving.step.telephone', { name });
      case 'appointment':
        return t('serving.step.appointment', { day: formats.shortDate(step.day), from: step.from, to: step.to });
    }
  };
  return (step, name, wish) => [
    what(step, name),
    [
      ...(step.fit === 'full' ? [] : [t(`serving.fit.${step.fit}`, { language: language(step.language) })]),
      ...('wishMet' in step && !step.wishMet && wish ? [t(`serving.wishNotMet.${wish}`)] : []),
    ],
  ];
}
