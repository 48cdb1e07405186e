import { bundleFileName } from '../../../shared/bundle/bundle-file-name.ts';
import type { BundleNote } from '../../../shared/bundle/bundle-note.ts';
import type { ContactPut } from '../../../shared/bundle/records/contact.ts';
import type { PersonPut } from '../../../shared/bundle/records/person.ts';
import type { ReportLines } from '../../../shared/bundle/records/report-records.ts';
import type { BundleEntry } from '../../../shared/node/bundle/bundle-entry.ts';
import { signNote } from '../../../shared/node/bundle/bundle-signing.ts';
import { packBundle } from '../../../shared/node/bundle/pack-bundle.ts';
import { signerOf } from '../../../shared/node/bundle/signed-note.ts';
import { type BundleFacts, backupEntries, reportEntries } from '../../../shared/node/bundle/write-entries.ts';
import { generateSigningKey, sha256Hex } from '../../../shared/node/crypto.ts';

/** An invented office that writes bundles for tests. */
export type SampleOffice = { id: string; publicKeyPem: string; privateKeyPem: string };

export function sampleOffice(id = 'mengede-huckarde'): SampleOffice {
  return { id, ...generateSigningKey() };
}

/** A bundle as it stands in a folder. */
export type SampleBundle = { name: string; age: Uint8Array; note: string; facts: BundleNote };

export type SampleOptions = {
  office: SampleOffice;
  recipients: readonly string[];
  sequence: number;
  previous?: SampleBundle | null;
  supersedes?: readonly number[];
  epoch?: number;
  kind?: 'report' | 'backup';
  lines?: ReportLines;
  createdAt?: string;
  /** Changes the entries before they are packed. */
  alter?: (entries: BundleEntry[]) => BundleEntry[];
  /** Replaces the packing, for archives and frames that the product would never write. */
  pack?: (entries: readonly BundleEntry[]) => Promise<Uint8Array>;
  /** Changes what the note says before it is signed. */
  alterNote?: (note: BundleNote) => BundleNote;
};

export function sampleFacts(options: SampleOptions): BundleFacts {
  const { office, recipients, sequence, epoch = 1 } = options;
  return {
    office: { id: office.id, name: 'lokal willkommen (erfunden)' },
    epoch,
    sequence,
    signedBy: signerOf(office.id, office.publicKeyPem),
    recipients,
    period: { from: '2026-11-20', to: '2026-11-20' },
    journal: { from: sequence * 10, to: sequence * 10 + 9, head: sha256Hex(`journal ${sequence}`) },
    writtenBy: 'tandem 1.0.0',
  };
}

/** Writes a bundle that is right in everything but what the options alter. */
export async function sampleBundle(options: SampleOptions): Promise<SampleBundle> {
  const { office, recipients, sequence, epoch = 1, kind = 'report', previous = null } = options;
  const facts = sampleFacts(options);
  const right =
    kind === 'backup'
      ? backupEntries(facts, Buffer.from(`image ${sequence}`), 3)
      : reportEntries(facts, options.lines ?? { contact: [sampleContact(sequence)] }).entries;
  const entries = options.alter?.(right) ?? right;
  const age = await (options.pack ?? ((each) => packBundle({ entries: each, recipients })))(entries);
  const said: BundleNote = {
    office: office.id,
    kind,
    epoch,
    sequence,
    previousSha256: previous === null ? (sequence === 1 ? null : sha256Hex('unknown')) : previous.facts.fileSha256,
    supersedes: options.supersedes ?? [],
    fileSha256: sha256Hex(age),
    fileBytes: age.length,
    createdAt: options.createdAt ?? '2026-11-20T21:00:03.120Z',
  };
  const note = options.alterNote?.(said) ?? said;
  return {
    name: bundleFileName({ office: office.id, kind, epoch, sequence }),
    age,
    note: signNote(note, office.privateKeyPem),
    facts: note,
  };
}

/** An invented row id: version 8, telling nothing but the number it was made of. */
export function sampleId(number: number): string {
  return `00000000-0000-8000-8000-${String(number).padStart(12, '0')}`;
}

export function samplePerson(number: number, change: Partial<PersonPut> = {}): PersonPut {
  return {
    op: 'put',
    id: sampleId(900_000 + number),
    born: '18-60',
    gender: 'not-stated',
    district: 'mengede',
    languages: ['ar', 'de'],
    group: null,
    firstSupportOn: '2026-11-20',
    ...change,
  };
}

export function sampleContact(number: number, change: Partial<ContactPut> = {}): ContactPut {
  return {
    op: 'put',
    id: sampleId(number),
    day: '2026-11-20',
    hour: 9,
    kind: 'walk-in',
    medium: 'in-person',
    language: 'ar',
    topics: [{ id: 'housing', result: 'informed', quantity: 1 }],
    minutes: 20,
    companions: 0,
    person: null,
    ...change,
  };
}
