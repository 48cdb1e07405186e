-- Paired screens: kiosks and displays. What they may see holds no personal data, and neither does this.
CREATE TABLE screen (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL CHECK (kind IN ('kiosk', 'display')),
  name TEXT NOT NULL,
  -- SHA-256 of what the screen shows at each connection; the token itself is on the screen alone.
  token_hash TEXT NOT NULL UNIQUE CHECK (length(token_hash) = 64),
  paired_at TEXT NOT NULL,
  paired_by TEXT NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  last_seen_at TEXT NOT NULL
) STRICT;
CREATE INDEX screen_paired_by ON screen (paired_by);

-- How the screens are reached and what stands on them; one row.
CREATE TABLE screen_settings (
  singleton INTEGER PRIMARY KEY CHECK (singleton = 1),
  revision INTEGER NOT NULL DEFAULT 1,
  network INTEGER NOT NULL DEFAULT 0 CHECK (network IN (0, 1)),
  port INTEGER NOT NULL DEFAULT 8017 CHECK (port BETWEEN 1024 AND 65535),
  display_text TEXT NOT NULL DEFAULT '' CHECK (length(display_text) <= 120),
  paper TEXT NOT NULL DEFAULT 'thermal-80' CHECK (paper IN ('A4', 'A6', 'thermal-80'))
) STRICT;
INSERT INTO screen_settings (singleton) VALUES (1);

-- The number that a kiosk was given for a request, so that a retry gives no second one.
CREATE TABLE kiosk_request (
  request_id TEXT PRIMARY KEY,
  ticket_id TEXT NOT NULL REFERENCES ticket (id) ON DELETE CASCADE,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX kiosk_request_ticket ON kiosk_request (ticket_id);
CREATE INDEX kiosk_request_at ON kiosk_request (at);
