import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { BundleRefused } from '../shared/node/bundle/bundle-refused.ts';
import { acceptEpoch } from './accept-epoch.ts';
import { enrollOffice, initCity } from './city-keys.ts';
import { CityMistake } from './city-mistake.ts';
import { readCityReport } from './city-report.ts';
import { readCityStatus } from './city-status.ts';
import {
  acceptedText,
  DATABASE_IN_USE,
  DATABASE_IS_NEWER,
  enrollText,
  initText,
  missingOption,
  openedText,
  receiptProblem,
  receivedText,
  reportText,
  statusText,
  UNKNOWN_COMMAND,
  USAGE,
} from './city-texts.ts';
import { DatabaseIsNewer } from './database/city-database.ts';
import { DatabaseInUse } from './database/directory-lock.ts';
import { openBundleFile } from './open-bundle.ts';
import { receiveInbox } from './receive-inbox.ts';
import { parseHolidays } from './working-days.ts';

/** Exit codes: 0 done (whatever the verdicts), 1 it could not be done, 2 the command was not understood. */
const FAILED = 1;
const NOT_UNDERSTOOD = 2;

const { values, positionals } = readArguments();
const [command, ...operands] = positionals;

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        keys: { type: 'string' },
        database: { type: 'string' },
        receipts: { type: 'string' },
        archive: { type: 'string' },
        recipient: { type: 'string' },
        holidays: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        office: { type: 'string' },
        out: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return notUnderstood(error instanceof Error ? error.message : UNKNOWN_COMMAND);
  }
}

function notUnderstood(what: string): never {
  process.stderr.write(`${what}\n\n${USAGE}`);
  process.exit(NOT_UNDERSTOOD);
}

function operand(at: number, name: string): string {
  return operands[at] ?? notUnderstood(missingOption(name));
}

function option(name: 'keys' | 'database'): string {
  return values[name] ?? notUnderstood(missingOption(`--${name}`));
}

function day(name: 'from' | 'to'): { from?: string; to?: string } {
  const value = values[name];
  if (value !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(value)) notUnderstood(`--${name} is no day: ${value}`);
  return value === undefined ? {} : { [name]: value };
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function run(): Promise<void> {
  switch (command) {
    case 'init': {
      const recipient = values.recipient ?? 'hybrid';
      if (recipient !== 'hybrid' && recipient !== 'x25519') return notUnderstood('--recipient is hybrid or x25519');
      return print(initText(await initCity({ keys: option('keys'), recipient })));
    }
    case 'enroll': {
      const office = operand(0, 'OFFICE');
      const publicKeyPem = await readFile(operand(1, 'PEM'), 'utf8');
      const { fingerprint } = await enrollOffice({ keys: option('keys'), office, publicKeyPem });
      return print(enrollText(office, fingerprint));
    }
    case 'receive':
      return await receive();
    case 'accept-epoch': {
      const [office, epoch] = [operand(0, 'OFFICE'), Number(operand(1, 'EPOCH'))];
      await acceptEpoch({ database: option('database'), office, epoch });
      return print(acceptedText(office, epoch));
    }
    case 'open': {
      const out = values.out === undefined ? {} : { out: values.out };
      return print(openedText(await openBundleFile({ file: operand(0, 'FILE'), keys: option('keys'), ...out })));
    }
    case 'status': {
      const holidays =
        values.holidays === undefined ? {} : { holidays: parseHolidays(await readFile(values.holidays, 'utf8')) };
      const keys = values.keys === undefined ? {} : { keys: values.keys };
      const status = await readCityStatus({ database: option('database'), ...keys, ...holidays });
      return print(values.json ? JSON.stringify(status) : statusText(status));
    }
    case 'report': {
      const office = values.office === undefined ? {} : { office: values.office };
      const report = await readCityReport({ database: option('database'), ...day('from'), ...day('to'), ...office });
      return print(values.json ? JSON.stringify(report) : reportText(report));
    }
    default:
      return notUnderstood(command ?? UNKNOWN_COMMAND);
  }
}

async function receive(): Promise<void> {
  const received = await receiveInbox({
    inbox: operand(0, 'INBOX'),
    database: option('database'),
    keys: option('keys'),
    ...(values.receipts === undefined ? {} : { receipts: values.receipts }),
    ...(values.archive === undefined ? {} : { archive: values.archive }),
    onReceiptProblem: (file, error) => {
      process.stderr.write(`${receiptProblem(file, error)}\n`);
      process.exitCode = FAILED;
    },
  });
  for (const each of received) {
    const { file, verdict, code, missing } = each;
    print(values.json ? JSON.stringify({ file, verdict, code, missing }) : receivedText(each));
  }
}

/** What an operator can do something about is said in words; anything else is a mistake of ours and keeps its trace. */
function failureText(error: unknown): string | null {
  if (error instanceof CityMistake || error instanceof BundleRefused || error instanceof RangeError)
    return error.message;
  if (error instanceof DatabaseInUse) return DATABASE_IN_USE;
  if (error instanceof DatabaseIsNewer) return DATABASE_IS_NEWER;
  const isFromFileSystem = error instanceof Error && 'syscall' in error;
  return isFromFileSystem ? error.message : null;
}

if (values.help) {
  print(USAGE);
} else {
  try {
    await run();
  } catch (error) {
    const text = failureText(error);
    if (text === null) throw error;
    process.stderr.write(`${text}\n`);
    process.exitCode = FAILED;
  }
}
