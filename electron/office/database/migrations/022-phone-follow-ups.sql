-- A call that we owe somebody: in which language, when they can be reached, and each try.
CREATE TABLE phone_follow_up (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  contact_id TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  -- The number to call; empty: that of the contact's person.
  phone TEXT NOT NULL,
  language TEXT NOT NULL,
  reachable TEXT NOT NULL CHECK (json_valid(reachable)),
  reason TEXT NOT NULL,
  due_on TEXT NOT NULL,
  -- A letter went out instead, or there is nothing to call about any more.
  closed_as TEXT CHECK (closed_as IN ('letter', 'withdrawn')),
  author_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX phone_follow_up_contact ON phone_follow_up (contact_id);
CREATE INDEX phone_follow_up_author ON phone_follow_up (author_id);
CREATE INDEX phone_follow_up_due ON phone_follow_up (due_on) WHERE closed_as IS NULL;

CREATE TABLE phone_try (
  follow_up_id TEXT NOT NULL REFERENCES phone_follow_up (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  result TEXT NOT NULL CHECK (result IN ('reached', 'no-answer', 'voicemail', 'wrong-number', 'call-later')),
  at TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  -- Taken back: it counts no more and stays.
  undone_at TEXT,
  PRIMARY KEY (follow_up_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX phone_try_staff ON phone_try (staff_id);
