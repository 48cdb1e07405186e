import { Button, Group } from '@mantine/core';
import { IconDownload, IconFileTypePdf } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFaultText } from '../i18n/fault-text.ts';
import { faultOf } from '../rpc/fault.ts';
import { showNotice } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';
import { fetchLetterFile, type LetterFile, saveLetterFile } from './letter-files.ts';
import classes from './letters.module.css';

/** Opens the printed PDF, from where it is printed on paper, or saves it. */
export function LetterPdfActions({ letterId }: { letterId: string }) {
  const { t } = useTranslation('letters');
  const faultText = useFaultText();
  const [pending, setPending] = useState(false);
  const [shown, setShown] = useState<LetterFile | null>(null);
  useEffect(() => () => (shown ? URL.revokeObjectURL(shown.address) : undefined), [shown]);

  const fetchThen = async (then: (file: LetterFile) => void) => {
    setPending(true);
    try {
      then(await fetchLetterFile(letterId));
    } catch (error) {
      showNotice({ kind: 'error', text: faultText(faultOf(error)) });
    } finally {
      setPending(false);
    }
  };
  const save = (file: LetterFile) => {
    saveLetterFile(file);
    // The browser has taken it by then.
    window.setTimeout(() => URL.revokeObjectURL(file.address), 10_000);
  };
  return (
    <Group gap="sm">
      {/* The desktop shell has no PDF viewer inside: there the file goes to the system's own. */}
      {navigator.pdfViewerEnabled && (
        <Button
          leftSection={<IconFileTypePdf size={18} aria-hidden />}
          loading={pending}
          onClick={() => void fetchThen(setShown)}
        >
          {t('pdf.open')}
        </Button>
      )}
      <Button
        variant={navigator.pdfViewerEnabled ? 'default' : 'filled'}
        leftSection={<IconDownload size={18} aria-hidden />}
        loading={pending}
        onClick={() => void fetchThen(save)}
      >
        {t('pdf.save')}
      </Button>
      {shown && (
        <Sheet title={shown.name} size="min(72rem, 94vw)" onClose={() => setShown(null)}>
          {/* oxlint-disable-next-line react/iframe-missing-sandbox -- the browser's PDF viewer does not run in a sandbox; the file is our own */}
          <iframe src={shown.address} title={t('pdf.title')} className={classes.pdf} />
        </Sheet>
      )}
    </Group>
  );
}
