-- Keys of the network's profile cards: every office of the network holds them, the newest writes, all read.
CREATE TABLE profile_card_key (
  id TEXT PRIMARY KEY,
  secret BLOB NOT NULL,
  since_at TEXT NOT NULL
) STRICT;

-- The pair by which another office can give this one the key.
CREATE TABLE profile_card_pair (
  singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
  public_key BLOB NOT NULL,
  private_key BLOB NOT NULL
) STRICT;

-- A card that this office issued: that it did, with which fields; never what stands on it. It outlives its person, so that a
-- lost card stays lost.
CREATE TABLE profile_card (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  -- The card's salt, as hex digits.
  serial TEXT NOT NULL UNIQUE,
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  issued_on TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  ended_as TEXT CHECK (ended_as IN ('lost', 'replaced')),
  issued_by TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX profile_card_person ON profile_card (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX profile_card_issued_by ON profile_card (issued_by);

-- Wrong PINs in a row, by card, whoever issued it; gone with the right one.
CREATE TABLE profile_card_wrong_pin (
  serial TEXT PRIMARY KEY,
  tries INTEGER NOT NULL CHECK (tries >= 1)
) STRICT, WITHOUT ROWID;
