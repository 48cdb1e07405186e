import type { PassphraseCost } from '../office/ports.ts';

/** Argon2id over 64 MiB in three passes (docs/decisions/0002). */
const COST: PassphraseCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 };

/**
 * What a new keyring entry costs; entries that exist keep theirs. Tests set up dozens of offices, so
 * `TANDEM_TEST_PASSPHRASE_COST=memoryKiB,passes,lanes` makes it cheaper. Throws when that is malformed.
 */
export function passphraseCost(setting: string | undefined): PassphraseCost {
  if (setting === undefined || setting === '') return COST;
  const [, memoryKiB, passes, lanes] = /^(\d{1,7}),(\d{1,2}),(\d{1,2})$/.exec(setting) ?? [];
  if (!memoryKiB || !passes || !lanes) throw new Error('TANDEM_TEST_PASSPHRASE_COST is memoryKiB,passes,lanes');
  return { memoryKiB: Number(memoryKiB), passes: Number(passes), lanes: Number(lanes) };
}
