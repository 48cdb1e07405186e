import { Button, Group, Stack, Switch, Title } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffView } from '../../shared/access/access.contract.ts';
import { useRight, useSession } from '../access/session-store.ts';
import { useEmployerNames } from '../office/use-employer-names.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Section } from '../ui/section.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { AddStaffSheet } from './add-staff-sheet.tsx';
import { ChangeStaffSheet } from './change-staff-sheet.tsx';
import { DeactivateStaffSheet } from './deactivate-staff-sheet.tsx';
import { OwnSection } from './own-section.tsx';
import classes from './staff.module.css';
import { StaffLine } from './staff-line.tsx';

/** Who works here, by employer, and what each may do. */
export default function StaffScreen() {
  const { t } = useTranslation('staff');
  const staff = useQuery(orpc.access.listStaff.queryOptions({ input: {} }));
  const settings = useQuery(orpc.office.settings.queryOptions({ input: {} }));
  const mayManage = useRight('staff.manage');
  const [adding, setAdding] = useState(false);
  const [formerToo, setFormerToo] = useState(false);
  const all = staff.data?.staff ?? [];
  const former = all.some((person) => !person.active);
  return (
    <Stack gap="md" className={classes.page}>
      <Group justify="space-between">
        <Title order={1}>{t('title')}</Title>
        <Group gap="lg">
          {former && (
            <Switch
              label={t('formerToo')}
              checked={formerToo}
              onChange={(event) => setFormerToo(event.currentTarget.checked)}
            />
          )}
          {mayManage && settings.data && (
            <Button
              variant="default"
              leftSection={<IconUserPlus size={18} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {t('add')}
            </Button>
          )}
        </Group>
      </Group>
      {staff.error ? (
        <ErrorState error={staff.error} onRetry={() => void staff.refetch()} />
      ) : !staff.data ? (
        <SkeletonLines lines={6} height={44} />
      ) : (
        <>
          <OwnSection staff={all} />
          <StaffOf kind="city" staff={all} formerToo={formerToo} />
          <StaffOf kind="partner" staff={all} formerToo={formerToo} />
        </>
      )}
      {adding && settings.data && (
        <AddStaffSheet employers={settings.data.employers} onClose={() => setAdding(false)} />
      )}
    </Stack>
  );
}

function StaffOf({
  kind,
  staff,
  formerToo,
}: {
  kind: 'city' | 'partner';
  staff: readonly StaffView[];
  formerToo: boolean;
}) {
  const { t } = useTranslation('staff');
  const session = useSession();
  const mayManage = useRight('staff.manage');
  const writesNotes = useRight('consultations.write');
  const names = useEmployerNames();
  const [changing, setChanging] = useState<string | null>(null);
  const [deactivating, setDeactivating] = useState<string | null>(null);
  const letIn = useCommand(orpc.access.letIntoVault, {
    onDone: () => showNotice({ kind: 'done', text: t('letInDone') }),
  });
  const shown = staff.filter((person) => person.employerKind === kind && (formerToo || person.active));
  const find = (id: string | null) => staff.find((person) => person.id === id);
  const changed = find(changing);
  const leaving = find(deactivating);
  return (
    <Section title={names[kind] ?? t(`employerKind.${kind}`)}>
      <ul className={classes.list}>
        {shown.map((person) => (
          <StaffLine
            key={person.id}
            person={person}
            deputyName={find(person.deputyId)?.displayName ?? null}
            onChange={mayManage && person.active ? () => setChanging(person.id) : null}
            onDeactivate={
              mayManage && person.active && person.id !== session.staffId ? () => setDeactivating(person.id) : null
            }
            onLetIn={
              writesNotes && session.holdsVault && person.waitsForVault && person.employerId === session.employerId
                ? () => void letIn.run({ id: person.id })
                : null
            }
            lettingIn={letIn.pending}
          />
        ))}
      </ul>
      {changed && <ChangeStaffSheet person={changed} onClose={() => setChanging(null)} />}
      {leaving && <DeactivateStaffSheet person={leaving} onClose={() => setDeactivating(null)} />}
    </Section>
  );
}
