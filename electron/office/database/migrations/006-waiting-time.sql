-- The waiting time that each ticket was promised, so that it can be held against what came of it.
CREATE TABLE ticket_promise (
  ticket_id TEXT PRIMARY KEY REFERENCES ticket (id) ON DELETE CASCADE,
  promised_at TEXT NOT NULL,
  -- The forecast's 10 % and 90 % quantiles before any correction, minutes: what the correction learns from.
  low REAL NOT NULL CHECK (low >= 0),
  high REAL NOT NULL CHECK (high >= low),
  -- What was said: whole minutes from the promise to the call.
  from_minutes INTEGER NOT NULL CHECK (from_minutes >= 0),
  to_minutes INTEGER NOT NULL CHECK (to_minutes >= from_minutes)
) STRICT, WITHOUT ROWID;
