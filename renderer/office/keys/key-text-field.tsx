import { Button, FileButton, Group, Textarea } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../office.module.css';

/** A public key is a few kilobytes; anything larger is another file. */
const LARGEST_FILE_BYTES = 20_000;

interface KeyTextFieldProps {
  label: string;
  description: string;
  value: string;
  error: React.ReactNode;
  rows: number;
  onChange: (text: string) => void;
  /** The chosen file is too large to be a key; nothing was read. */
  onUnreadable: () => void;
}

/** A public key, pasted or read from a file. */
export function KeyTextField({ label, description, value, error, rows, onChange, onUnreadable }: KeyTextFieldProps) {
  const { t } = useTranslation('office');
  const read = async (file: File | null) => {
    if (!file) return;
    if (file.size > LARGEST_FILE_BYTES) return onUnreadable();
    onChange(await file.text());
  };
  return (
    <div>
      <Textarea
        label={label}
        description={description}
        rows={rows}
        spellCheck={false}
        autoComplete="off"
        classNames={{ input: classes.keyText ?? '' }}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Group mt={6}>
        <FileButton onChange={(file) => void read(file)}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              size="xs"
              leftSection={<IconFileImport size={16} aria-hidden />}
              aria-label={t('keys.fromFileFor', { what: label })}
            >
              {t('keys.fromFile')}
            </Button>
          )}
        </FileButton>
      </Group>
    </div>
  );
}
