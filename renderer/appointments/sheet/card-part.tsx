import { Group, Stack } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import bookingClasses from '../booking/booking.module.css';
import { CardLanguage } from '../card-language.tsx';
import { CardPreview } from '../card-preview.tsx';
import { usePrintCard } from '../use-print-card.ts';
import type { OneAppointment } from './one-appointment.ts';

/** The reminder card once more, in any of the clients' languages. */
export function CardPart({ one, onDone }: { one: OneAppointment; onDone: () => void }) {
  const { t } = useTranslation('appointments');
  const { id, language: appointmentLanguage } = one.appointment;
  const [language, setLanguage] = useState<string | null>(null);
  const { print, pending } = usePrintCard();
  const printCard = async () => {
    if (await print(id, language)) onDone();
  };
  return (
    <div className={bookingClasses.booked}>
      <Stack gap="md">
        <CardLanguage appointmentLanguage={appointmentLanguage} value={language} onChange={setLanguage} />
        <Group>
          <KeyButton
            keys="F4"
            leftSection={<IconPrinter size={18} aria-hidden />}
            loading={pending}
            onClick={() => void printCard()}
          >
            {t('card.print')}
          </KeyButton>
        </Group>
      </Stack>
      <CardPreview appointmentId={id} language={language} />
    </div>
  );
}
