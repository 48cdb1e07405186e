import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { districtId } from '../fields.ts';
import { fieldsOf, REPORT_LINES, REPORT_RECORDS } from './report-records.ts';

const id = '00000000-0000-8000-8000-000000000001';
const samples = {
  person: {
    op: 'put',
    id,
    born: '18-60',
    gender: 'w',
    district: 'hoerde',
    languages: ['ar'],
    group: { id: 'amif', since: '2026-01-01' },
    firstSupportOn: '2026-11-20',
  },
  contact: {
    op: 'put',
    id,
    day: '2026-11-20',
    hour: 9,
    kind: 'walk-in',
    medium: 'in-person',
    language: 'ar',
    topics: [{ id: 'kita', result: null, quantity: 1 }],
    minutes: 12,
    companions: 1,
    person: id,
  },
  wait: {
    op: 'put',
    id,
    day: '2026-11-20',
    hour: 9,
    kind: 'walk-in',
    language: 'ar',
    topics: ['kita'],
    priority: null,
    outcome: 'served',
    cause: null,
    waitMinutes: 5,
    wayMinutes: 1,
    serviceMinutes: 12,
  },
  obstacle: {
    op: 'put',
    id,
    day: '2026-11-20',
    obstacle: 'no-place',
    level: 'city',
    topic: null,
    language: 'ar',
    district: null,
    state: 'open',
    endedOn: null,
  },
  step: { op: 'put', id, createdOn: '2026-11-20', owner: 'us', dueOn: '2026-12-01', doneOn: null, topic: null },
  referral: {
    op: 'put',
    id,
    day: '2026-11-20',
    partnerKind: 'school',
    authority: true,
    topic: 'school',
    language: null,
    state: 'awaiting',
    reason: null,
  },
  appointment: {
    op: 'put',
    id,
    requestedOn: '2026-11-01',
    day: '2026-11-20',
    hour: 10,
    language: 'fa',
    topics: [],
    placeKind: 'office',
    status: 'seen',
    noShowReason: null,
  },
} as const;

describe.each(REPORT_RECORDS)('%s', (record) => {
  const schema = REPORT_LINES[record];
  const sample: Record<string, unknown> = samples[record];

  test('takes its put line and a delete line with the id alone', () => {
    expect(schema.parse(sample)).toEqual(sample);
    expect(schema.parse({ op: 'delete', id })).toEqual({ op: 'delete', id });
    expect(schema.safeParse({ ...sample, op: 'delete' }).success).toBe(false);
    expect(schema.safeParse({ ...sample, op: 'change' }).success).toBe(false);
  });

  test('takes no field too many and none too few', () => {
    expect(schema.safeParse({ ...sample, name: 'x' }).success).toBe(false);
    expect(
      schema.safeParse(JSON.parse(`{${JSON.stringify(sample).slice(1, -1)},"__proto__":{"name":"x"}}`)).success,
    ).toBe(false);
    for (const field of Object.keys(sample)) {
      const { [field]: _, ...rest } = sample;
      expect([field, schema.safeParse(rest).success]).toEqual([field, false]);
    }
  });

  test('takes no free text in any field', () => {
    const texts = [
      'Amal Haddad',
      'Westerfilder Straße 54',
      '+49 231 50 11148',
      'a@b.example',
      'أمل',
      'x'.repeat(41),
      '1990-02-31',
      '<b>',
    ];
    for (const field of Object.keys(sample)) {
      for (const text of texts) {
        expect([field, schema.safeParse({ ...sample, [field]: text }).success]).toEqual([field, false]);
        if (Array.isArray(sample[field]))
          expect([field, schema.safeParse({ ...sample, [field]: [text] }).success]).toEqual([field, false]);
      }
    }
  });

  test('takes no time finer than the hour and no id that carries one', () => {
    for (const uuid of [
      '018f3b2c-7a5e-7c4d-8f1e-2b3c4d5e6f70',
      'c232ab00-9414-11ec-b3c8-9f6bdeced846',
      '1ec9414c-232a-6b00-b3c8-9f6bdeced846',
    ]) {
      expect(schema.safeParse({ ...sample, id: uuid }).success).toBe(false);
    }
    expect(schema.safeParse({ ...sample, id: '9f6bdece-d846-4b00-b3c8-018f3b2c7a5e' }).success).toBe(true);
    for (const field of ['day', 'createdOn', 'firstSupportOn'].filter((each) => each in sample)) {
      expect(schema.safeParse({ ...sample, [field]: '2026-11-20T09:06:00Z' }).success).toBe(false);
    }
    if ('hour' in sample) expect(schema.safeParse({ ...sample, hour: 9.1 }).success).toBe(false);
  });

  test('every string in its published schema is bounded by a pattern or a list', () => {
    const loose: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('type' in node && node.type === 'string' && !('pattern' in node) && !('enum' in node) && !('const' in node))
        loose.push(path);
      for (const [key, value] of Object.entries(node)) walk(value, `${path}/${key}`);
    };
    walk(z.toJSONSchema(schema), record);
    expect(loose).toEqual([]);
  });

  test('names the fields that leave, for the preview', () => {
    expect(fieldsOf(record)).toEqual(Object.keys(sample).filter((field) => field !== 'op'));
  });
});

test('districts get ids', () => {
  expect(['Innenstadt-West', 'Hörde', 'Lütgendortmund', 'Straße  8', 'Évreux'].map(districtId)).toEqual([
    'innenstadt-west',
    'hoerde',
    'luetgendortmund',
    'strasse-8',
    'evreux',
  ]);
});
