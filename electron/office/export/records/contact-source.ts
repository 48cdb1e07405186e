import type { ContactPut } from '../../../../shared/bundle/records/contact.ts';
import { centralTopicsOfTalk } from './central-entries.ts';
import { groupedBy, pageOf, type RecordSource, rowsFor } from './record-source.ts';

interface ContactRow {
  id: string;
  person_id: string | null;
  kind: ContactPut['kind'];
  spoken: string;
  companions: number;
  medium: ContactPut['medium'];
  day: string;
  started_at: string;
  minutes: number | null;
}

interface TopicRow {
  contact_id: string;
  topic: string;
  result: string | null;
  quantity: number;
}

const CONTACTS = `SELECT id, person_id, kind, spoken, companions, medium, day, started_at, minutes FROM contact
  WHERE id IN (SELECT value FROM json_each(?)) AND finished_at IS NOT NULL ORDER BY id`;
const TOPICS = `SELECT contact_id, topic, result, quantity FROM contact_topic
  WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY contact_id, position`;

/** A contact counts once its talk is finished, whatever level its notes have; of the notes not even the number is read. */
export const contactSource: RecordSource<'contact'> = {
  record: 'contact',
  page: pageOf('contact'),
  counting({ db, ids, local }, contactIds) {
    const topics = groupedBy(rowsFor<TopicRow>(db, TOPICS, contactIds), (row) => row.contact_id);
    return rowsFor<ContactRow>(db, CONTACTS, contactIds).map((row) => ({
      id: row.id,
      personId: row.person_id,
      line: {
        op: 'put',
        id: ids.ofRow('contact', row.id),
        day: row.day,
        hour: local(row.started_at).hour,
        kind: row.kind,
        medium: row.medium,
        language: row.spoken,
        topics: centralTopicsOfTalk(topics.get(row.id) ?? []),
        minutes: row.minutes,
        companions: row.companions,
        person: row.person_id === null ? null : ids.ofPerson(row.person_id),
      },
    }));
  },
};
