import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Session } from '../../access/session.ts';
import { signIn } from '../../access/sign-in.ts';
import { closeOffice } from '../../office/open-office.ts';
import { createTestOffice, type TestOffice, testPassphrase } from '../../testing/test-office.ts';
import { talk } from '../../testing/test-talk.ts';
import { findDraft, saveDraft } from './note-draft.ts';
import { writeNote } from './write-note.ts';

let office: TestOffice;
let contactId: string;
beforeEach(async () => {
  office = await createTestOffice();
  ({ contactId } = talk(office, office.who.city));
});
afterEach(() => office.close());

const save = (who: Session, text: string, level: 'V1' | 'V2' | 'V3' = 'V2') =>
  office.write(who, 'consultations.saveDraft', (tx) => saveDraft(tx, { contactId, text, level }, who));

it('is replaced, kept per person, and found by nobody else', () => {
  save(office.who.city, 'erst');
  office.clock.advance(2000);
  const savedAt = office.clock.now();
  expect(save(office.who.city, 'dann', 'V3')).toEqual({ savedAt });
  save(office.who.cityColleague, 'anderes');
  expect(findDraft(office.db, contactId, office.who.city)).toEqual({ text: 'dann', level: 'V3', savedAt });
  expect(findDraft(office.db, contactId, office.who.cityColleague)?.text).toBe('anderes');
  expect(findDraft(office.db, contactId, office.who.partner)).toBeNull();
  // The same person's row under somebody else's keys.
  expect(findDraft(office.db, contactId, { ...office.who.city, keys: office.who.lead.keys })).toBeNull();
});

it('goes with an empty text, and with the note that it became', () => {
  save(office.who.city, 'halb');
  save(office.who.city, ' \n');
  expect(findDraft(office.db, contactId, office.who.city)).toBeNull();
  save(office.who.city, 'halb');
  save(office.who.cityColleague, 'bleibt');
  office.write(office.who.city, 'consultations.writeNote', (tx) =>
    writeNote(tx, { contactId, level: 'V2', text: 'ganz' }, office.who.city),
  );
  expect(findDraft(office.db, contactId, office.who.city)).toBeNull();
  expect(findDraft(office.db, contactId, office.who.cityColleague)?.text).toBe('bleibt');
});

it('stays when the note could not be written', () => {
  save(office.who.city, 'halb');
  const outside: Session = { ...office.who.city, keys: { ...office.who.city.keys, vault: null } };
  expect(() =>
    office.write(outside, 'consultations.writeNote', (tx) =>
      writeNote(tx, { contactId, level: 'V2', text: 'ganz' }, outside),
    ),
  ).toThrow(expect.objectContaining({ detail: { reason: 'no-vault' } }));
  expect(findDraft(office.db, contactId, office.who.city)?.text).toBe('halb');
});

it('survives the end of the program and of the session, and is sealed in between', async () => {
  save(office.who.city, 'KANARIE', 'V1');
  const { raw } = office.core.database ?? {};
  raw?.pragma('wal_checkpoint(TRUNCATE)');
  expect(raw?.serialize().toString('latin1')).not.toContain('KANARIE');
  closeOffice(office.core);
  const connection = { kind: 'desk' as const, session: null as Session | null };
  await signIn(office.core, connection, { name: 'city', passphrase: testPassphrase('city'), desk: 1 });
  if (!connection.session) throw new Error('Signed in');
  expect(findDraft(office.db, contactId, connection.session)?.text).toBe('KANARIE');
});
