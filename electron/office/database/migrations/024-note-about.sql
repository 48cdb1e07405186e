-- Whose talk and what about, as the employer of a note's author knows it: when the note was written, and whenever that
-- employer changes or confirms it. A release looks at this as well as at the talk, so that the other employer can't bring
-- a note under a release by moving its talk. Empty person: nobody, or another one since.
ALTER TABLE note ADD COLUMN about_person_id TEXT REFERENCES person (id) ON DELETE SET NULL;
ALTER TABLE note ADD COLUMN about_topics TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(about_topics));
CREATE INDEX note_about_person ON note (about_person_id) WHERE about_person_id IS NOT NULL;
-- What is there stays as open as it is, but for talks that came by a merge: those are of the record that they came from.
UPDATE note SET
  about_person_id = coalesce(
    (SELECT merged_id FROM person_merge_row JOIN person_merge USING (merged_id)
      WHERE relation = 'contact' AND row_key = json_array(note.contact_id) ORDER BY merged_at LIMIT 1),
    (SELECT person_id FROM contact WHERE contact.id = note.contact_id)),
  about_topics = (SELECT json_group_array(topic) FROM contact_topic WHERE contact_topic.contact_id = note.contact_id);
