/**
 * The condition in SQL under which the row `release` covers the row `contact` on a day; it takes that day as one value.
 * Topics: a talk about something else as well stays closed, since a note can't be cut by topic. Of two records that were
 * found to be one person, only the one that the release was given for is covered.
 */
export const COVERS = `release.person_id = contact.person_id
  AND release.withdrawn_at IS NULL AND release.valid_until >= ?
  AND (release.scope = 'case' OR (
    EXISTS (SELECT 1 FROM contact_topic WHERE contact_id = contact.id)
    AND NOT EXISTS (SELECT 1 FROM contact_topic WHERE contact_id = contact.id
      AND topic NOT IN (SELECT topic FROM release_topic WHERE release_id = release.id))))`;

/** The name under which the keys of notes are wrapped for the row `release`. */
export const READER_OF_RELEASE = `'release:' || release.id || ':' || release.key_generation`;
