import { Modal, type ModalProps } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyLayer, useKeys } from './keyboard/use-keys.tsx';

interface SheetProps {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
  size?: ModalProps['size'];
  /** Whether a click beside it closes it; not for sheets where something is being entered. */
  closeOnClickOutside?: boolean;
}

/**
 * A sheet over the screen. Esc closes the topmost one, the focus stays inside and returns to where it was. Put it
 * into the tree only while it is open, so that it starts anew each time.
 */
export function Sheet({ title, onClose, children, size = 'md', closeOnClickOutside = true }: SheetProps) {
  const { t } = useTranslation();
  useFocusReturns();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeOnEscape={false}
      returnFocus={false}
      closeOnClickOutside={closeOnClickOutside}
      closeButtonProps={{ 'aria-label': t('close') }}
      styles={{ title: { fontSize: '1.125rem', fontWeight: 650 } }}
    >
      <KeyLayer>
        <EscapeCloses onClose={onClose} />
        {children}
      </KeyLayer>
    </Modal>
  );
}

/** Focus goes back to where it was before the sheet, unless that is gone or the sheet's end put it elsewhere. */
function useFocusReturns(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      window.requestAnimationFrame(() => {
        const nowhere = document.activeElement === null || document.activeElement === document.body;
        if (nowhere && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      });
    },
    [before],
  );
}

function EscapeCloses({ onClose }: { onClose: () => void }) {
  useKeys([{ keys: 'Escape', run: onClose, inFields: true }]);
  return null;
}
