-- What each recovery sheet opens beside the database: its employer's vault, as an age file. It is in the keyring too; here
-- it travels in every backup, so that an office whose PC is lost, keyring and all, still has its notes.
CREATE TABLE recovery_vault (
  employer_id TEXT PRIMARY KEY REFERENCES employer (id) ON DELETE RESTRICT,
  generation INTEGER NOT NULL CHECK (generation >= 1),
  age BLOB NOT NULL
) STRICT;
