-- An obstacle belongs to a person and has a history over contacts. `contact_id` is where it was noticed; whose it is follows
-- that contact, so that an anonymous talk can have one too, and one that is given its person brings it along.
ALTER TABLE person_obstacle ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE person_obstacle ADD COLUMN person_id TEXT REFERENCES person (id) ON DELETE SET NULL;
-- What in the city causes it: an obstacle of the city's level, where this one hinders a person.
ALTER TABLE person_obstacle ADD COLUMN cause TEXT;
ALTER TABLE person_obstacle ADD COLUMN ended_on TEXT;
-- The day from which somebody asks whether it holds; NULL: nothing to ask.
ALTER TABLE person_obstacle ADD COLUMN ask_on TEXT;
UPDATE person_obstacle SET person_id = (SELECT person_id FROM contact WHERE contact.id = contact_id);
UPDATE person_obstacle SET ended_on = (SELECT day FROM contact WHERE contact.id = contact_id) WHERE state <> 'open';
CREATE INDEX person_obstacle_person ON person_obstacle (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX person_obstacle_ask ON person_obstacle (ask_on) WHERE ask_on IS NOT NULL;

CREATE TRIGGER obstacle_follows_contact AFTER UPDATE OF person_id ON contact
BEGIN UPDATE person_obstacle SET person_id = NEW.person_id WHERE contact_id = NEW.id; END;

-- How it went on, each event with where the obstacle stood after it; an undo is an event too.
CREATE TABLE obstacle_event (
  obstacle_id TEXT NOT NULL REFERENCES person_obstacle (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  type TEXT NOT NULL CHECK (type IN ('noticed', 'state', 'asked', 'undone')),
  -- The talk in which it was said; NULL: outside of one.
  contact_id TEXT REFERENCES contact (id) ON DELETE SET NULL,
  day TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'solved', 'bypassed', 'given-up', 'moved')),
  cause TEXT,
  ended_on TEXT,
  ask_on TEXT,
  holds TEXT CHECK (holds IN ('yes', 'no', 'not-reached')),
  PRIMARY KEY (obstacle_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX obstacle_event_contact ON obstacle_event (contact_id) WHERE contact_id IS NOT NULL;
INSERT INTO obstacle_event (obstacle_id, sequence, type, contact_id, day, state, ended_on)
  SELECT person_obstacle.id, 1, 'noticed', contact_id, day, state, ended_on
  FROM person_obstacle JOIN contact ON contact.id = contact_id;
