import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../ui/keyboard/use-keys.tsx';
import classes from './client-look.module.css';

/**
 * Ctrl B empties the screen at once, whatever is open, and shows it again: somebody has come round the counter. The
 * session goes on and nothing that is typed is lost; who goes away locks.
 */
export function BlankScreen() {
  const { t } = useTranslation('consultations');
  const [blank, setBlank] = useState(false);
  useKeys([{ keys: 'mod+b', label: t('look.blank'), run: () => setBlank(!blank), everywhere: true }]);
  if (!blank) return null;
  return createPortal(
    <div className={classes.blank} role="alertdialog" aria-modal aria-label={t('look.blanked')}>
      <VisuallyHidden>{t('look.blanked')}</VisuallyHidden>
    </div>,
    document.body,
  );
}
