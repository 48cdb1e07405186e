import { Group, Stack, Text } from '@mantine/core';
import { IconClockUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { DateField } from '../../letters/date-field.tsx';
import { DistrictSelect } from '../../people/district-select.tsx';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { ChipField } from '../../ui/chip-field.tsx';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { showNotice } from '../../ui/notices/notice-store.ts';
import type { OneAppointment } from './one-appointment.ts';
import classes from './sheet.module.css';

/** How soon they must know, in hours. */
const NOTICE_HOURS = ['2', '24', '48', '168'] as const;

/** They would come earlier: how soon they must know of it, from where they come, and what runs out when. */
export function WishForm({ one, onDone }: { one: OneAppointment; onDone: () => void }) {
  const { t } = useTranslation('appointments');
  const [notice, setNotice] = useState<(typeof NOTICE_HOURS)[number]>('24');
  const [district, setDistrict] = useState<string | null>(null);
  const [deadlineOn, setDeadlineOn] = useState<LocalDate | null>(null);
  const wish = useCommand(orpc.appointments.wishEarlier);
  const save = async () => {
    const { id, revision } = one.appointment;
    if (!(await wish.run({ appointmentId: id, revision, noticeHours: Number(notice), district, deadlineOn }))) return;
    showNotice({ kind: 'done', text: t('did.wish') });
    onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="md">
        <Text>{t('wish.hint')}</Text>
        <ChipField
          label={t('wish.notice')}
          takesFocus
          options={NOTICE_HOURS.map((id) => ({ id, label: t(`wish.hours.${id}`) }))}
          chosen={[notice]}
          onToggle={setNotice}
        />
        <Group align="flex-start">
          <DistrictSelect label={t('wish.district')} value={district} onChange={setDistrict} w={240} />
          <DateField label={t('wish.deadline')} value={deadlineOn} onChange={setDeadlineOn} />
        </Group>
        <Group justify="flex-end" className={classes.end}>
          <KeyButton keys="F4" submits leftSection={<IconClockUp size={18} aria-hidden />} loading={wish.pending}>
            {t('wish.save')}
          </KeyButton>
        </Group>
      </Stack>
    </form>
  );
}
