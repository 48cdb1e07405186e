import { Button, Group, Select, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffView } from '../../shared/access/access.contract.ts';
import { useRight, useSession } from '../access/session-store.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { Message } from '../ui/message.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Section } from '../ui/section.tsx';
import { ChangePassphraseSheet } from './change-passphrase-sheet.tsx';

const GENDERS = ['w', 'm', 'd'] as const;

/** What each person does for themselves: passphrase and deputy. */
export function OwnSection({ staff }: { staff: readonly StaffView[] }) {
  const { t } = useTranslation('staff');
  const session = useSession();
  const writesNotes = useRight('consultations.write');
  const [changing, setChanging] = useState(false);
  const stateGender = useCommand(orpc.access.stateGender, {
    onDone: () => showNotice({ kind: 'done', text: t('ownGender.saved') }),
  });
  const nameDeputy = useCommand(orpc.access.nameDeputy, {
    onDone: () => showNotice({ kind: 'done', text: t('deputy.saved') }),
  });
  const me = staff.find((person) => person.id === session.staffId);
  const colleagues = staff.filter(
    (person) =>
      person.active &&
      person.employerId === session.employerId &&
      person.id !== session.staffId &&
      person.roles.some((role) => role !== 'administrator'),
  );
  return (
    <Section title={t('own.title', { name: session.displayName })}>
      {!session.holdsVault && writesNotes && <Message kind="urgent">{t('own.noVault')}</Message>}
      <Group align="flex-end" gap="lg">
        <Button variant="default" leftSection={<IconKey size={18} aria-hidden />} onClick={() => setChanging(true)}>
          {t('passphrase.changeOwn')}
        </Button>
        {writesNotes && (
          <Select
            label={t('deputy.label')}
            description={t('deputy.help')}
            placeholder={t('deputy.none')}
            clearable
            w={420}
            value={me?.deputyId ?? null}
            disabled={nameDeputy.pending}
            onChange={(deputyId) => void nameDeputy.run({ deputyId })}
            data={colleagues.map((person) => ({ value: person.id, label: person.displayName }))}
          />
        )}
      </Group>
      {writesNotes && colleagues.length === 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('deputy.nobody')}
        </Text>
      )}
      {me && (
        <Select
          label={t('ownGender.label')}
          description={t('ownGender.help')}
          placeholder={t('ownGender.notStated')}
          clearable
          w={420}
          mt="md"
          value={me.gender}
          disabled={stateGender.pending}
          onChange={(value) => void stateGender.run({ gender: GENDERS.find((one) => one === value) ?? null })}
          data={GENDERS.map((gender) => ({ value: gender, label: t(`ownGender.${gender}`) }))}
        />
      )}
      {changing && <ChangePassphraseSheet onClose={() => setChanging(false)} />}
    </Section>
  );
}
