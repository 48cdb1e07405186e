import { Modal, type ModalProps } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyLayer, useKeys } from './keyboard/use-keys.tsx';
import classes from './sheet.module.css';

interface SheetProps {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
  size?: ModalProps['size'];
  /** Whether a click beside it closes it; not for sheets where something is being entered. */
  closeOnClickOutside?: boolean;
  /** Whether nothing of the screen beneath stays in sight: for what a client looks at. */
  fullScreen?: boolean;
}

/**
 * A sheet over the screen. Esc closes the topmost one, the focus stays inside and returns to where it was. Put it
 * into the tree only while it is open, so that it starts anew each time.
 */
export function Sheet({
  title,
  onClose,
  children,
  size = 'md',
  closeOnClickOutside = true,
  fullScreen = false,
}: SheetProps) {
  const { t } = useTranslation();
  useFocusReturns();
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={size}
      closeOnEscape={false}
      returnFocus={false}
      closeOnClickOutside={closeOnClickOutside}
      fullScreen={fullScreen}
    >
      <Modal.Overlay />
      <Modal.Content>
        {/* Not Modal.Header: its header element would be a second banner of the page. */}
        <div className={classes.head}>
          <Modal.Title fz="lg" fw={650} lh={1.3}>
            {title}
          </Modal.Title>
          <Modal.CloseButton aria-label={t('close')} />
        </div>
        <Modal.Body>
          <KeyLayer>
            <EscapeCloses onClose={onClose} />
            {children}
          </KeyLayer>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
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
