-- Consulting hours and appointments.

-- One row: what the reminder card and the proposals need to know of this office.
CREATE TABLE appointment_settings (
  singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
  revision INTEGER NOT NULL DEFAULT 1,
  -- Stop and line of the office, as the card says it.
  way TEXT NOT NULL DEFAULT '',
  slot_minutes INTEGER NOT NULL DEFAULT 30 CHECK (slot_minutes BETWEEN 5 AND 240),
  travel_minutes INTEGER NOT NULL DEFAULT 20 CHECK (travel_minutes BETWEEN 0 AND 180)
) STRICT;
INSERT INTO appointment_settings (singleton) VALUES (1);

-- A place of consulting hours outside the office ("Dependance") and what is packed for it.
CREATE TABLE outpost (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  way TEXT NOT NULL,
  kit TEXT NOT NULL CHECK (json_valid(kit)),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

-- A weekly series at its wall time. What it was before a change stands in consulting_change; a change from a day on ends the
-- row the day before and begins a new one, so that days that have been keep their hours. Staff are never deleted, so that
-- their ids stand in lists.
CREATE TABLE consulting_series (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  -- 1 Monday to 7 Sunday.
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  every_weeks INTEGER NOT NULL CHECK (every_weeks BETWEEN 1 AND 8),
  from_time TEXT NOT NULL,
  to_time TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('open-door', 'by-appointment')),
  place TEXT NOT NULL CHECK (place IN ('office', 'phone', 'home', 'video', 'outpost')),
  outpost_id TEXT REFERENCES outpost (id) ON DELETE RESTRICT,
  -- NULL: all languages.
  languages TEXT CHECK (languages IS NULL OR json_valid(languages)),
  -- NULL: all topics.
  topics TEXT CHECK (topics IS NULL OR json_valid(topics)),
  staff_ids TEXT NOT NULL CHECK (json_valid(staff_ids)),
  slot_minutes INTEGER NOT NULL CHECK (slot_minutes BETWEEN 5 AND 240),
  valid_from TEXT NOT NULL,
  -- The last day; NULL: until further notice.
  valid_until TEXT,
  replaces TEXT REFERENCES consulting_series (id) ON DELETE SET NULL,
  CHECK (from_time < to_time),
  CHECK ((place = 'outpost') = (outpost_id IS NOT NULL))
) STRICT;
CREATE INDEX consulting_series_outpost ON consulting_series (outpost_id);
CREATE INDEX consulting_series_replaces ON consulting_series (replaces);

-- One day on which a series does not take place or takes place otherwise, or hours of one day alone.
CREATE TABLE consulting_exception (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  series_id TEXT REFERENCES consulting_series (id) ON DELETE CASCADE,
  day TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('cancelled', 'changed', 'extra')),
  -- The hours as they are on that day; NULL where they are cancelled.
  hours TEXT CHECK (hours IS NULL OR json_valid(hours)),
  withdrawn_at TEXT,
  CHECK ((kind = 'extra') = (series_id IS NULL)),
  CHECK ((kind = 'cancelled') = (hours IS NULL))
) STRICT;
CREATE INDEX consulting_exception_day ON consulting_exception (day);
CREATE UNIQUE INDEX consulting_exception_series ON consulting_exception (series_id, day) WHERE withdrawn_at IS NULL AND series_id IS NOT NULL;

-- The office is closed, or one of the staff is away. Why somebody is away is nobody's business.
CREATE TABLE closure (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  staff_id TEXT REFERENCES staff (id) ON DELETE CASCADE,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  withdrawn_at TEXT,
  CHECK (from_on <= to_on),
  CHECK (staff_id IS NULL OR reason = '')
) STRICT;
CREATE INDEX closure_staff ON closure (staff_id);
CREATE INDEX closure_to ON closure (to_on);

-- Append-only: each state of a series, an exception or a closure, so that the hours as they were known on any day can be told.
CREATE TABLE consulting_change (
  sequence INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  subject TEXT NOT NULL CHECK (subject IN ('series', 'exception', 'closure')),
  subject_id TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('added', 'changed', 'ended', 'withdrawn')),
  state TEXT NOT NULL CHECK (json_valid(state))
) STRICT;
CREATE INDEX consulting_change_staff ON consulting_change (staff_id);
CREATE INDEX consulting_change_subject ON consulting_change (subject, subject_id, sequence);
CREATE TRIGGER consulting_change_no_update BEFORE UPDATE ON consulting_change BEGIN SELECT RAISE(ABORT, 'the history is append-only'); END;

CREATE TABLE appointment (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  -- Printed on the card, so that somebody without a name is found.
  number INTEGER NOT NULL CHECK (number BETWEEN 1000 AND 9999),
  kind TEXT NOT NULL CHECK (kind IN ('talk', 'group', 'blocked')),
  -- Local wall time and its zone are what was agreed; the instants derive from them.
  day TEXT NOT NULL,
  from_time TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 600),
  zone TEXT NOT NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  place TEXT NOT NULL CHECK (place IN ('office', 'phone', 'home', 'video', 'outpost')),
  outpost_id TEXT REFERENCES outpost (id) ON DELETE RESTRICT,
  -- On the way there, and the same back.
  travel_minutes INTEGER NOT NULL DEFAULT 0 CHECK (travel_minutes BETWEEN 0 AND 180),
  language TEXT,
  topics TEXT NOT NULL CHECK (json_valid(topics)),
  -- The people who may come; more than one for a family, a fixed number for a group.
  seats INTEGER NOT NULL DEFAULT 1 CHECK (seats BETWEEN 1 AND 60),
  -- Who comes without being in the files.
  unnamed INTEGER NOT NULL DEFAULT 0 CHECK (unnamed BETWEEN 0 AND 60),
  -- Whoever interprets; the table of interpreters is another feature's.
  interpreter_id TEXT,
  -- A partner for whose clients the time is kept: shown only to whom it concerns.
  partner_id TEXT REFERENCES partner (id) ON DELETE SET NULL,
  -- How the person is reached, where the files do not say.
  reach TEXT NOT NULL DEFAULT '',
  -- V1: organisational words.
  note TEXT NOT NULL DEFAULT '',
  -- Kept at what the newest event that counts says.
  status TEXT NOT NULL CHECK (status IN ('booked', 'arrived', 'seen', 'excused', 'revoked', 'no-show')),
  no_show_reason TEXT,
  -- How the person was reminded: which form works is seen from those who did not come.
  reminder TEXT CHECK (reminder IN ('card', 'called')),
  -- The day on which it was asked for; from it the wait is counted.
  requested_on TEXT NOT NULL,
  ticket_id TEXT UNIQUE REFERENCES ticket (id) ON DELETE SET NULL,
  booked_by TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  booked_at TEXT NOT NULL,
  CHECK ((place = 'outpost') = (outpost_id IS NOT NULL)),
  CHECK (no_show_reason IS NULL OR status = 'no-show')
) STRICT;
CREATE INDEX appointment_day ON appointment (day, from_time);
CREATE INDEX appointment_starts ON appointment (starts_at);
CREATE INDEX appointment_outpost ON appointment (outpost_id);
CREATE INDEX appointment_partner ON appointment (partner_id);
CREATE INDEX appointment_booked_by ON appointment (booked_by);
CREATE UNIQUE INDEX appointment_number ON appointment (day, number);

CREATE TABLE appointment_staff (
  appointment_id TEXT NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  PRIMARY KEY (appointment_id, staff_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX appointment_staff_staff ON appointment_staff (staff_id);

CREATE TABLE appointment_person (
  appointment_id TEXT NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  PRIMARY KEY (appointment_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX appointment_person_person ON appointment_person (person_id);

-- Append-only: who did what with an appointment; `undone` takes back the newest that counts. `before` is where it stood.
CREATE TABLE appointment_event (
  appointment_id TEXT NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  type TEXT NOT NULL CHECK (type IN ('booked', 'changed', 'arrived', 'seen', 'excused', 'revoked', 'no-show', 'undone')),
  at TEXT NOT NULL,
  -- NULL: by time alone.
  staff_id TEXT REFERENCES staff (id) ON DELETE RESTRICT,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  PRIMARY KEY (appointment_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX appointment_event_staff ON appointment_event (staff_id);
CREATE INDEX appointment_event_at ON appointment_event (at);
CREATE TRIGGER appointment_event_no_update BEFORE UPDATE ON appointment_event BEGIN SELECT RAISE(ABORT, 'appointment events are append-only'); END;

-- Nobody is in two places at once, whatever the code does. Time on the way is a warning and may be overruled.
CREATE TRIGGER appointment_staff_once BEFORE INSERT ON appointment_staff
WHEN EXISTS (
  SELECT 1 FROM appointment mine
  JOIN appointment_staff theirs ON theirs.staff_id = NEW.staff_id AND theirs.appointment_id <> mine.id
  JOIN appointment other ON other.id = theirs.appointment_id
  WHERE mine.id = NEW.appointment_id AND mine.status IN ('booked', 'arrived') AND other.status IN ('booked', 'arrived')
    AND other.starts_at < mine.ends_at AND mine.starts_at < other.ends_at
)
BEGIN SELECT RAISE(ABORT, 'somebody would be in two places at once'); END;

-- Somebody with an appointment who would come earlier; worked by the desk.
CREATE TABLE earlier_wish (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  appointment_id TEXT NOT NULL REFERENCES appointment (id) ON DELETE CASCADE,
  -- The notice that they can keep.
  notice_hours INTEGER NOT NULL CHECK (notice_hours BETWEEN 0 AND 336),
  district TEXT,
  -- The day by which it must have been.
  deadline_on TEXT,
  wished_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'moved', 'withdrawn'))
) STRICT;
CREATE UNIQUE INDEX earlier_wish_appointment ON earlier_wish (appointment_id) WHERE state = 'open';
CREATE INDEX earlier_wish_all ON earlier_wish (appointment_id);

-- A slot that somebody gave back: one task for the desk.
CREATE TABLE freed_slot (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  appointment_id TEXT REFERENCES appointment (id) ON DELETE SET NULL,
  day TEXT NOT NULL,
  from_time TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  place TEXT NOT NULL,
  outpost_id TEXT REFERENCES outpost (id) ON DELETE RESTRICT,
  language TEXT,
  staff_ids TEXT NOT NULL CHECK (json_valid(staff_ids)),
  freed_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'filled', 'let-go'))
) STRICT;
CREATE INDEX freed_slot_appointment ON freed_slot (appointment_id);
CREATE INDEX freed_slot_outpost ON freed_slot (outpost_id);
CREATE INDEX freed_slot_open ON freed_slot (day) WHERE state = 'open';

CREATE TABLE slot_offer (
  slot_id TEXT NOT NULL REFERENCES freed_slot (id) ON DELETE CASCADE,
  wish_id TEXT NOT NULL REFERENCES earlier_wish (id) ON DELETE CASCADE,
  result TEXT NOT NULL CHECK (result IN ('reached', 'not-reached', 'declined', 'moved')),
  at TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  PRIMARY KEY (slot_id, wish_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX slot_offer_wish ON slot_offer (wish_id);
CREATE INDEX slot_offer_staff ON slot_offer (staff_id);

-- Appointments are reported from now on: the table of what the city was told takes their record.
CREATE TABLE exported_record_wider (
  record TEXT NOT NULL CHECK (record IN ('person', 'contact', 'wait', 'obstacle', 'step', 'referral', 'appointment')),
  id TEXT NOT NULL,
  digest TEXT,
  sequence INTEGER NOT NULL,
  person_id TEXT,
  PRIMARY KEY (record, id)
) STRICT, WITHOUT ROWID;
INSERT INTO exported_record_wider SELECT record, id, digest, sequence, person_id FROM exported_record;
DROP TABLE exported_record;
ALTER TABLE exported_record_wider RENAME TO exported_record;
CREATE INDEX exported_record_in_doubt ON exported_record (record, id) WHERE digest IS NULL;
