import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What holds for this computer alone; written by whoever looks after it (docs/operations.md). */
const ShellSettings = z.strictObject({
  /** The printer, by the name that the operating system knows it by, that takes slips without a dialogue. */
  slipPrinter: z.string().min(1).max(200).optional(),
});
export type ShellSettings = z.infer<typeof ShellSettings>;

/** Reads the file; without one, and with one that is not as it should be, nothing is set. */
export function readShellSettings(file: string): ShellSettings {
  try {
    return ShellSettings.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}
