-- A client releases one employer from its secrecy towards the other: for this person, for named purposes, for the whole
-- case or for some topics, until a day. A paper for both directions is two rows, each written by the employer that is
-- released.
CREATE TABLE release (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  from_employer_id TEXT NOT NULL REFERENCES employer (id) ON DELETE RESTRICT,
  to_employer_id TEXT NOT NULL REFERENCES employer (id) ON DELETE RESTRICT,
  purposes TEXT NOT NULL CHECK (json_array_length(purposes) >= 1),
  scope TEXT NOT NULL CHECK (scope IN ('case', 'topics')),
  given_on TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  text_version TEXT NOT NULL,
  language TEXT NOT NULL,
  interpreter_name TEXT NOT NULL,
  manner TEXT NOT NULL CHECK (manner IN ('paper', 'electronic')),
  both_ways INTEGER NOT NULL CHECK (both_ways IN (0, 1)),
  taken_by TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  created_at TEXT NOT NULL,
  withdrawn_at TEXT,
  -- Null with `withdrawn_at`: the office itself ended it, because a restored copy could not tell whether it still held.
  withdrawn_by TEXT REFERENCES staff (id) ON DELETE RESTRICT,
  -- Raised whenever the release's key is made anew.
  key_generation INTEGER NOT NULL DEFAULT 1,
  CHECK (from_employer_id <> to_employer_id),
  CHECK (valid_until >= given_on),
  CHECK (withdrawn_by IS NULL OR withdrawn_at IS NOT NULL)
) STRICT;
CREATE INDEX release_person ON release (person_id);
CREATE INDEX release_from_employer ON release (from_employer_id);
CREATE INDEX release_to_employer ON release (to_employer_id);
CREATE INDEX release_taken_by ON release (taken_by);
CREATE INDEX release_withdrawn_by ON release (withdrawn_by);

CREATE TABLE release_topic (
  release_id TEXT NOT NULL REFERENCES release (id) ON DELETE CASCADE,
  topic TEXT NOT NULL,
  PRIMARY KEY (release_id, topic)
) STRICT, WITHOUT ROWID;

-- The release's key, wrapped for the vault of each of the two employers, as long as the release holds. The keys of the
-- notes that it opens stand in note_key under the reader `release:<id>:<generation>`.
CREATE TABLE release_key (
  release_id TEXT NOT NULL REFERENCES release (id) ON DELETE CASCADE,
  vault TEXT NOT NULL,
  wrapped BLOB NOT NULL,
  PRIMARY KEY (release_id, vault)
) STRICT, WITHOUT ROWID;
CREATE INDEX release_key_vault ON release_key (vault);

-- A talk that turns out to be another person's: what opened its notes under a release goes with the correction itself.
CREATE TRIGGER released_with_its_person AFTER UPDATE OF person_id ON contact
WHEN NEW.person_id IS NOT OLD.person_id
BEGIN
  DELETE FROM note_key WHERE reader GLOB 'release:*' AND note_id IN (SELECT id FROM note WHERE contact_id = NEW.id);
END;
