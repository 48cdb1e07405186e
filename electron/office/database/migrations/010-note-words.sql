-- Search over notes. One row a note, numbered anew with each version, so that the highest number is what was written last;
-- a number is never used twice. `folded` holds the words of a V1 note; those of a sealed one stand in no file (NULL).
CREATE TABLE note_words (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  note_id TEXT NOT NULL UNIQUE REFERENCES note (id) ON DELETE CASCADE,
  folded TEXT
) STRICT;

-- Row ids are negative numbers: FTS5 walks upwards, and the newest note is what is asked for.
CREATE VIRTUAL TABLE note_index USING fts5 (
  folded, content = '', columnsize = 0, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'
);
-- What is deleted must be gone from the file, not only marked.
INSERT INTO note_index (note_index, rank) VALUES ('secure-delete', 1);

-- Whatever deletes a note, deletes its words.
CREATE TRIGGER note_words_added AFTER INSERT ON note_words WHEN NEW.folded IS NOT NULL
BEGIN INSERT INTO note_index (rowid, folded) VALUES (-NEW.number, NEW.folded); END;
CREATE TRIGGER note_words_removed AFTER DELETE ON note_words WHEN OLD.folded IS NOT NULL
BEGIN INSERT INTO note_index (note_index, rowid, folded) VALUES ('delete', -OLD.number, OLD.folded); END;
CREATE TRIGGER note_words_stay BEFORE UPDATE ON note_words
BEGIN SELECT RAISE(ABORT, 'the words of a note are replaced, not changed'); END;

CREATE INDEX contact_topic_topic ON contact_topic (topic);
