import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ToOffice } from '../../../shared/desktop/shell-messages.ts';
import type { DeskClient } from '../desk-client.ts';
import { takeInstanceLock } from '../instance-lock.ts';
import { startTestOfficeProcess } from '../testing/test-office-process.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-office-process-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (dataFolder: string, more: Partial<ToOffice & { type: 'start' }> = {}): ToOffice => ({
  type: 'start',
  dataFolder,
  training: true,
  keychain: false,
  slipPrinter: false,
  ...more,
});

async function signIn(client: DeskClient) {
  const { trainingPassphrase, signInNames } = await client.office.status({});
  return await client.access.signIn({ name: signInNames[0] ?? '', passphrase: trainingPassphrase ?? '', desk: 1 });
}

test('a person signs in over a line of the shell; lock, reload and quit end the session', async () => {
  const office = startTestOfficeProcess();
  office.tell(start(folder));
  // Before the office is ready: the page's window opens sooner.
  const first = office.connect();
  const person = await signIn(first.client);
  expect((await first.client.access.whoAmI({})).staffId).toBe(person.staffId);

  office.tell({ type: 'lock' });
  await expect(first.client.access.whoAmI({})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await signIn(first.client);

  const second = office.connect();
  await expect(second.client.access.whoAmI({})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  const before = office.disconnected.length;
  office.tell({ type: 'disconnect', screen: first.screen });
  await first.closed;
  expect(office.disconnected).toHaveLength(before + 1);

  office.tell({ type: 'stop' });
  await office.heard('stopped');
  await second.closed;
  await vi.waitFor(() => expect(office.exits).toEqual([0]));
  const lock = takeInstanceLock(folder);
  expect(lock).not.toBeNull();
  lock?.release();
});

test('a line that says nonsense is closed, and nobody else notices', async () => {
  const office = startTestOfficeProcess();
  office.tell(start(folder, { training: false }));
  const [stranger, desk] = [office.connect(), office.connect()];
  await stranger.client.office.status({});
  stranger.send('{"i":');
  await stranger.closed;
  expect((await desk.client.office.status({})).phase).toBe('empty');
  expect(office.exits).toEqual([]);
  office.tell({ type: 'stop' });
  await office.heard('stopped');
});

test('data that another process has is left alone', async () => {
  const lock = takeInstanceLock(folder);
  const office = startTestOfficeProcess();
  office.tell(start(folder));
  const page = office.connect();
  await office.heard('refused');
  expect(office.said).toEqual([{ type: 'refused', why: 'in-use' }]);
  await page.closed;
  await vi.waitFor(() => expect(office.exits).toEqual([1]));
  expect([office.offered, existsSync(join(folder, 'office.db'))]).toEqual([[], false]);
  lock?.release();
});

test('an office that can not start says so without a reason', async () => {
  const office = startTestOfficeProcess();
  office.tell(start(join(folder, '\0')));
  await office.heard('refused');
  expect(office.said).toEqual([{ type: 'refused', why: 'failed' }]);
  await vi.waitFor(() => expect(office.exits).toEqual([1]));
});

test('the office prints and wraps through the shell, and has a keychain only where the shell has', async () => {
  const office = startTestOfficeProcess();
  office.tell(start(folder, { keychain: true, training: false }));
  await office.heard('ready');
  const [ports] = office.offered;
  const wrapping = ports?.keychain?.wrap(new Uint8Array([1]));
  expect(office.said.at(-1)).toEqual({
    type: 'ask',
    request: 1,
    question: { service: 'keychain-wrap', secret: new Uint8Array([1]) },
  });
  office.tell({ type: 'answer', request: 1, bytes: new Uint8Array([9]) });
  expect(await wrapping).toEqual(new Uint8Array([9]));

  const printing = ports?.printer.printToPdf('<p>x</p>', { title: 'x', language: 'de' });
  office.tell({ type: 'stop' });
  // Quitting does not wait for a print that nobody makes any more.
  await expect(printing).rejects.toThrow('print-to-pdf');
  await office.heard('stopped');

  const other = startTestOfficeProcess();
  other.tell(start(join(folder, 'other'), { keychain: false, training: false }));
  await other.heard('ready');
  expect(other.offered[0]?.keychain).toBeNull();
  other.tell({ type: 'stop' });
  await other.heard('stopped');
});

test('a second window is let in as what it is, and the desk opens it through the shell', async () => {
  const office = startTestOfficeProcess();
  office.tell(start(folder, { slipPrinter: true }));
  await office.heard('ready');
  const display = office.connect('display');
  const { screens } = display.client;
  expect((await screens.board({})).officeName).not.toBe('');
  // For a display there is no desk and no kiosk.
  await expect(screens.welcome({})).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(display.client.queue.today({})).rejects.toMatchObject({ code: 'NOT_FOUND' });

  const desk = office.connect();
  await signIn(desk.client);
  const opening = desk.client.screens.openHere({ kind: 'kiosk' });
  await vi.waitFor(() =>
    expect(office.said.at(-1)).toMatchObject({ type: 'ask', question: { service: 'open-screen', kind: 'kiosk' } }),
  );
  office.tell({ type: 'answer', request: 1, bytes: new Uint8Array() });
  expect(await opening).toEqual({ url: null });
  const { screens: listed } = await desk.client.screens.list({});
  expect(listed).toMatchObject([{ kind: 'display', pairedAt: null, connected: true }]);
  expect((await desk.client.screens.settings({})).prints).toBe(true);

  await desk.client.screens.revoke({ requestId: crypto.randomUUID(), screenId: listed[0]?.id ?? '' });
  await display.closed;
  office.tell({ type: 'stop' });
  await office.heard('stopped');
});

test('a shell that says what is not in the list is a fault of ours', () => {
  const office = startTestOfficeProcess();
  expect(() => office.tell({ type: 'open-door' } as unknown as ToOffice)).toThrow('Invalid');
});
