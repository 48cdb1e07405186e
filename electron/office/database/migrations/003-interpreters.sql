-- Who speaks, understands and reads what; who interprets; how each step of getting an interpreter went.

-- As people state it of themselves, and only if they want to.
ALTER TABLE staff ADD COLUMN gender TEXT CHECK (gender IN ('w', 'm', 'd'));
-- `languages` are those that somebody advises in; these: a few sentences, and what they read letters in.
ALTER TABLE staff ADD COLUMN basic_languages TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(basic_languages));
ALTER TABLE staff ADD COLUMN reads_languages TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reads_languages));

-- Who of those who came along interprets; NULL: nobody. A minor is a reason to look for somebody else.
ALTER TABLE ticket ADD COLUMN companion_interprets TEXT CHECK (companion_interprets IN ('adult', 'minor'));
ALTER TABLE ticket_before ADD COLUMN companion_interprets TEXT;

-- 1: somebody has said how it was interpreted; 0: it follows what happened at the door.
ALTER TABLE contact ADD COLUMN interpreter_touched INTEGER NOT NULL DEFAULT 0 CHECK (interpreter_touched IN (0, 1));
UPDATE contact SET interpreter_touched = 1;

-- V1: names and numbers of people, for the office alone.
CREATE TABLE interpreter (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL CHECK (kind IN ('volunteer', 'telephone')),
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  gender TEXT CHECK (gender IN ('w', 'm', 'd')),
  languages TEXT NOT NULL CHECK (json_valid(languages)),
  topics_not_taken TEXT NOT NULL CHECK (json_valid(topics_not_taken)),
  -- Organisational words: how to reach somebody best.
  remark TEXT NOT NULL,
  -- The last day away; NULL: not away.
  away_until TEXT,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;

-- Hours of the week in which somebody can be asked; 1 Monday to 7 Sunday, wall times.
CREATE TABLE interpreter_hours (
  interpreter_id TEXT NOT NULL REFERENCES interpreter (id) ON DELETE CASCADE,
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  from_time TEXT NOT NULL,
  to_time TEXT NOT NULL,
  PRIMARY KEY (interpreter_id, weekday, from_time),
  CHECK (from_time < to_time)
) STRICT, WITHOUT ROWID;

-- What was said for one day, against the hours of the week.
CREATE TABLE interpreter_day (
  interpreter_id TEXT NOT NULL REFERENCES interpreter (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  on_call INTEGER NOT NULL CHECK (on_call IN (0, 1)),
  -- Wall time; NULL: until somebody says otherwise.
  until_time TEXT,
  PRIMARY KEY (interpreter_id, day)
) STRICT, WITHOUT ROWID;

-- Append-only: each step of the fallback with a ticket. `taken-back` takes the newest that counts away.
CREATE TABLE serving_attempt (
  ticket_id TEXT NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  kind TEXT NOT NULL CHECK (kind IN ('tandem', 'volunteer', 'telephone', 'appointment')),
  outcome TEXT NOT NULL CHECK (outcome IN ('asked', 'could-not', 'came', 'taken-back')),
  language TEXT NOT NULL,
  interpreter_id TEXT REFERENCES interpreter (id) ON DELETE SET NULL,
  colleague_id TEXT REFERENCES staff (id) ON DELETE RESTRICT,
  at TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  PRIMARY KEY (ticket_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX serving_attempt_interpreter ON serving_attempt (interpreter_id);
CREATE INDEX serving_attempt_colleague ON serving_attempt (colleague_id);
CREATE INDEX serving_attempt_staff ON serving_attempt (staff_id);

-- Why a ticket was turned away or gave up; belongs to that event and counts as long as the event does.
CREATE TABLE leaving_cause (
  ticket_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('no-language', 'full', 'closed', 'wrong-place', 'other')),
  PRIMARY KEY (ticket_id, sequence),
  FOREIGN KEY (ticket_id, sequence) REFERENCES ticket_event (ticket_id, sequence) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Who left again at the door without a number.
CREATE TABLE door_demand (
  id TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  at TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('turned-away', 'gave-up')),
  cause TEXT NOT NULL CHECK (cause IN ('no-language', 'full', 'closed', 'wrong-place', 'other')),
  language TEXT NOT NULL,
  topics TEXT NOT NULL CHECK (json_valid(topics)),
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX door_demand_day ON door_demand (day);
CREATE INDEX door_demand_staff ON door_demand (staff_id);
