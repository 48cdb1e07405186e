-- A person may be known by a pseudonym alone, and a name is more than two words: as it stands in the document, in which
-- order, how it is said, and what the person is called besides. The table is rebuilt, since a pseudonymous person has no name.
CREATE TABLE person_wider (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  -- Nobody is a row here: an anonymous matter is a contact without a person.
  level TEXT NOT NULL DEFAULT 'named' CHECK (level IN ('pseudonymous', 'named')),
  pseudonym TEXT NOT NULL DEFAULT '',
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  own_script_name TEXT NOT NULL,
  -- One line, in Latin letters, as the document has it; empty: not looked at.
  document_name TEXT NOT NULL DEFAULT '',
  family_first INTEGER NOT NULL DEFAULT 0 CHECK (family_first IN (0, 1)),
  -- How the name is said, in syllables.
  spoken_name TEXT NOT NULL DEFAULT '',
  aliases TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(aliases)),
  born_on TEXT,
  birth_precision TEXT CHECK (birth_precision IN ('day', 'month', 'year', 'estimated')),
  gender TEXT NOT NULL CHECK (gender IN ('w', 'm', 'd', 'not-stated')),
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  -- Since when somebody has a flat of their own.
  moved_in_on TEXT,
  spoken TEXT,
  understood TEXT,
  read TEXT,
  district TEXT,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  CHECK (CASE level
    WHEN 'named' THEN pseudonym = '' AND (given_name <> '' OR family_name <> '')
    ELSE pseudonym <> '' AND given_name || family_name || own_script_name || document_name || spoken_name = '' AND aliases = '[]' AND email = '' END),
  CHECK ((born_on IS NULL) = (birth_precision IS NULL))
) STRICT;
INSERT INTO person_wider (id, revision, given_name, family_name, own_script_name, born_on, birth_precision, gender, roles, spoken, understood, read, district, phone, email, created_by, created_at, changed_at)
  SELECT id, revision, given_name, family_name, own_script_name, born_on, birth_precision, gender, roles, spoken, understood, read, district, phone, email, created_by, created_at, changed_at FROM person;
DROP TABLE person;
ALTER TABLE person_wider RENAME TO person;
CREATE INDEX person_created_by ON person (created_by);
CREATE INDEX person_changed_at ON person (changed_at);
CREATE UNIQUE INDEX person_pseudonym ON person (lower(pseudonym)) WHERE pseudonym <> '';

-- Append-only while the person is named: a name that somebody had, and why and when it ended. Of every other field only
-- the journal tells that it changed; its old value is gone.
CREATE TABLE former_name (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  pseudonym TEXT NOT NULL,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  own_script_name TEXT NOT NULL,
  document_name TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason IN ('marriage', 'divorce', 'alignment', 'correction', 'other', 'named')),
  -- The last day on which it was the name; NULL: not known.
  until_on TEXT,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX former_name_person ON former_name (person_id);
CREATE INDEX former_name_recorded_by ON former_name (recorded_by);
