-- One office's database. Times (`*_at`) are UTC ISO text, days (`*_on`, `day`) local dates, ids UUIDv7 text.

CREATE TABLE office (
  singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
  id TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  districts TEXT NOT NULL CHECK (json_valid(districts)),
  address TEXT NOT NULL,
  opening_hours TEXT NOT NULL,
  languages TEXT NOT NULL CHECK (json_valid(languages)),
  desks INTEGER NOT NULL CHECK (desks BETWEEN 1 AND 20),
  ticket_letter TEXT NOT NULL,
  idle_lock_minutes INTEGER NOT NULL DEFAULT 5 CHECK (idle_lock_minutes BETWEEN 1 AND 60),
  training INTEGER NOT NULL CHECK (training IN (0, 1)),
  export_folder TEXT NOT NULL,
  nightly_at TEXT NOT NULL,
  city_recipients TEXT NOT NULL CHECK (json_valid(city_recipients)),
  receipt_key_pem TEXT NOT NULL,
  recovery_recipients TEXT NOT NULL CHECK (json_valid(recovery_recipients)),
  signing_public_pem TEXT NOT NULL,
  signing_private_pem TEXT NOT NULL,
  -- Key of the person tokens in reports: one programme period, one key.
  token_key BLOB NOT NULL,
  epoch INTEGER NOT NULL DEFAULT 1 CHECK (epoch >= 1),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE employer (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL UNIQUE CHECK (kind IN ('city', 'partner')),
  legal_regime TEXT NOT NULL CHECK (legal_regime IN ('DSGVO_NRW', 'DSGVO_BDSG', 'KDG', 'DSG_EKD')),
  letterhead TEXT NOT NULL CHECK (json_valid(letterhead)),
  -- The schema of the report that somebody of this employer has seen field by field; NULL: none yet.
  preview_accepted_version INTEGER
) STRICT;

CREATE TABLE staff (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  employer_id TEXT NOT NULL REFERENCES employer (id) ON DELETE RESTRICT,
  display_name TEXT NOT NULL,
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  languages TEXT NOT NULL CHECK (json_valid(languages)),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX staff_employer ON staff (employer_id);

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  own_script_name TEXT NOT NULL,
  born_on TEXT,
  birth_precision TEXT CHECK (birth_precision IN ('day', 'month', 'year', 'estimated')),
  gender TEXT NOT NULL CHECK (gender IN ('w', 'm', 'd', 'not-stated')),
  roles TEXT NOT NULL CHECK (json_valid(roles)),
  spoken TEXT,
  understood TEXT,
  read TEXT,
  district TEXT,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  created_by TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  CHECK (given_name <> '' OR family_name <> ''),
  CHECK ((born_on IS NULL) = (birth_precision IS NULL))
) STRICT;
CREATE INDEX person_created_by ON person (created_by);
CREATE INDEX person_changed_at ON person (changed_at);

-- Folded words to search by; removed with the person.
CREATE TABLE person_key (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  source TEXT NOT NULL CHECK (source IN ('name', 'own-script', 'birth', 'phone')),
  key TEXT NOT NULL,
  PRIMARY KEY (key, person_id, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_key_person ON person_key (person_id);

CREATE TABLE queue_day (
  day TEXT PRIMARY KEY,
  closed_at TEXT,
  closed_by TEXT REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX queue_day_closed_by ON queue_day (closed_by);

CREATE TABLE ticket (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  day TEXT NOT NULL REFERENCES queue_day (day) ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999),
  kind TEXT NOT NULL CHECK (kind IN ('walk-in', 'appointment')),
  spoken TEXT NOT NULL,
  understood TEXT NOT NULL,
  read TEXT NOT NULL,
  topics TEXT NOT NULL CHECK (json_valid(topics)),
  person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  adults INTEGER NOT NULL DEFAULT 0 CHECK (adults BETWEEN 0 AND 20),
  children INTEGER NOT NULL DEFAULT 0 CHECK (children BETWEEN 0 AND 20),
  door_note TEXT NOT NULL,
  priority_reason TEXT,
  arrived_at TEXT NOT NULL,
  UNIQUE (day, number)
) STRICT;
CREATE INDEX ticket_person ON ticket (person_id);

-- Append-only: state and clocks of a ticket derive from it.
CREATE TABLE ticket_event (
  ticket_id TEXT NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  -- Two who act on the same standing write the same number, and the second fails.
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  type TEXT NOT NULL CHECK (type IN ('issued', 'called', 'appeared', 'not-appeared', 'started', 'parked', 'requeued', 'finished', 'left', 'undone')),
  at TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  desk INTEGER,
  reason TEXT,
  PRIMARY KEY (ticket_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX ticket_event_staff ON ticket_event (staff_id);

CREATE TABLE contact (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  ticket_id TEXT UNIQUE REFERENCES ticket (id) ON DELETE SET NULL,
  person_id TEXT REFERENCES person (id) ON DELETE SET NULL,
  kind TEXT NOT NULL CHECK (kind IN ('walk-in', 'appointment')),
  spoken TEXT NOT NULL,
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
CREATE INDEX contact_person ON contact (person_id, started_at);
CREATE INDEX contact_staff ON contact (staff_id);
CREATE INDEX contact_day ON contact (day);

CREATE TABLE contact_topic (
  contact_id TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  topic TEXT NOT NULL,
  result TEXT,
  PRIMARY KEY (contact_id, topic)
) STRICT, WITHOUT ROWID;

CREATE TABLE person_obstacle (
  id TEXT PRIMARY KEY,
  contact_id TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  obstacle TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('person', 'city')),
  state TEXT NOT NULL CHECK (state IN ('open', 'solved', 'bypassed', 'given-up', 'moved')),
  UNIQUE (contact_id, obstacle)
) STRICT;

CREATE TABLE step (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  contact_id TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  owner TEXT NOT NULL CHECK (owner IN ('us', 'client', 'partner')),
  what TEXT NOT NULL,
  topic TEXT,
  due_on TEXT,
  done_at TEXT,
  author_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX step_contact ON step (contact_id);
CREATE INDEX step_author ON step (author_id);
CREATE INDEX step_due ON step (due_on) WHERE done_at IS NULL;

CREATE TABLE note (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  contact_id TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  level TEXT NOT NULL CHECK (level IN ('V1', 'V2', 'V3')),
  author_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  employer_id TEXT NOT NULL REFERENCES employer (id) ON DELETE RESTRICT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX note_contact ON note (contact_id);
CREATE INDEX note_author ON note (author_id);
CREATE INDEX note_employer ON note (employer_id);

-- Append-only versions, each with the level that it is kept at: V1 has `text`; V2 and V3 have `sealed`, never both. A note
-- that is raised takes its older versions along; one that is lowered leaves them where they were.
CREATE TABLE note_version (
  note_id TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE,
  version INTEGER NOT NULL CHECK (version >= 1),
  level TEXT NOT NULL CHECK (level IN ('V1', 'V2', 'V3')),
  text TEXT,
  sealed BLOB,
  written_at TEXT NOT NULL,
  PRIMARY KEY (note_id, version),
  CHECK ((text IS NULL) <> (sealed IS NULL)),
  CHECK ((level = 'V1') = (sealed IS NULL))
) STRICT, WITHOUT ROWID;

-- The keys of a note, wrapped for each reader: an employer's vault holds the key of its V2 versions, a member of staff the
-- key of its V3 versions.
CREATE TABLE note_key (
  note_id TEXT NOT NULL REFERENCES note (id) ON DELETE CASCADE,
  reader TEXT NOT NULL,
  wrapped BLOB NOT NULL,
  PRIMARY KEY (note_id, reader)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_key_reader ON note_key (reader);

CREATE TABLE note_draft (
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  contact_id TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  sealed BLOB NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (staff_id, contact_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_draft_contact ON note_draft (contact_id);

CREATE TABLE partner (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  authority INTEGER NOT NULL CHECK (authority IN (0, 1)),
  contact_name TEXT NOT NULL,
  street TEXT NOT NULL,
  postal_code_and_town TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  topics TEXT NOT NULL CHECK (json_valid(topics))
) STRICT;

CREATE TABLE template (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE template_version (
  template_id TEXT NOT NULL REFERENCES template (id) ON DELETE RESTRICT,
  version INTEGER NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  changed_by TEXT REFERENCES staff (id) ON DELETE RESTRICT,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (template_id, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX template_version_changed_by ON template_version (changed_by);

CREATE TABLE letter (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  state TEXT NOT NULL CHECK (state IN ('printing', 'ready', 'failed', 'void')),
  contact_id TEXT REFERENCES contact (id) ON DELETE SET NULL,
  person_id TEXT REFERENCES person (id) ON DELETE CASCADE,
  partner_id TEXT NOT NULL REFERENCES partner (id) ON DELETE RESTRICT,
  template_id TEXT NOT NULL,
  template_version INTEGER NOT NULL,
  author_id TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  employer_id TEXT NOT NULL REFERENCES employer (id) ON DELETE RESTRICT,
  subject TEXT NOT NULL,
  input TEXT NOT NULL CHECK (json_valid(input)),
  html TEXT NOT NULL,
  html_sha256 TEXT NOT NULL,
  pdf BLOB,
  pdf_sha256 TEXT,
  handed_over_way TEXT CHECK (handed_over_way IN ('by-hand', 'post', 'fax', 'email', 'taken-along')),
  handed_over_at TEXT,
  written_at TEXT NOT NULL,
  CHECK ((pdf IS NULL) = (pdf_sha256 IS NULL)),
  FOREIGN KEY (template_id, template_version) REFERENCES template_version (template_id, version) ON DELETE RESTRICT
) STRICT;
CREATE INDEX letter_contact ON letter (contact_id);
CREATE INDEX letter_person ON letter (person_id);
CREATE INDEX letter_partner ON letter (partner_id);
CREATE INDEX letter_author ON letter (author_id);
CREATE INDEX letter_employer ON letter (employer_id);
CREATE INDEX letter_template ON letter (template_id, template_version);

-- What was printed once stays as it was printed.
CREATE TRIGGER letter_pdf_is_immutable BEFORE UPDATE OF pdf, html ON letter
WHEN OLD.pdf IS NOT NULL AND (NEW.pdf IS NOT OLD.pdf OR NEW.html IS NOT OLD.html)
BEGIN SELECT RAISE(ABORT, 'a printed letter does not change'); END;

CREATE TABLE referral (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  letter_id TEXT NOT NULL UNIQUE REFERENCES letter (id) ON DELETE CASCADE,
  partner_id TEXT NOT NULL REFERENCES partner (id) ON DELETE RESTRICT,
  topic TEXT,
  language TEXT,
  state TEXT NOT NULL CHECK (state IN ('awaiting', 'accepted', 'refused', 'done', 'withdrawn')),
  reply_by TEXT,
  day TEXT NOT NULL
) STRICT;
CREATE INDEX referral_partner ON referral (partner_id);
CREATE INDEX referral_reply ON referral (reply_by) WHERE state = 'awaiting';

CREATE TABLE bundle (
  name TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('report', 'backup', 'handover')),
  epoch INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('writing', 'written', 'confirmed', 'held', 'rejected', 'superseded', 'fork')),
  sha256 TEXT,
  size_bytes INTEGER NOT NULL DEFAULT 0,
  previous TEXT,
  supersedes TEXT,
  journal_from INTEGER NOT NULL,
  journal_to INTEGER NOT NULL,
  day_to TEXT,
  code TEXT,
  created_at TEXT NOT NULL,
  -- When it lay complete in the export folder; NULL: only in the outbox so far, or to be sent again.
  delivered_at TEXT,
  confirmed_at TEXT,
  -- SHA-256 of the newest receipt that was heeded, so that each is heeded once.
  receipt_sha256 TEXT,
  UNIQUE (kind, epoch, sequence)
) STRICT;

-- What the city was told of each row, so that an unchanged one is not sent again and one that no longer counts is taken
-- back. `digest` is of the line, empty for one that was taken back, NULL when nobody knows whether the city has it: then it
-- is sent again. It holds as soon as the report with this sequence (of the present epoch) is written.
CREATE TABLE exported_record (
  record TEXT NOT NULL CHECK (record IN ('person', 'contact', 'wait', 'obstacle', 'step', 'referral')),
  id TEXT NOT NULL,
  digest TEXT,
  sequence INTEGER NOT NULL,
  -- The person that a contact was told with: after a change of the contact both are looked at. No reference: it may be gone.
  person_id TEXT,
  PRIMARY KEY (record, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX exported_record_in_doubt ON exported_record (record, id) WHERE digest IS NULL;

-- Key of the row ids in reports, apart from the person tokens: it outlives a programme period, so that a later change finds its row.
CREATE TABLE export_key (
  singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
  row_id_key BLOB NOT NULL
) STRICT;

-- The last run of the night, one row: what the desk shows when a night brought nothing.
CREATE TABLE night_run (
  singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
  last_run_at TEXT,
  problem TEXT
) STRICT;

-- Results of commands by the client's request id, so that a retry gets the same answer. Ids and revisions only.
CREATE TABLE request (
  staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
  request_id TEXT NOT NULL,
  procedure TEXT NOT NULL,
  result TEXT NOT NULL CHECK (json_valid(result)),
  at TEXT NOT NULL,
  PRIMARY KEY (staff_id, request_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX request_at ON request (at);

CREATE TABLE journal (
  sequence INTEGER PRIMARY KEY CHECK (sequence >= 1),
  at TEXT NOT NULL,
  staff_id TEXT,
  procedure TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TABLE journal_entry (
  sequence INTEGER NOT NULL REFERENCES journal (sequence) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('put', 'delete', 'read')),
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  PRIMARY KEY (sequence, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_entry_entity ON journal_entry (entity, id);

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_entry_no_update BEFORE UPDATE ON journal_entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_entry_no_delete BEFORE DELETE ON journal_entry BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER ticket_event_no_update BEFORE UPDATE ON ticket_event BEGIN SELECT RAISE(ABORT, 'ticket events are append-only'); END;
-- A version can be sealed, or sealed for fewer; nothing else about it changes and it is never opened again.
CREATE TRIGGER note_version_only_rises BEFORE UPDATE ON note_version
WHEN NEW.sealed IS NULL OR NEW.level < OLD.level OR NEW.note_id IS NOT OLD.note_id OR NEW.version IS NOT OLD.version OR NEW.written_at IS NOT OLD.written_at
BEGIN SELECT RAISE(ABORT, 'note versions are append-only'); END;
