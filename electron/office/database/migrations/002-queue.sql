-- The front desk. Tables are rebuilt where a CHECK widens; the migration runs with foreign keys off and is checked after.

ALTER TABLE office ADD COLUMN call_repeats INTEGER NOT NULL DEFAULT 2 CHECK (call_repeats BETWEEN 0 AND 9);

CREATE TABLE ticket_new (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  day TEXT NOT NULL REFERENCES queue_day (day) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999),
  kind TEXT NOT NULL CHECK (kind IN ('walk-in', 'appointment', 'call-back', 'home-visit')),
  -- Who gave it out: a person at the desk, the kiosk, or a reserve sheet of paper that was typed in later.
  source TEXT NOT NULL DEFAULT 'desk' CHECK (source IN ('desk', 'kiosk', 'paper')),
  lane TEXT NOT NULL DEFAULT 'counter' CHECK (lane IN ('counter', 'quick')),
  spoken TEXT NOT NULL,
  understood TEXT NOT NULL,
  read TEXT NOT NULL,
  -- Wants to talk with a woman (w) or a man (m); NULL: no wish.
  gender_wish TEXT CHECK (gender_wish IN ('w', 'm')),
  topics TEXT NOT NULL CHECK (json_valid(topics)),
  person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  adults INTEGER NOT NULL DEFAULT 0 CHECK (adults BETWEEN 0 AND 20),
  children INTEGER NOT NULL DEFAULT 0 CHECK (children BETWEEN 0 AND 20),
  door_note TEXT NOT NULL,
  priority_reason TEXT,
  arrived_at TEXT NOT NULL,
  -- When an appointment, a call back or the leaving for a home visit is due; NULL: no time was agreed.
  due_at TEXT,
  UNIQUE (day, number)
) STRICT;
INSERT INTO ticket_new (id, revision, day, number, kind, spoken, understood, read, topics, person_id, adults, children, door_note, priority_reason, arrived_at)
  SELECT id, revision, day, number, kind, spoken, understood, read, topics, person_id, adults, children, door_note, priority_reason, arrived_at FROM ticket;
DROP TABLE ticket;
ALTER TABLE ticket_new RENAME TO ticket;
CREATE INDEX ticket_person ON ticket (person_id);

-- Append-only: state and clocks of a ticket derive from it.
CREATE TABLE ticket_event_new (
  -- The order in which the day happened, over all tickets: what a replay goes by.
  turn INTEGER PRIMARY KEY,
  ticket_id TEXT NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  -- Two who act on the same standing write the same number, and the second fails.
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  type TEXT NOT NULL CHECK (type IN ('issued', 'called', 'recalled', 'appeared', 'not-appeared', 'started', 'parked', 'woken', 'forwarded', 'requeued', 'finished', 'left', 'changed', 'corrected', 'voided', 'undone')),
  at TEXT NOT NULL,
  -- When it was written down, if `at` was typed and not measured; NULL: the clock measured it.
  recorded_at TEXT,
  -- NULL: nobody did it (issued at the kiosk, woken up by the time).
  staff_id TEXT REFERENCES staff (id) ON DELETE RESTRICT,
  desk INTEGER,
  reason TEXT,
  -- What else the event says: where a ticket was forwarded to, when it wakes up, which event a correction means.
  detail TEXT CHECK (json_valid(detail)),
  UNIQUE (ticket_id, sequence),
  CHECK (staff_id IS NOT NULL OR type IN ('issued', 'woken'))
) STRICT;
INSERT INTO ticket_event_new (ticket_id, sequence, type, at, staff_id, desk, reason)
  SELECT ticket_id, sequence, type, at, staff_id, desk, reason FROM ticket_event ORDER BY at, ticket_id, sequence;
DROP TABLE ticket_event;
ALTER TABLE ticket_event_new RENAME TO ticket_event;
CREATE INDEX ticket_event_staff ON ticket_event (staff_id);

-- Who stands at which desk: one row a ticket from its call until it goes back, away or is done.
CREATE TABLE ticket_at_desk (
  ticket_id TEXT PRIMARY KEY REFERENCES ticket (id) ON DELETE CASCADE,
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  desk INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_at_desk_staff ON ticket_at_desk (staff_id);

CREATE TRIGGER ticket_event_no_update BEFORE UPDATE ON ticket_event BEGIN SELECT RAISE(ABORT, 'ticket events are append-only'); END;
-- Whatever the program does: who stands at a desk is not called to another one.
CREATE TRIGGER ticket_called_once BEFORE INSERT ON ticket_event
WHEN NEW.type = 'called' AND EXISTS (SELECT 1 FROM ticket_at_desk WHERE ticket_id = NEW.ticket_id)
BEGIN SELECT RAISE(ABORT, 'the ticket is called already'); END;
CREATE TRIGGER ticket_comes_to_desk AFTER INSERT ON ticket_event WHEN NEW.type = 'called'
BEGIN INSERT INTO ticket_at_desk (ticket_id, staff_id, desk) VALUES (NEW.ticket_id, NEW.staff_id, NEW.desk); END;

-- What a ticket said before a change of its entries, so that the change can be taken back.
CREATE TABLE ticket_before (
  ticket_id TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  lane TEXT NOT NULL,
  spoken TEXT NOT NULL,
  understood TEXT NOT NULL,
  read TEXT NOT NULL,
  gender_wish TEXT,
  topics TEXT NOT NULL CHECK (json_valid(topics)),
  person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  adults INTEGER NOT NULL,
  children INTEGER NOT NULL,
  door_note TEXT NOT NULL,
  priority_reason TEXT,
  PRIMARY KEY (ticket_id, sequence),
  FOREIGN KEY (ticket_id, sequence) REFERENCES ticket_event (ticket_id, sequence) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_before_person ON ticket_before (person_id);

CREATE TABLE contact_new (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  ticket_id TEXT UNIQUE REFERENCES ticket (id) ON DELETE SET NULL,
  person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  kind TEXT NOT NULL CHECK (kind IN ('walk-in', 'appointment', 'call-back', 'home-visit')),
  lane TEXT NOT NULL DEFAULT 'counter' CHECK (lane IN ('counter', 'quick')),
  spoken TEXT NOT NULL,
  -- Of a tally at the quick lane, where nobody is named; else it is the person's.
  district TEXT,
  companions INTEGER NOT NULL DEFAULT 0,
  medium TEXT NOT NULL CHECK (medium IN ('in-person', 'phone', 'video', 'letter')),
  interpreter_mode TEXT NOT NULL CHECK (interpreter_mode IN ('none', 'tandem', 'volunteer', 'phone', 'relative', 'minor')),
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  day TEXT NOT NULL,
  started_at TEXT NOT NULL,
  -- Set when its ticket is finished, taken back with it; only a finished contact counts.
  finished_at TEXT,
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 600),
  minutes_corrected INTEGER NOT NULL DEFAULT 0 CHECK (minutes_corrected IN (0, 1))
) STRICT;
INSERT INTO contact_new (id, revision, ticket_id, person_id, kind, spoken, companions, medium, interpreter_mode, staff_id, day, started_at, finished_at, minutes, minutes_corrected)
  SELECT id, revision, ticket_id, person_id, kind, spoken, companions, medium, interpreter_mode, staff_id, day, started_at, finished_at, minutes, minutes_corrected FROM contact;
DROP TABLE contact;
ALTER TABLE contact_new RENAME TO contact;
CREATE INDEX contact_person ON contact (person_id, started_at);
CREATE INDEX contact_staff ON contact (staff_id);
CREATE INDEX contact_day ON contact (day);

-- How often in one visit: three forms are one topic, three times.
ALTER TABLE contact_topic ADD COLUMN quantity INTEGER NOT NULL DEFAULT 1 CHECK (quantity BETWEEN 1 AND 20);

-- Slips that say "first next time": the code on it gives priority once.
CREATE TABLE return_slip (
  code TEXT PRIMARY KEY,
  ticket_id TEXT NOT NULL UNIQUE REFERENCES ticket (id) ON DELETE CASCADE,
  issued_at TEXT NOT NULL,
  used_by TEXT UNIQUE REFERENCES ticket (id) ON DELETE SET NULL
) STRICT, WITHOUT ROWID;

-- A desk asks the others for help. No name: a desk that is locked shows it too.
CREATE TABLE emergency (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  desk INTEGER NOT NULL,
  silent INTEGER NOT NULL CHECK (silent IN (0, 1)),
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  ended_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX emergency_staff ON emergency (staff_id);
CREATE UNIQUE INDEX emergency_one_a_desk ON emergency (desk) WHERE ended_at IS NULL;

CREATE TABLE emergency_answer (
  emergency_id TEXT NOT NULL REFERENCES emergency (id) ON DELETE CASCADE,
  desk INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (emergency_id, desk)
) STRICT, WITHOUT ROWID;
