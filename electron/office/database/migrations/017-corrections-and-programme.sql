-- Letters in which a value stands that was corrected since: which field, never the value. Gone when somebody settled it.
CREATE TABLE letter_old_value (
  letter_id TEXT NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
  field TEXT NOT NULL CHECK (field IN ('name', 'bornOn', 'phone', 'email', 'district')),
  found_at TEXT NOT NULL,
  PRIMARY KEY (letter_id, field)
) STRICT, WITHOUT ROWID;

-- Whether the programme's groups are asked for at all. Off: nowhere shown, asked or told.
ALTER TABLE office ADD COLUMN programme_counting INTEGER NOT NULL DEFAULT 0 CHECK (programme_counting IN (0, 1));

-- The programme's group of a person since a day; append-only, the newest holds. There is no value for somebody without a
-- title, on purpose (section 87 AufenthG).
CREATE TABLE programme_group (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  group_id TEXT NOT NULL CHECK (group_id IN ('applicant', 'international-protection', 'temporary-protection', 'other-third-country', 'none-of-these')),
  since_on TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX programme_group_person ON programme_group (person_id);
CREATE INDEX programme_group_recorded_by ON programme_group (recorded_by);
