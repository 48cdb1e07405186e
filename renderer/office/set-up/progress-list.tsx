import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './set-up.module.css';
import { STEPS, type Step } from './set-up-steps.ts';

/** Where one is, what lies behind and what comes. */
export function ProgressList({ current }: { current: Step }) {
  const { t } = useTranslation('office');
  const at = STEPS.indexOf(current);
  return (
    <nav aria-label={t('setUp.progress')}>
      <ol className={classes.progress}>
        {STEPS.map((step, index) => (
          <li
            key={step}
            className={classes.progressStep}
            aria-current={step === current ? 'step' : undefined}
            data-done={index < at}
          >
            <span className={classes.progressNumber} aria-hidden>
              {index < at ? <IconCheck size={14} /> : index + 1}
            </span>
            {t(`setUp.step.${step}`)}
          </li>
        ))}
      </ol>
    </nav>
  );
}
