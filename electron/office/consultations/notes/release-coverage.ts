/**
 * The condition in SQL under which the row `release` is about the row `contact` and holds on a day; it takes that day as
 * one value. Topics: a talk about something else as well stays closed, since a note can't be cut by topic.
 */
const IS_ABOUT = `release.person_id = contact.person_id
  AND release.withdrawn_at IS NULL AND release.valid_until >= ?
  AND (release.scope = 'case' OR (
    EXISTS (SELECT 1 FROM contact_topic WHERE contact_id = contact.id)
    AND NOT EXISTS (SELECT 1 FROM contact_topic WHERE contact_id = contact.id
      AND topic NOT IN (SELECT topic FROM release_topic WHERE release_id = release.id))))`;

/**
 * The condition in SQL under which the employer of the row `note` says the same of its talk as the row `release` does: whose
 * it is and, where the release is for some topics, what about. The other employer can put a talk to another person or
 * to other topics, but can't bring a note under a release by that; neither does a merge of two records.
 */
const SAID_BY_ITS_EMPLOYER = `note.about_person_id IS release.person_id
  AND (release.scope = 'case' OR (
    json_array_length(note.about_topics) > 0
    AND NOT EXISTS (SELECT 1 FROM json_each(note.about_topics)
      WHERE value NOT IN (SELECT topic FROM release_topic WHERE release_id = release.id))))`;

/** The condition in SQL under which the row `release` covers the row `note` of the row `contact`; it takes the day. */
export const COVERS = `${IS_ABOUT} AND ${SAID_BY_ITS_EMPLOYER}`;

/** The same for a note that its employer would first have to confirm. */
export const WOULD_COVER = `${IS_ABOUT} AND NOT (${SAID_BY_ITS_EMPLOYER})`;

/** The name under which the keys of notes are wrapped for the row `release`. */
export const READER_OF_RELEASE = `'release:' || release.id || ':' || release.key_generation`;
