import { Stack } from '@mantine/core';
import type { OfficeSettings } from '../../../shared/office/office.contract.ts';
import { CardKeysSection } from '../../profile-cards/card-keys-section.tsx';
import { CityKeysSection } from './city-keys-section.tsx';
import { OwnKeySection } from './own-key-section.tsx';
import { UnattendedSection } from './unattended-section.tsx';

/** The office's own public key for the city, the city's keys, the network's for profile cards, and whether the night may run by itself. */
export function KeysTab({ settings }: { settings: OfficeSettings }) {
  return (
    <Stack gap="md">
      <OwnKeySection settings={settings} />
      <CityKeysSection settings={settings} />
      <CardKeysSection />
      <UnattendedSection unattended={settings.unattended} />
    </Stack>
  );
}
