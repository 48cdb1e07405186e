import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../rpc/client.ts';
import type { CheckInEntry } from './entry.ts';

const LENGTH = 4;

interface ReturnCodeProps {
  entry: CheckInEntry;
  onChange: (change: Partial<CheckInEntry>) => void;
}

/** The code of a slip "first next time": what was said then is filled in, so that nobody is asked twice. */
export function ReturnCode({ entry, onChange }: ReturnCodeProps) {
  const { t } = useTranslation('queue');
  const [unknown, setUnknown] = useState(false);
  const find = async (typed: string) => {
    const code = typed.trim().toUpperCase();
    setUnknown(false);
    if (code.length < LENGTH) return onChange({ returnCode: code === '' ? null : code });
    try {
      const { spoken, understood, read, topics } = await client.queue.findReturnSlip({ code });
      onChange({
        returnCode: code,
        spoken,
        understood: understood === spoken ? null : understood,
        read: read === spoken ? null : read,
        topics,
      });
    } catch {
      onChange({ returnCode: code });
      setUnknown(true);
    }
  };
  return (
    <TextInput
      label={t('checkIn.returnCode')}
      w={150}
      maxLength={LENGTH}
      autoComplete="off"
      autoCapitalize="characters"
      error={unknown ? t('checkIn.noSuchSlip') : undefined}
      value={entry.returnCode ?? ''}
      onChange={(event) => void find(event.currentTarget.value)}
    />
  );
}
