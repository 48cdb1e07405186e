import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../catalogue/catalogue.ts';
import {
  nextStep,
  type OnCallInterpreter,
  type Present,
  type PresentStaff,
  type ServingNeed,
  servingStaff,
  stepKey,
  whoCanServe,
} from './serving.rules.ts';
import { LANGUAGE_PAIRS, understandingBetween } from './understanding.rules.ts';

const anke: PresentStaff = { id: 'anke', languages: ['de', 'en'], basicLanguages: ['fr'], gender: 'w' };
const cem: PresentStaff = { id: 'cem', languages: ['de', 'kmr'], basicLanguages: [], gender: 'm' };
const nadia: OnCallInterpreter = {
  id: 'nadia',
  kind: 'volunteer',
  languages: ['ckb', 'fa'],
  gender: 'w',
  topicsNotTaken: ['residence'],
  until: '12:00',
};
const line: OnCallInterpreter = {
  id: 'line',
  kind: 'telephone',
  languages: ['ckb', 'prs', 'ti'],
  gender: null,
  topicsNotTaken: [],
  until: null,
};
const thursday = { day: '2026-11-26', from: '14:00', to: '17:00', languages: ['ckb', 'de'] };
const present: Present = { staff: [anke, cem], interpreters: [line, nadia], hours: [thursday] };

function need(part: Partial<ServingNeed> & { spoken: string }): ServingNeed {
  return { understood: part.spoken, topics: [], genderWish: null, ...part };
}
const keys = (of: ServingNeed, who = present) => whoCanServe(of, who).map(stepKey);

describe('who can serve whom', () => {
  test('tandem, then volunteer, then telephone, then the consulting hour', () => {
    expect(keys(need({ spoken: 'kmr' }))).toEqual(['tandem:cem']);
    expect(keys(need({ spoken: 'ckb' }))).toEqual(['volunteer:nadia', 'telephone:line', 'appointment:2026-11-26']);
    expect(keys(need({ spoken: 'ti' }))).toEqual(['telephone:line']);
    expect(keys(need({ spoken: 'so' }))).toEqual([]);
  });

  test('Kurmancî and Sorani do not serve each other; Farsi and Dari do in part, and it says so', () => {
    expect(keys(need({ spoken: 'ckb' }), { ...present, interpreters: [], hours: [] })).toEqual([]);
    const dari = whoCanServe(need({ spoken: 'prs' }), present);
    expect(dari).toMatchObject([
      { kind: 'volunteer', interpreterId: 'nadia', language: 'fa', fit: 'partly' },
      { kind: 'telephone', interpreterId: 'line', language: 'prs', fit: 'full' },
    ]);
    // Partly is shown, never proposed.
    expect(nextStep(dari)).toMatchObject({ kind: 'telephone' });
  });

  test('a few sentences are partly, not served', () => {
    const steps = whoCanServe(need({ spoken: 'fr' }), present);
    expect(steps).toMatchObject([{ kind: 'tandem', staffId: 'anke', fit: 'partly' }]);
    expect(servingStaff(steps)).toEqual([]);
    expect(nextStep(steps)).toBeNull();
  });

  test('a language that is understood serves, after the one that is spoken', () => {
    const steps = whoCanServe(need({ spoken: 'kmr', understood: 'en' }), present);
    expect(steps).toMatchObject([
      { staffId: 'cem', language: 'kmr', fit: 'full' },
      { staffId: 'anke', language: 'en', fit: 'understood' },
    ]);
    expect(servingStaff(steps)).toEqual(['cem', 'anke']);
  });

  test('a wish for a woman or a man goes first; what does not meet it is kept and says so', () => {
    const steps = whoCanServe(need({ spoken: 'de', genderWish: 'm' }), present);
    expect(steps.filter(({ kind }) => kind === 'tandem')).toMatchObject([
      { staffId: 'cem', wishMet: true },
      { staffId: 'anke', wishMet: false },
    ]);
    expect(servingStaff(steps)).toEqual(['cem']);
    // Not stated is not the wish met.
    expect(whoCanServe(need({ spoken: 'ti', genderWish: 'w' }), present)).toMatchObject([{ wishMet: false }]);
  });

  test('who does not take a topic is not asked', () => {
    expect(keys(need({ spoken: 'ckb', topics: ['residence'] }))).toEqual(['telephone:line', 'appointment:2026-11-26']);
  });

  test('what was tried in vain is not proposed again', () => {
    const steps = whoCanServe(need({ spoken: 'ckb' }), present);
    expect(nextStep(steps, new Set(['volunteer:nadia']))).toMatchObject({ kind: 'telephone' });
    expect(nextStep(steps, new Set(['volunteer:nadia', 'telephone:line', 'appointment:2026-11-26']))).toBeNull();
  });
});

describe('whoever is there', () => {
  const language = fc.constantFrom(...catalogue.languages.map(({ id }) => id));
  const languages = fc.uniqueArray(language, { maxLength: 5 });
  const gender = fc.constantFrom('w' as const, 'm' as const, 'd' as const, null);
  const topic = fc.constantFrom(...catalogue.topics.slice(0, 4).map(({ id }) => id));
  const staff = fc.record({ id: fc.uuid(), languages, basicLanguages: languages, gender });
  const interpreter = fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom('volunteer' as const, 'telephone' as const),
    languages,
    gender,
    topicsNotTaken: fc.uniqueArray(topic, { maxLength: 2 }),
    until: fc.constantFrom(null, '12:00'),
  });
  const hours = fc.record({
    day: fc.constantFrom('2026-11-24', '2026-11-26', '2026-12-01'),
    from: fc.constant('09:00'),
    to: fc.constant('12:00'),
    languages,
  });
  const anyPresent = fc.record({
    staff: fc.array(staff, { maxLength: 4 }),
    interpreters: fc.array(interpreter, { maxLength: 4 }),
    hours: fc.array(hours, { maxLength: 3 }),
  });
  const anyNeed = fc.record({
    spoken: language,
    understood: language,
    topics: fc.uniqueArray(topic, { maxLength: 2 }),
    genderWish: fc.constantFrom('w' as const, 'm' as const, null),
  });
  const more = fc.record({ staff: fc.array(staff), interpreters: fc.array(interpreter), hours: fc.array(hours) });

  test('one more never makes somebody unservable, nor takes a step away', () => {
    fc.assert(
      fc.property(anyNeed, anyPresent, more, (of, before, added) => {
        const after = {
          staff: [...before.staff, ...added.staff],
          interpreters: [...before.interpreters, ...added.interpreters],
          hours: [...before.hours, ...added.hours],
        };
        const then = keys(of, after);
        for (const key of keys(of, before)) expect(then).toContain(key);
        if (nextStep(whoCanServe(of, before))) expect(nextStep(whoCanServe(of, after))).not.toBeNull();
      }),
    );
  });

  test('no step names a language that its person does not have', () => {
    fc.assert(
      fc.property(anyNeed, anyPresent, (of, who) => {
        for (const step of whoCanServe(of, who)) {
          const theirs =
            step.kind === 'tandem'
              ? who.staff
                  .filter(({ id }) => id === step.staffId)
                  .flatMap((one) => [...one.languages, ...one.basicLanguages])
              : step.kind === 'appointment'
                ? who.hours.filter(({ day }) => day === step.day).flatMap((one) => one.languages)
                : who.interpreters.filter(({ id }) => id === step.interpreterId).flatMap((one) => one.languages);
          expect(theirs).toContain(step.language);
          if (step.fit === 'full') expect(step.language).toBe(of.spoken);
          if (step.fit === 'understood') expect(step.language).toBe(of.understood);
        }
      }),
    );
  });

  test('the kinds stand in their order, and the next step is one of them', () => {
    const order = ['tandem', 'volunteer', 'telephone', 'appointment'];
    fc.assert(
      fc.property(anyNeed, anyPresent, (of, who) => {
        const steps = whoCanServe(of, who);
        const ranks = steps.map(({ kind }) => order.indexOf(kind));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        const next = nextStep(steps);
        if (next) expect(steps).toContain(next);
      }),
    );
  });

  test('the order of the lists does not matter for who serves', () => {
    fc.assert(
      fc.property(anyNeed, anyPresent, (of, who) => {
        const turned = {
          staff: who.staff.toReversed(),
          interpreters: who.interpreters.toReversed(),
          hours: who.hours.toReversed(),
        };
        expect(keys(of, turned).sort()).toEqual(keys(of, who).sort());
      }),
    );
  });
});

test('understanding is symmetric, and every pair names its source and languages of the catalogue', () => {
  const known = catalogue.languages.map(({ id }) => id);
  for (const one of known)
    for (const other of known) expect(understandingBetween(one, other)).toBe(understandingBetween(other, one));
  for (const { between, source } of LANGUAGE_PAIRS) {
    expect(known).toEqual(expect.arrayContaining([...between]));
    expect(source.length).toBeGreaterThan(20);
  }
  expect(understandingBetween('kmr', 'kmr')).toBe('same');
  expect(understandingBetween('kmr', 'ckb')).toBe('none');
  expect(understandingBetween('fa', 'prs')).toBe('partly');
});
