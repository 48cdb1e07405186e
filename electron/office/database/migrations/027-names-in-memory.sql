-- Names are searched in memory. What is read when an office opens: each name as its words with their sounds, ready made.
DROP TABLE name_word_key;
DROP TABLE person_name_word;
DROP TABLE name_word;
CREATE TABLE person_name (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  -- Among the names of a person.
  place INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('name', 'own-script', 'other-name')),
  -- As shared/people/names/stored-name.ts writes them.
  words TEXT NOT NULL,
  PRIMARY KEY (person_id, place)
) STRICT, WITHOUT ROWID;

-- Whose names changed, so that the memory of every window follows. The mark tells a change from one that was rolled back
-- and whose number was given again. The last thousand are enough: who is further behind reads all names anew.
CREATE TABLE person_name_change (
  change INTEGER PRIMARY KEY AUTOINCREMENT,
  mark TEXT NOT NULL DEFAULT (hex(randomblob(8))),
  person_id TEXT NOT NULL
) STRICT;
CREATE TRIGGER person_name_change_old AFTER INSERT ON person_name_change
BEGIN DELETE FROM person_name_change WHERE change <= NEW.change - 1000; END;
CREATE TRIGGER person_gone AFTER DELETE ON person
BEGIN INSERT INTO person_name_change (person_id) VALUES (OLD.id); END;
