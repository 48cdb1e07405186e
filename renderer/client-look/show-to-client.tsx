import { IconDeviceDesktop } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../ui/keyboard/key-button.tsx';
import { ClientLook, type ClientLookProps } from './client-look.tsx';

/** Turns the screen to the client with one key, and back with the same. */
export function ShowToClient(shows: Omit<ClientLookProps, 'onClose'>) {
  const { t } = useTranslation('consultations');
  const [shown, setShown] = useState(false);
  return (
    <div>
      <KeyButton
        keys="shift+F8"
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconDeviceDesktop size={16} aria-hidden />}
        onClick={() => setShown(true)}
      >
        {t('look.open')}
      </KeyButton>
      {shown && <ClientLook {...shows} onClose={() => setShown(false)} />}
    </div>
  );
}
