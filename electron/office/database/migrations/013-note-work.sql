-- A note that its author still owes: the talk is finished with topics and results, the words come later. It stands until
-- the note is written or its author says that none is needed; the close of day does not touch it.
CREATE TABLE note_debt (
  contact_id TEXT PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  desk INTEGER NOT NULL,
  since TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX note_debt_staff ON note_debt (staff_id);

-- Headings and questions for notes, of the office. Never an answer: a template must not say what nobody said.
CREATE TABLE note_template (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  headings TEXT NOT NULL CHECK (json_array_length(headings) BETWEEN 1 AND 12)
) STRICT;
