import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InterpreterView } from '../../shared/interpreters/interpreters.contract.ts';
import { localDateOf } from '../../shared/kernel/instants.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { showNotice } from '../ui/notices/notice-store.ts';
import { DaySheet } from './day-sheet.tsx';
import { useOwnChange } from './use-own-change.ts';

interface PledgeSheetProps {
  interpreter: InterpreterView;
  now: string;
  onClose: () => void;
}

/** On which day somebody who interprets has pledged secrecy. */
export function PledgeSheet({ interpreter, now, onClose }: PledgeSheetProps) {
  const { t } = useTranslation('interpreters');
  const today = localDateOf(now);
  const [{ id, revision, name }] = useState(interpreter);
  const keepOwnChange = useOwnChange();
  const record = useCommand(orpc.interpreters.recordPledge, {
    onDone: (changed) => {
      keepOwnChange(changed);
      showNotice({ kind: 'done', text: t('pledge.didRecord') });
      onClose();
    },
  });
  return (
    <DaySheet
      title={t('pledge.title', { name })}
      hint={t('pledge.hint')}
      label={t('pledge.on')}
      start={today}
      problemOf={(day) => (day === null || day > today ? t('pledge.noDay') : null)}
      submitLabel={t('pledge.record')}
      pending={record.pending}
      onSubmit={(pledgedOn) => void record.run({ id, revision, pledgedOn })}
      onClose={onClose}
    />
  );
}
