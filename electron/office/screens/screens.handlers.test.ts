import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deskOf, faultOf, newDesk } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { newScreen, pairScreen } from '../testing/test-screen.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const requestId = () => crypto.randomUUID();
const takeOne = (topics: string[] = ['housing']) => ({ requestId: requestId(), language: 'ar', topics });

describe('pairing', () => {
  it('lets a screen in by the code that it shows, and again by its token', async () => {
    const desk = deskOf(office, office.who.lead);
    const display = newScreen(office, 'display');
    expect(await faultOf(display.calls.screens.board({}))).toBe('UNAUTHENTICATED');
    const { id, token } = await pairScreen(desk, display, 'Fernseher');
    expect((await display.calls.screens.board({})).officeName).toBe('lokal willkommen Test');
    expect((await desk.screens.list({})).screens).toMatchObject([
      { id, kind: 'display', name: 'Fernseher', connected: true },
    ]);

    const later = newScreen(office, 'display');
    expect(await later.calls.screens.enter({ token })).toEqual({ name: 'Fernseher' });
    expect(await faultOf(later.calls.screens.board({}))).toBeNull();
  });

  it('keeps nothing but a hash of the token', async () => {
    const { token } = await pairScreen(deskOf(office, office.who.lead), newScreen(office, 'kiosk'));
    const stored = office.db.statement('SELECT * FROM screen').all();
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain(token);
  });

  it('lets no display in as a kiosk, and nobody by a made-up token', async () => {
    const { token } = await pairScreen(deskOf(office, office.who.lead), newScreen(office, 'display'));
    const kiosk = newScreen(office, 'kiosk');
    expect(await faultOf(kiosk.calls.screens.enter({ token }))).toBe('RULE not-paired');
    expect(await faultOf(kiosk.calls.screens.enter({ token: 'x'.repeat(43) }))).toBe('RULE not-paired');
    expect(await faultOf(kiosk.calls.screens.welcome({}))).toBe('UNAUTHENTICATED');
  });

  it('is for lead and administrator', async () => {
    for (const who of ['city', 'partner'] as const)
      expect(
        await faultOf(
          deskOf(office, office.who[who]).screens.confirmPairing({ requestId: requestId(), code: '000000', name: 'x' }),
        ),
      ).toBe('FORBIDDEN');
    await pairScreen(deskOf(office, office.who.admin), newScreen(office, 'kiosk'));
  });

  it('voids every code after a few wrong ones, and waits a minute', async () => {
    const desk = deskOf(office, office.who.lead);
    const stranger = newScreen(office, 'kiosk');
    const steps = await stranger.calls.screens.pair({});
    const first = await steps.next();
    const code = !first.done && first.value.step === 'code' ? first.value.code : '';
    const wrong = code === '000000' ? '000001' : '000000';
    const confirm = (typed: string) =>
      faultOf(desk.screens.confirmPairing({ requestId: requestId(), code: typed, name: 'x' }));
    for (let round = 1; round <= 4; round += 1) expect(await confirm(wrong)).toBe('RULE pairing-code-wrong');
    expect(await confirm(wrong)).toBe('RULE pairing-paused');
    expect(await confirm(code)).toBe('RULE pairing-paused');
    expect((await steps.next()).done).toBe(true);
    office.clock.advance(61_000);
    expect(await confirm(code)).toBe('RULE pairing-code-wrong');
    await pairScreen(desk, stranger);
  });

  it('forgets a code after five minutes', async () => {
    const kiosk = newScreen(office, 'kiosk');
    const steps = await kiosk.calls.screens.pair({});
    const first = await steps.next();
    office.clock.advance(5 * 60_000);
    expect((await steps.next()).done).toBe(true);
    const code = !first.done && first.value.step === 'code' ? first.value.code : '';
    expect(
      await faultOf(
        deskOf(office, office.who.lead).screens.confirmPairing({ requestId: requestId(), code, name: 'x' }),
      ),
    ).toBe('RULE pairing-code-wrong');
  });

  it('shows codes to a handful at once only', async () => {
    for (let count = 0; count < 6; count += 1) await (await newScreen(office, 'kiosk').calls.screens.pair({})).next();
    expect(await faultOf(newScreen(office, 'kiosk').calls.screens.pair({}))).toBe('RULE pairing-busy');
  });
});

describe('taking a screen out', () => {
  it('ends its line and its streams at once, and its token for good', async () => {
    const desk = deskOf(office, office.who.lead);
    const display = newScreen(office, 'display');
    const { id, token } = await pairScreen(desk, display);
    const ticks = await display.calls.screens.ticks({});
    await ticks.next();
    const next = ticks.next();
    await desk.screens.revoke({ requestId: requestId(), screenId: id });
    expect(display.isHungUp()).toBe(true);
    expect((await next).done).toBe(true);
    expect(await faultOf(display.calls.screens.board({}))).toBe('UNAUTHENTICATED');
    expect(await faultOf(newScreen(office, 'display').calls.screens.enter({ token }))).toBe('RULE not-paired');
    expect((await desk.screens.list({})).screens).toEqual([]);
  });

  it('leaves the others alone', async () => {
    const desk = deskOf(office, office.who.lead);
    const [first, second] = [newScreen(office, 'display'), newScreen(office, 'display')];
    const { id } = await pairScreen(desk, first);
    await pairScreen(desk, second);
    await desk.screens.revoke({ requestId: requestId(), screenId: id });
    expect(second.isHungUp()).toBe(false);
    expect(await faultOf(second.calls.screens.board({}))).toBeNull();
  });
});

it('is forgotten with every other when a copy is put back: one that was put out must not come back with it', async () => {
  const desk = deskOf(office, office.who.lead);
  const { token } = await pairScreen(desk, newScreen(office, 'display'));
  const { name: snapshot } = await desk.office.takeSnapshot({ requestId: requestId() });
  for (const who of ['city', 'cityColleague', 'partner', 'admin'] as const)
    await deskOf(office, office.who[who]).access.lock({});
  await desk.office.restoreSnapshot({ snapshot, name: 'lead', passphrase: office.passphraseOf('lead') });
  const again = newDesk(office);
  await again.calls.access.signIn({ name: 'lead', passphrase: office.passphraseOf('lead') });
  expect((await again.calls.screens.list({})).screens).toEqual([]);
  expect(await faultOf(newScreen(office, 'display').calls.screens.enter({ token }))).toBe('RULE not-paired');
});

describe('a kiosk', () => {
  it('gives numbers, one for each request', async () => {
    const kiosk = newScreen(office, 'kiosk');
    await pairScreen(deskOf(office, office.who.lead), kiosk);
    expect(await kiosk.calls.screens.welcome({})).toMatchObject({ state: 'open', prints: false });
    const wish = takeOne();
    const first = await kiosk.calls.screens.takeTicket(wish);
    expect(first).toMatchObject({ number: 1, label: 'A 001', printed: false });
    expect(await kiosk.calls.screens.takeTicket(wish)).toEqual(first);
    for (const other of [{ topics: ['kita'] }, { topics: [] }, { language: 'fa' }])
      expect(await faultOf(kiosk.calls.screens.takeTicket({ ...wish, ...other }))).toBe('RULE request-reused');
    expect((await kiosk.calls.screens.takeTicket(takeOne())).number).toBe(2);
    const { tickets } = await deskOf(office, office.who.city).queue.today({});
    expect(tickets.map(({ number, spoken, topics }) => [number, spoken, topics])).toEqual([
      [1, 'ar', ['housing']],
      [2, 'ar', ['housing']],
    ]);
  });

  it('prints the slip where there is a printer, once', async () => {
    const printed: string[] = [];
    office.ports.slipPrinter = { printSlip: async (html) => printed.push(html) > 0 };
    const kiosk = newScreen(office, 'kiosk');
    await pairScreen(deskOf(office, office.who.lead), kiosk);
    expect((await kiosk.calls.screens.welcome({})).prints).toBe(true);
    const wish = takeOne();
    expect((await kiosk.calls.screens.takeTicket(wish)).printed).toBe(true);
    await kiosk.calls.screens.takeTicket(wish);
    expect(printed).toHaveLength(1);
    expect(printed[0]).toContain('رقمكم');
  });

  it('says so when the printer fails, and the number stands', async () => {
    office.ports.slipPrinter = { printSlip: () => Promise.reject(new Error('no paper')) };
    const kiosk = newScreen(office, 'kiosk');
    await pairScreen(deskOf(office, office.who.lead), kiosk);
    expect(await kiosk.calls.screens.takeTicket(takeOne())).toMatchObject({ number: 1, printed: false });
  });

  it('does not give number after number to somebody who only presses', async () => {
    const kiosk = newScreen(office, 'kiosk');
    await pairScreen(deskOf(office, office.who.lead), kiosk);
    for (let count = 0; count < 12; count += 1) await kiosk.calls.screens.takeTicket(takeOne());
    expect(await faultOf(kiosk.calls.screens.takeTicket(takeOne()))).toBe('RULE kiosk-busy');
    office.clock.advance(5 * 60_000 + 1);
    expect(await faultOf(kiosk.calls.screens.takeTicket(takeOne()))).toBeNull();
  });

  it('says truly that the day is closed', async () => {
    const kiosk = newScreen(office, 'kiosk');
    await pairScreen(deskOf(office, office.who.lead), kiosk);
    await deskOf(office, office.who.city).queue.closeDay({ requestId: requestId(), resolutions: [] });
    expect((await kiosk.calls.screens.welcome({})).state).toBe('closed');
    expect(await faultOf(kiosk.calls.screens.takeTicket(takeOne()))).toBe('RULE day-closed');
  });
});

describe('a display', () => {
  it('shows who is called where, and no word of who or why', async () => {
    const desk = deskOf(office, office.who.city);
    const display = newScreen(office, 'display');
    await pairScreen(deskOf(office, office.who.lead), display);
    const personId = newPerson(office, { givenName: 'Zerdeşt', familyName: 'Wunderlich' });
    const { ticketId, revision } = await desk.queue.checkIn({
      requestId: requestId(),
      spoken: 'kmr',
      topics: ['housing'],
      personId,
      doorNote: 'wartet draußen',
    });
    await desk.queue.call({ requestId: requestId(), ticketId, revision });
    const board = await display.calls.screens.board({});
    expect(board.calls).toMatchObject([
      { number: 1, label: 'A 001', desk: 1, languages: ['kmr', 'de'], repetition: 0, active: true },
    ]);
    const said = JSON.stringify(board);
    for (const secret of ['Zerdeşt', 'Wunderlich', 'housing', 'draußen', ticketId, personId])
      expect(said).not.toContain(secret);
  });

  it('repeats a call in more languages, and keeps it among the last ones when the person has come', async () => {
    const desk = deskOf(office, office.who.city);
    const display = newScreen(office, 'display');
    await pairScreen(deskOf(office, office.who.lead), display);
    const { ticketId } = await desk.queue.checkIn({
      requestId: requestId(),
      spoken: 'kmr',
      understood: 'ar',
      topics: [],
    });
    const on = async () => {
      const { tickets } = await desk.queue.today({});
      return { requestId: requestId(), ticketId, revision: tickets[0]?.revision ?? 0 };
    };
    const first = async () => (await display.calls.screens.board({})).calls[0];
    await desk.queue.call(await on());
    const called = await first();
    await desk.queue.recall(await on());
    const once = await first();
    expect(once).toMatchObject({ repetition: 1, languages: ['kmr', 'de', 'ar'], active: true });
    expect(once?.key).not.toBe(called?.key);
    await desk.queue.recall(await on());
    expect((await first())?.languages).toEqual(['kmr', 'de', 'ar', 'en', 'fa']);
    await desk.queue.undo(await on());
    expect(await first()).toEqual(once);
    await desk.queue.appeared(await on());
    expect(await first()).toMatchObject({ number: 1, active: false });
  });

  it('calls nobody who is rung up or visited', async () => {
    const display = newScreen(office, 'display');
    await pairScreen(deskOf(office, office.who.lead), display);
    const desk = deskOf(office, office.who.city);
    for (const kind of ['call-back', 'home-visit'] as const) {
      const { ticketId, revision } = await desk.queue.checkIn({
        requestId: requestId(),
        kind,
        spoken: 'de',
        topics: [],
      });
      await desk.queue.call({ requestId: requestId(), ticketId, revision });
      expect(await display.calls.screens.board({})).toMatchObject({ calls: [], waiting: 0 });
      await desk.queue.undo({ requestId: requestId(), ticketId, revision: revision + 1 });
    }
    expect(await display.calls.screens.board({})).toMatchObject({ calls: [], waiting: 0 });
  });

  it('is told by an empty word that something has changed', async () => {
    const desk = deskOf(office, office.who.city);
    const display = newScreen(office, 'display');
    await pairScreen(deskOf(office, office.who.lead), display);
    const ticks = await display.calls.screens.ticks({});
    expect((await ticks.next()).value).toEqual({});
    const next = ticks.next();
    await desk.queue.checkIn({ requestId: requestId(), spoken: 'de', topics: [] });
    expect((await next).value).toEqual({});
    await ticks.return(undefined);
  });

  it('shows the text that the desk has written', async () => {
    const display = newScreen(office, 'display');
    await pairScreen(deskOf(office, office.who.lead), display);
    await deskOf(office, office.who.city).screens.changeText({ requestId: requestId(), text: 'Heute bis 12 Uhr' });
    expect((await display.calls.screens.board({})).text).toBe('Heute bis 12 Uhr');
    expect(
      await faultOf(
        deskOf(office, office.who.city).screens.changeText({ requestId: requestId(), text: 'x'.repeat(121) }),
      ),
    ).toBe('INVALID_INPUT');
  });
});
