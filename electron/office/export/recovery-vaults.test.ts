import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unpackBundle } from '../../../shared/node/bundle/unpack-bundle.ts';
import { AgeBroken } from '../../../shared/node/crypto/age.ts';
import { openRecoveryVaults } from '../access/grants.ts';
import { type SessionKeys, unwrapNoteKey } from '../access/session-keys.ts';
import { openText } from '../consultations/notes/note-sealing.ts';
import { writeNote } from '../consultations/notes/write-note.ts';
import type { TestOffice } from '../testing/test-office.ts';
import { talk } from '../testing/test-talk.ts';
import { createNightOffice, night, outboxOf } from './testing/night-office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createNightOffice();
});
afterEach(() => office.close());

async function backupImage(name: string, identity: string): Promise<Database.Database> {
  const entries = await unpackBundle({
    file: readFileSync(join(outboxOf(office), `${name}.age`)),
    kind: 'backup',
    identities: [identity],
  });
  const path = join(office.ports.dataFolder, 'image.db');
  writeFileSync(path, entries.find((entry) => entry.name === 'office.db')?.content ?? new Uint8Array(0));
  return new Database(path, { readonly: true });
}

test('PC and keyring are lost: backup and sheet open the notes of the sheet’s employer, and no other’s', async () => {
  const { city } = office.who;
  const { contactId } = talk(office, city, { spoken: 'ar', topics: ['kita'] });
  const note = office.write(city, 'consultations.writeNote', (tx) =>
    writeNote(tx, { contactId, level: 'V2', text: 'Ruft am Montag wieder an.' }, city),
  );
  const backup = (await night(office)).written.find((name) => name.includes('-backup-'));
  const image = await backupImage(backup ?? '', office.sheets.city);
  try {
    const vaultOf = (employerId: string): Uint8Array =>
      image.prepare('SELECT age FROM recovery_vault WHERE employer_id = ?').pluck().get(employerId) as Uint8Array;
    const vaults = await openRecoveryVaults(vaultOf(city.employerId), office.sheets.city);
    const keys: SessionKeys = {
      personal: 'person:nobody:1',
      vault: null,
      readers: new Map(vaults.map(({ reader, ...key }) => [reader, key])),
    };
    const wrapped = image.prepare('SELECT reader, wrapped FROM note_key WHERE note_id = ?').all(note.id);
    const sealed = image.prepare('SELECT sealed FROM note_version WHERE note_id = ?').pluck().get(note.id);
    const key = unwrapNoteKey(note.id, wrapped as { reader: string; wrapped: Uint8Array }[], keys);
    expect(openText(key ? [key] : [], note.id, 1, sealed as Uint8Array)).toBe('Ruft am Montag wieder an.');
    await expect(openRecoveryVaults(vaultOf(office.who.partner.employerId), office.sheets.city)).rejects.toThrow(
      AgeBroken,
    );
  } finally {
    image.close();
  }
});
