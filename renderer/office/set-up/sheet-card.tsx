import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoverySheet } from '../../../shared/office/office.contract.ts';
import { Section } from '../../ui/section.tsx';
import { wrongGroups } from './sheet-groups.ts';
import { SheetWindow } from './sheet-window.tsx';
import classes from './sheets.module.css';

interface SheetCardProps {
  sheet: RecoverySheet;
  officeName: string;
  typed: readonly string[];
  onTyped: (groups: string[]) => void;
  marked: boolean;
}

/** One employer's sheet. The secret is only on the screen while its window is open. */
export function SheetCard({ sheet, officeName, typed, onTyped, marked }: SheetCardProps) {
  const { t } = useTranslation('office');
  const [shown, setShown] = useState(false);
  const [wasShown, setWasShown] = useState(false);
  const wrong = wrongGroups(sheet.identity, sheet.askedGroups, typed);
  const proven = wrong.length === 0;
  return (
    <Section
      title={sheet.employerName}
      raised={false}
      className={classes.card ?? ''}
      aside={
        proven && (
          <Group gap={4} wrap="nowrap" className={classes.proven} role="status">
            <IconCircleCheck size={18} aria-hidden />
            <Text size="sm" fw={600}>
              {t('setUp.sheets.proven')}
            </Text>
          </Group>
        )
      }
    >
      <Stack gap="sm">
        <Text size="sm">{t('setUp.sheets.onlyTheirs')}</Text>
        <Group>
          <Button
            variant={wasShown ? 'default' : 'filled'}
            leftSection={<IconEye size={18} aria-hidden />}
            onClick={() => {
              setShown(true);
              setWasShown(true);
            }}
            aria-label={t('setUp.sheets.showNamed', { employer: sheet.employerName })}
          >
            {t('setUp.sheets.show')}
          </Button>
        </Group>
        {wasShown && (
          <div>
            <Text size="sm" mb={6}>
              {t('setUp.sheets.typeGroups')}
            </Text>
            <Group gap="sm" align="flex-start">
              {sheet.askedGroups.map((number, index) => (
                <TextInput
                  key={number}
                  w={150}
                  label={t('setUp.sheets.group', { number })}
                  autoComplete="off"
                  spellCheck={false}
                  maxLength={8}
                  value={typed[index] ?? ''}
                  error={
                    (marked || (typed[index] ?? '').trim().length >= 5) && wrong.includes(number)
                      ? t('setUp.sheets.wrong')
                      : undefined
                  }
                  onChange={(event) => {
                    const group = event.currentTarget.value;
                    onTyped(sheet.askedGroups.map((_asked, at) => (at === index ? group : (typed[at] ?? ''))));
                  }}
                />
              ))}
            </Group>
          </div>
        )}
        {marked && !wasShown && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t('setUp.sheets.notShown')}
          </Text>
        )}
      </Stack>
      {shown && <SheetWindow sheet={sheet} officeName={officeName} onClose={() => setShown(false)} />}
    </Section>
  );
}
