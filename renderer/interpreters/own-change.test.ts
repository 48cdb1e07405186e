import { expect, test } from 'vitest';
import type { InterpreterView } from '../../shared/interpreters/interpreters.contract.ts';
import { fieldsOf, revisionToChange, withOwnChange } from './own-change.ts';

const NOW = '2026-11-30T09:00:00.000Z';

const one = (parts: Partial<InterpreterView>): InterpreterView => ({
  id: 'nadeem',
  revision: 2,
  kind: 'volunteer',
  name: 'Frau Nadeem',
  phone: '',
  gender: null,
  languages: ['ckb'],
  topicsNotTaken: [],
  hours: [],
  remark: '',
  awayUntil: null,
  pledge: null,
  today: null,
  onCall: null,
  ...parts,
});

const listOf = (...interpreters: InterpreterView[]) => ({ now: NOW, interpreters });

test('the next key carries the revision of the change before it, and nobody else is touched', () => {
  const other = one({ id: 'karim' });
  expect(withOwnChange(listOf(one({}), other), { id: 'nadeem', revision: 3 })).toEqual(
    listOf(one({ revision: 3 }), other),
  );
});

test('what was said for today and an absence decide who is on call', () => {
  const today = { onCall: true, until: null };
  const said = withOwnChange(listOf(one({})), { id: 'nadeem', revision: 3, said: { today } });
  expect(said).toEqual(listOf(one({ revision: 3, today, onCall: { until: null } })));
  expect(withOwnChange(said, { id: 'nadeem', revision: 4, said: { awayUntil: '2026-12-04' } })).toEqual(
    listOf(one({ revision: 4, today, awayUntil: '2026-12-04' })),
  );
});

test('a list that already knows of a later change keeps it', () => {
  const later = listOf(one({ revision: 5, awayUntil: '2026-12-04' }));
  expect(withOwnChange(later, { id: 'nadeem', revision: 3, said: { awayUntil: null } })).toEqual(later);
});

test('a form that is opened again at once begins with what was saved', () => {
  const fields = { ...fieldsOf(one({})), name: 'Frau Nadeem-Karim', languages: ['ckb', 'ar'] };
  const [again] = withOwnChange(listOf(one({})), { id: 'nadeem', revision: 3, said: fields }).interpreters;
  expect(again).toEqual(one({ ...fields, revision: 3 }));
});

test('a form is not in the way of what was said beside it, and is refused over what another form has changed', () => {
  const opened = one({});
  const today = { onCall: true, until: null };
  expect(revisionToChange(opened, one({ revision: 4, today, onCall: { until: null } }))).toBe(4);
  expect(revisionToChange(opened, one({ revision: 4, phone: '0231 000-78' }))).toBe(2);
});
