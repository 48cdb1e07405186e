import { Stack } from '@mantine/core';
import type { OfficeSettings } from '../../../shared/office/office.contract.ts';
import { CityKeysSection } from './city-keys-section.tsx';
import { OwnKeySection } from './own-key-section.tsx';
import { UnattendedSection } from './unattended-section.tsx';

/** The office's own public key for the city, the city's keys, and whether the night may run by itself. */
export function KeysTab({ settings }: { settings: OfficeSettings }) {
  return (
    <Stack gap="md">
      <OwnKeySection settings={settings} />
      <CityKeysSection settings={settings} />
      <UnattendedSection unattended={settings.unattended} />
    </Stack>
  );
}
