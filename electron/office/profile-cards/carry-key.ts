import { z } from 'zod';
import { generateKeyPair, SealBroken, sealTo, unsealWith } from '../../../shared/node/crypto.ts';
import { oneAtATimeFor } from '../access/key-work.ts';
import { decode, encode } from '../access/keyring.ts';
import type { Who } from '../access/session.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import { type Db, findRow, run } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { rule } from '../rpc/faults.ts';
import { currentCardKey, keepCardKey } from './card-key.ts';

/**
 * How the network's key gets from one office to the next, though none of them is on line: the new office shows a public
 * key, one that has the network's key seals it for that public key, and the new office opens it. Both texts may be seen by
 * anybody; that neither was exchanged on the way, people find out by comparing fingerprints on the telephone.
 */
const REQUEST = /^tandem-card-request\/1 (real|training) ([a-z0-9-]{2,40}) ([A-Za-z0-9+/]{43}=)$/;
const SEALED = /^tandem-card-key\/1 ([A-Za-z0-9+/]{43}=) ([A-Za-z0-9+/]+={0,2})$/;

const PairRow = z.strictObject({
  public_key: z.instanceof(Uint8Array),
  private_key: z.instanceof(Uint8Array),
});

/** What this office asks for the key with. The pair stays, so that a request shown twice is the same. */
export function joinRequest(core: Core, who: Who): Promise<{ text: string }> {
  return oneAtATimeFor(core, who, 'office.configure', async () => {
    const db = openDatabaseOf(core);
    const publicKey = findPair(db)?.public_key ?? (await newPair(core, who));
    const { id, training } = findOffice(db);
    return { text: `tandem-card-request/1 ${training ? 'training' : 'real'} ${id} ${encode(publicKey)}` };
  });
}

async function newPair(core: Core, who: Who): Promise<Uint8Array> {
  const { publicKey, privateKey } = await generateKeyPair();
  writeAndPublish(core, { staffId: who.staffId, procedure: 'profileCards.joinRequest' }, (tx) =>
    run(
      tx,
      'INSERT INTO profile_card_pair (singleton, public_key, private_key) VALUES (1, ?, ?)',
      publicKey,
      privateKey,
    ),
  );
  return publicKey;
}

/** Seals the key for the office that asked. Throws RULE no-card-key, bad-join-request, training-mixed. */
export function grantKey(core: Core, who: Who, request: string): Promise<{ text: string }> {
  return oneAtATimeFor(core, who, 'office.configure', async () => {
    const db = openDatabaseOf(core);
    const key = currentCardKey(db);
    if (!key) throw rule('no-card-key');
    const [, kind, officeId, publicKey] = REQUEST.exec(request.trim()) ?? [];
    if (officeId === undefined || publicKey === undefined) throw rule('bad-join-request');
    // What is practised with must never open what is real.
    if ((kind === 'training') !== findOffice(db).training) throw rule('training-mixed');
    const sealed = await sealTo(decode(publicKey), key.secret, sealedFor(publicKey));
    writeAndPublish(core, { staffId: who.staffId, procedure: 'profileCards.grantKey' }, (tx) =>
      tx.touch({ entity: 'profile-card-key', id: officeId, op: 'read' }),
    );
    return { text: `tandem-card-key/1 ${publicKey} ${encode(sealed)}` };
  });
}

/** Takes the key that was sealed for this office. Throws RULE bad-sealed-key, sealed-for-another. */
export function acceptKey(core: Core, who: Who, sealed: string): Promise<{ keyId: string }> {
  return oneAtATimeFor(core, who, 'office.configure', async () => {
    const [, publicKey, secret] = SEALED.exec(sealed.trim()) ?? [];
    if (publicKey === undefined || secret === undefined) throw rule('bad-sealed-key');
    const pair = findPair(openDatabaseOf(core));
    if (!pair || encode(pair.public_key) !== publicKey) throw rule('sealed-for-another');
    const key = await openedWith(pair.private_key, decode(secret), sealedFor(publicKey));
    return writeAndPublish(core, { staffId: who.staffId, procedure: 'profileCards.acceptKey' }, (tx) => ({
      keyId: keepCardKey(tx, key),
    }));
  });
}

async function openedWith(privateKey: Uint8Array, sealed: Uint8Array, info: string): Promise<Uint8Array> {
  try {
    const key = await unsealWith(privateKey, sealed, info);
    if (key.length === 32) return key;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
  }
  throw rule('bad-sealed-key');
}

const sealedFor = (publicKey: string): string => `profile-card/1 key for ${publicKey}`;

function findPair(db: Db): z.infer<typeof PairRow> | null {
  return findRow(db, PairRow, 'SELECT public_key, private_key FROM profile_card_pair WHERE singleton = 1');
}
