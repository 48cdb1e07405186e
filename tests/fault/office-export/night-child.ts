/**
 * One night in a process of its own, so that a test can kill it or bound the size of its files.
 * Standard input: JSON with the office and, for a death, the moment and how often it is passed first.
 * Standard output: JSON with what the night and the desk's status say.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { exportStatus } from '../../../electron/office/export/export-status.ts';
import { runNight } from '../../../electron/office/export/run-night.ts';
import { openClosed } from './closed-office.ts';

const Order = z.object({
  office: z.object({ dataFolder: z.string(), dataKeyHex: z.string(), now: z.string() }),
  dieAt: z.object({ moment: z.string(), passes: z.int() }).nullable(),
});

const { office, dieAt } = Order.parse(JSON.parse(readFileSync(0, 'utf8')));
const logged: string[] = [];
const core = openClosed(office, (code) => logged.push(code));
let passes = dieAt?.passes ?? 0;
const result = await runNight(core, { staffId: null, procedure: 'export.night' }, (moment) => {
  if (moment !== dieAt?.moment) return;
  if (passes === 0) process.kill(process.pid, 'SIGKILL');
  passes -= 1;
});
const { problem, bundles } = exportStatus(core.database ?? never(), core);
process.stdout.write(JSON.stringify({ result, problem, bundles: bundles.length, logged }));

function never(): never {
  throw new Error('The office is open');
}
