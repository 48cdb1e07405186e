import { z } from 'zod';
import { EmployerKind } from '../../../shared/access/access.contract.ts';
import { fingerprintOf } from '../../../shared/node/crypto.ts';
import { EmployerView, Letterhead, type OfficeSettings } from '../../../shared/office/office.contract.ts';
import { readKeyring } from '../access/keyring.ts';
import type { Core } from '../core.ts';
import { jsonColumn } from '../database/columns.ts';
import { type Db, findRow, listRows, run, type Tx } from '../database/handles.ts';
import { conflict, notFound } from '../rpc/faults.ts';
import { findOffice } from './office-row.ts';

const EmployerRow = z
  .object({
    id: z.string(),
    revision: z.int(),
    kind: EmployerKind,
    legal_regime: EmployerView.shape.legalRegime,
    letterhead: jsonColumn(Letterhead),
  })
  .transform(
    (row): EmployerView => ({
      id: row.id,
      revision: row.revision,
      kind: row.kind,
      legalRegime: row.legal_regime,
      letterhead: row.letterhead,
    }),
  );

/** Both employers of the tandem, the city first. */
export function listEmployers(db: Db): EmployerView[] {
  return listRows(
    db,
    EmployerRow,
    "SELECT id, revision, kind, legal_regime, letterhead FROM employer ORDER BY kind = 'partner'",
  );
}

/** One employer. Throws NOT_FOUND. */
export function getEmployer(db: Db, id: string): EmployerView {
  const employer = findRow(
    db,
    EmployerRow,
    'SELECT id, revision, kind, legal_regime, letterhead FROM employer WHERE id = ?',
    id,
  );
  if (!employer) throw notFound();
  return employer;
}

/** Everything that the settings screen shows; no private key among it. */
export function officeSettings(db: Db, core: Core): OfficeSettings {
  const office = findOffice(db);
  return {
    revision: office.revision,
    id: office.id,
    name: office.name,
    districts: office.districts,
    address: office.address,
    openingHours: office.opening_hours,
    languages: office.languages,
    desks: office.desks,
    ticketLetter: office.ticket_letter,
    idleLockMinutes: office.idle_lock_minutes,
    callRepeats: office.call_repeats,
    exportFolder: office.export_folder,
    nightlyAt: office.nightly_at,
    training: office.training,
    unattended: {
      allowed: Boolean(readKeyring(core.ports.dataFolder)?.unattended),
      possible: core.ports.keychain !== null,
    },
    employers: listEmployers(db),
    signingKeyPem: office.signing_public_pem,
    signingKeyFingerprint: fingerprintOf(office.signing_public_pem),
    cityRecipients: office.city_recipients.map((recipient) => ({ recipient, fingerprint: fingerprintOf(recipient) })),
    receiptKeyPem: office.receipt_key_pem,
    receiptKeyFingerprint: fingerprintOf(office.receipt_key_pem),
  };
}

/** Changes columns of the office's row; returns the new revision. Throws CONFLICT. */
export function changeOffice(tx: Tx, revision: number, columns: Readonly<Record<string, string | number>>): number {
  const office = findOffice(tx);
  if (office.revision !== revision) throw conflict(office.revision);
  // Column names come from our own code, never from input.
  const assignments = Object.keys(columns).map((column) => `${column} = ?`);
  run(
    tx,
    `UPDATE office SET ${assignments.join(', ')}, revision = revision + 1 WHERE singleton = 1`,
    ...Object.values(columns),
  );
  tx.touch({ entity: 'office', id: office.id, op: 'put', fields: Object.keys(columns), revision: revision + 1 });
  return revision + 1;
}

/** Changes what an employer's letters carry; those that were printed keep theirs. Returns the new revision. Throws CONFLICT. */
export function changeLetterhead(
  tx: Tx,
  input: { employerId: string; revision: number; legalRegime: string; letterhead: Letterhead },
): number {
  const employer = getEmployer(tx, input.employerId);
  if (employer.revision !== input.revision) throw conflict(employer.revision);
  run(
    tx,
    'UPDATE employer SET legal_regime = ?, letterhead = ?, revision = revision + 1 WHERE id = ?',
    input.legalRegime,
    JSON.stringify(input.letterhead),
    employer.id,
  );
  tx.touch({
    entity: 'employer',
    id: employer.id,
    op: 'put',
    fields: ['legal_regime', 'letterhead'],
    revision: employer.revision + 1,
  });
  return employer.revision + 1;
}
