-- Who lives together. A shared telephone makes no household and no identity: members are named by somebody.
CREATE TABLE household (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  -- How many live there, with those who are in no file.
  size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 20),
  seeks_flat INTEGER NOT NULL DEFAULT 0 CHECK (seeks_flat IN (0, 1)),
  -- Empty: any district.
  wish_districts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(wish_districts)),
  created_by TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX household_created_by ON household (created_by);

-- Whoever left (`to_on`) sees and shows nothing of the others from then on. `ended_at` tells what was ended in one go.
CREATE TABLE household_member (
  household_id TEXT NOT NULL REFERENCES household (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  from_on TEXT NOT NULL,
  to_on TEXT,
  ended_at TEXT,
  CHECK ((to_on IS NULL) = (ended_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX household_member_now ON household_member (person_id) WHERE to_on IS NULL;
CREATE INDEX household_member_household ON household_member (household_id);
CREATE INDEX household_member_person ON household_member (person_id);

-- `person_id` is the `kind` of `other_id`: the child of, the guardian of.
CREATE TABLE relation (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  other_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('partner', 'child', 'parent', 'sibling', 'guardian', 'ward', 'other')),
  from_on TEXT,
  to_on TEXT,
  ended_at TEXT,
  recorded_by TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  recorded_at TEXT NOT NULL,
  CHECK (person_id <> other_id),
  CHECK ((to_on IS NULL) = (ended_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX relation_now ON relation (min(person_id, other_id), max(person_id, other_id)) WHERE to_on IS NULL;
CREATE INDEX relation_person ON relation (person_id);
CREATE INDEX relation_other ON relation (other_id);
CREATE INDEX relation_recorded_by ON relation (recorded_by);

-- What a landlord offers.
CREATE TABLE flat_offer (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  landlord_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  district TEXT NOT NULL,
  -- Rooms without kitchen and bath; halves are counted.
  half_rooms INTEGER NOT NULL CHECK (half_rooms BETWEEN 2 AND 40),
  size_sqm INTEGER NOT NULL CHECK (size_sqm BETWEEN 8 AND 500),
  -- A month, heating included, and once; cents.
  rent_cents INTEGER NOT NULL CHECK (rent_cents >= 0),
  deposit_cents INTEGER NOT NULL CHECK (deposit_cents >= 0),
  -- When and with whom it is shown.
  viewing TEXT NOT NULL,
  free_from TEXT,
  state TEXT NOT NULL CHECK (state IN ('offered', 'reserved', 'let', 'withdrawn')),
  created_by TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX flat_offer_landlord ON flat_offer (landlord_id);
CREATE INDEX flat_offer_created_by ON flat_offer (created_by);
CREATE INDEX flat_offer_state ON flat_offer (state);
