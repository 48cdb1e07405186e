import { Group, SimpleGrid, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../key-hint.tsx';
import { Sheet } from '../sheet.tsx';
import { keyLayers } from './key-layers.ts';
import { keyName } from './key-names.ts';

/** All keys that work where the reader is at this moment (F1). */
export function CheatSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  // Taken before the sheet itself opens its layer and mutes the screen's keys.
  const [bindings] = useState(() =>
    keyLayers.labelled().sort((a, b) => keyOrder(a.keys) - keyOrder(b.keys) || a.keys.localeCompare(b.keys)),
  );
  return (
    <Sheet title={t('cheatSheet.title')} onClose={onClose} size="lg">
      <SimpleGrid
        cols={{ base: 1, xs: 2 }}
        spacing="lg"
        verticalSpacing={6}
        component="ul"
        p={0}
        m={0}
        style={{ listStyle: 'none' }}
      >
        {bindings.map((binding) => (
          <Group component="li" key={binding.keys} justify="space-between" wrap="nowrap" gap="md">
            <Text>{binding.label}</Text>
            <KeyHint keys={keyName(t, binding.keys)} />
          </Group>
        ))}
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt="lg">
        {t('cheatSheet.always')}
      </Text>
    </Sheet>
  );
}

/** F-keys first and by number, then the rest. */
function keyOrder(keys: string): number {
  const number = /^F(\d+)$/.exec(keys)?.[1];
  return number === undefined ? 100 : Number(number);
}
