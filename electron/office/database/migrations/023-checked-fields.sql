-- When a fact about a person was last found right: entered, or asked about again. No row: nobody knows.
CREATE TABLE person_checked (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  field TEXT NOT NULL CHECK (field IN ('name', 'documentName', 'ownScriptName', 'spokenName', 'birth', 'spoken', 'understood', 'read', 'district', 'phone', 'email', 'householdSize')),
  checked_on TEXT NOT NULL,
  PRIMARY KEY (person_id, field)
) STRICT, WITHOUT ROWID;

-- The kept record's days before a merge, so that undo gives them back with the values.
ALTER TABLE person_merge ADD COLUMN kept_checked TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(kept_checked));
