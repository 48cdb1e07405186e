-- When each note's newest version was written, in the search: numbers follow the order of writing, but a clock that was set back
-- does not follow the numbers, so that a period has to be looked for by its times.
DROP TRIGGER note_words_stay;
ALTER TABLE note_words ADD COLUMN written_at TEXT NOT NULL DEFAULT '';
UPDATE note_words SET written_at = (SELECT written_at FROM note_version
  WHERE note_version.note_id = note_words.note_id ORDER BY version DESC LIMIT 1);
CREATE INDEX note_words_written ON note_words (written_at);
CREATE TRIGGER note_words_stay BEFORE UPDATE ON note_words
BEGIN SELECT RAISE(ABORT, 'the words of a note are replaced, not changed'); END;
