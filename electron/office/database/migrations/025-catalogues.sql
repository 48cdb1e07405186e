-- What an office adds to the central catalogue. The id names the parent (shared/catalogue/own-ids.ts); nothing is ever
-- deleted here, since what was recorded with it keeps its words.
CREATE TABLE catalogue_addition (
  id TEXT PRIMARY KEY CHECK (id GLOB 'own.*'),
  revision INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL CHECK (kind IN ('topic', 'obstacle', 'result', 'step')),
  parent TEXT CHECK ((parent IS NULL) = (kind = 'step')),
  -- Of a step phrase: whose step it is.
  owner TEXT CHECK (owner IN ('us', 'client', 'partner') AND kind = 'step' OR owner IS NULL AND kind <> 'step'),
  -- By language: de, en, ar, fa, kmr, ckb; empty where nobody gave it.
  words TEXT NOT NULL CHECK (json_valid(words) AND words ->> '$.de' <> ''),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;

-- Entries of the central part that this office does not offer, or offers again.
CREATE TABLE catalogue_switch (
  kind TEXT NOT NULL CHECK (kind IN ('topic', 'obstacle', 'result', 'step')),
  entry TEXT NOT NULL,
  off INTEGER NOT NULL CHECK (off IN (0, 1)),
  revision INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (kind, entry)
) STRICT, WITHOUT ROWID;

-- Each change makes a new version of the office's catalogue; what is counted names the version it was counted with.
CREATE TABLE catalogue_version (
  number INTEGER PRIMARY KEY CHECK (number >= 1),
  -- Of this state and no other: a number can come again after a change that was rolled back.
  id TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  change TEXT NOT NULL CHECK (change IN ('added', 'changed', 'switched-off', 'switched-on')),
  kind TEXT NOT NULL CHECK (kind IN ('topic', 'obstacle', 'result', 'step')),
  entry TEXT NOT NULL,
  -- The German words from this version on; empty for a central entry.
  label TEXT NOT NULL
) STRICT;
CREATE INDEX catalogue_version_staff ON catalogue_version (staff_id);

-- Freely typed steps that are not to be offered as phrases: the digest of what makes them the same, never the text.
CREATE TABLE free_step_dismissed (
  digest TEXT PRIMARY KEY CHECK (length(digest) = 64)
) STRICT, WITHOUT ROWID;
