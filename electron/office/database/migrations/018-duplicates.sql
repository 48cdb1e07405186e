-- Two records of one person. Nothing is ever put together by itself: somebody at a desk decides, and can take it back.

-- Pairs of consonant keys of a name's words: who shares one is looked at as a possible duplicate.
CREATE TABLE person_block (
  block TEXT NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  PRIMARY KEY (block, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_block_person ON person_block (person_id);

-- The pointer from a record to the one that is kept. Both records stay; undo removes the pointer.
CREATE TABLE person_merge (
  merged_id TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
  kept_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  -- The kept record's fields before and after, so that undo gives back what nobody has changed since.
  kept_before TEXT NOT NULL CHECK (json_valid(kept_before)),
  kept_after TEXT NOT NULL CHECK (json_valid(kept_after)),
  merged_at TEXT NOT NULL,
  merged_by TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  CHECK (merged_id <> kept_id)
) STRICT;
CREATE INDEX person_merge_kept ON person_merge (kept_id);
CREATE INDEX person_merge_by ON person_merge (merged_by);

-- Which rows belonged to the merged record: they show at the kept one until the merge is undone.
CREATE TABLE person_merge_row (
  merged_id TEXT NOT NULL REFERENCES person_merge (merged_id) ON DELETE CASCADE,
  relation TEXT NOT NULL CHECK (relation IN ('contact', 'letter', 'ticket', 'ticket_before', 'appointment_person')),
  -- The row's key, as JSON.
  row_key TEXT NOT NULL CHECK (json_valid(row_key)),
  -- Both records had it: the merged one's was taken out instead of moved.
  removed INTEGER NOT NULL CHECK (removed IN (0, 1)),
  PRIMARY KEY (merged_id, relation, row_key)
) STRICT, WITHOUT ROWID;

-- "Not the same": these two are not proposed again.
CREATE TABLE person_distinct (
  first_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  second_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  decided_at TEXT NOT NULL,
  decided_by TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  PRIMARY KEY (first_id, second_id),
  CHECK (first_id < second_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_distinct_second ON person_distinct (second_id);
CREATE INDEX person_distinct_by ON person_distinct (decided_by);
