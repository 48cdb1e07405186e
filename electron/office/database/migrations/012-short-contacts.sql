-- A contact says where the talk was and whether who interpreted was sworn. What was taken over from the ticket is told
-- apart from what somebody has said: `…_touched`, as with the way of interpreting.
ALTER TABLE contact ADD COLUMN place TEXT NOT NULL DEFAULT 'office' CHECK (place IN ('office', 'home', 'outpost', 'elsewhere'));
ALTER TABLE contact ADD COLUMN place_touched INTEGER NOT NULL DEFAULT 0 CHECK (place_touched IN (0, 1));
ALTER TABLE contact ADD COLUMN medium_touched INTEGER NOT NULL DEFAULT 0 CHECK (medium_touched IN (0, 1));
ALTER TABLE contact ADD COLUMN interpreter_sworn INTEGER NOT NULL DEFAULT 0 CHECK (interpreter_sworn IN (0, 1));

-- Matters that the lead has put on a key at the queue card; the other keys are learned from the last 90 days.
CREATE TABLE pinned_matter (
  position INTEGER PRIMARY KEY CHECK (position BETWEEN 1 AND 6),
  topic TEXT NOT NULL,
  result TEXT NOT NULL,
  UNIQUE (topic, result)
) STRICT;
