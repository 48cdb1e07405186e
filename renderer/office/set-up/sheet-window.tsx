import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import type { RecoverySheet } from '../../../shared/office/office.contract.ts';
import { useFormats } from '../../i18n/formats.ts';
import { printHtml } from '../../ui/print-html.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { FingerprintLine } from '../keys/fingerprint-line.tsx';
import { recoveryQr } from './recovery-qr.ts';
import { recoverySheetHtml } from './recovery-sheet-html.ts';
import { groupsOf } from './sheet-groups.ts';
import classes from './sheets.module.css';
import { useRecoverySheetWords } from './use-recovery-sheet-words.ts';

/** The sheet itself, to be printed or copied by hand. */
export function SheetWindow({
  sheet,
  officeName,
  onClose,
}: {
  sheet: RecoverySheet;
  officeName: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('office');
  const { date } = useFormats();
  const words = useRecoverySheetWords();
  const qr = useMemo(() => recoveryQr(sheet.identity), [sheet.identity]);
  const print = () =>
    void printHtml(
      recoverySheetHtml({ ...sheet, officeName, qr, printedOn: date(localDateOf(new Date().toISOString())) }, words),
      words.title,
    );
  return (
    <Sheet title={t('sheet.titleOf', { employer: sheet.employerName })} size="xl" onClose={onClose}>
      <Stack gap="md">
        <FingerprintLine label={t('sheet.fingerprint')} fingerprint={sheet.fingerprint} />
        <div className={classes.secret}>
          <ol className={classes.groups} aria-label={t('sheet.secret')}>
            {groupsOf(sheet.identity).map((group, index) => (
              // The place of a group is what it is called by.
              <li key={`${index} ${group}`} className={classes.group}>
                <span className={classes.groupNumber} aria-hidden>
                  {index + 1}
                </span>
                <code>{group}</code>
              </li>
            ))}
          </ol>
          <img src={qr} alt={t('sheet.qr')} className={classes.qr} />
        </div>
        <Text size="sm">{t('sheet.whatFor')}</Text>
        <Text size="sm">{t('sheet.keep')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('sheet.hide')}
          </Button>
          <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={print}>
            {t('sheet.print')}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  );
}
