-- A step may be said with a phrase block: the block, and what fills its gaps from closed lists. `what` holds its German
-- sentence, so that everything that reads steps stays as it is.
ALTER TABLE step ADD COLUMN phrase TEXT;
ALTER TABLE step ADD COLUMN papers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(papers));
ALTER TABLE step ADD COLUMN place TEXT;
ALTER TABLE step ADD COLUMN partner_id TEXT REFERENCES partner (id) ON DELETE SET NULL;
-- Who of us sees to it; the author where nobody was named.
ALTER TABLE step ADD COLUMN staff_id TEXT REFERENCES staff (id) ON DELETE RESTRICT;
CREATE INDEX step_partner ON step (partner_id) WHERE partner_id IS NOT NULL;
CREATE INDEX step_staff ON step (staff_id);

-- When a partner is reached, and by which stop: printed on the client's sheet and shown beside an awaited answer.
ALTER TABLE partner ADD COLUMN hours TEXT NOT NULL DEFAULT '';
ALTER TABLE partner ADD COLUMN way TEXT NOT NULL DEFAULT '';

-- That a sheet of agreed steps was handed out, in which language and with which appointment.
CREATE TABLE step_sheet (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  appointment_id TEXT REFERENCES appointment (id) ON DELETE SET NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  handed_out_at TEXT NOT NULL
) STRICT;
CREATE INDEX step_sheet_contact ON step_sheet (contact_id);
CREATE INDEX step_sheet_appointment ON step_sheet (appointment_id) WHERE appointment_id IS NOT NULL;
CREATE INDEX step_sheet_staff ON step_sheet (staff_id);
