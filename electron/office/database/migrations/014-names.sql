-- Names are found by how they sound, in any script: each word once, with its readings and the keys that lead to it.
CREATE TABLE name_word (
  id INTEGER PRIMARY KEY,
  -- Folded letters without blanks: a search by the beginning.
  text TEXT NOT NULL,
  -- The sounds of each reading (shared/people/names).
  readings TEXT NOT NULL,
  UNIQUE (text, readings)
) STRICT;

CREATE TABLE name_word_key (
  key TEXT NOT NULL,
  word_id INTEGER NOT NULL REFERENCES name_word (id) ON DELETE CASCADE,
  PRIMARY KEY (key, word_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_word_key_word ON name_word_key (word_id);

-- In the order of the search: whole words before parts, names with few other words before long ones.
CREATE TABLE person_name_word (
  word_id INTEGER NOT NULL REFERENCES name_word (id) ON DELETE RESTRICT,
  part INTEGER NOT NULL CHECK (part IN (0, 1)),
  others INTEGER NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  source TEXT NOT NULL CHECK (source IN ('name', 'own-script', 'other-name')),
  PRIMARY KEY (word_id, part, others, person_id, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_name_word_person ON person_name_word (person_id, word_id);

-- A word that nobody has any more is gone with them.
CREATE TRIGGER name_word_unused AFTER DELETE ON person_name_word
WHEN NOT EXISTS (SELECT 1 FROM person_name_word WHERE word_id = OLD.word_id)
BEGIN DELETE FROM name_word WHERE id = OLD.word_id; END;

-- Only birth and phone are left of the former keys. Their values are new, too: all are computed when the office opens.
DROP TABLE person_key;
CREATE TABLE person_key (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  source TEXT NOT NULL CHECK (source IN ('birth', 'phone')),
  key TEXT NOT NULL,
  PRIMARY KEY (key, person_id, source)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_key_person ON person_key (person_id);

-- Which rules the stored keys were computed by; other rules compute them anew.
CREATE TABLE people_index (version INTEGER NOT NULL) STRICT;
INSERT INTO people_index (version) VALUES (0);
