import { randomUUID } from 'node:crypto';
import { id, type SamplesOf, stale } from './parts.ts';

export const screensSamples = {
  pair: () => ({}),
  enter: () => ({ token: 'nobody' }),
  self: () => ({}),
  ticks: () => ({}),
  board: () => ({}),
  welcome: () => ({}),
  expectedWait: () => ({ language: 'ar' }),
  takeTicket: () => ({ requestId: randomUUID(), language: 'ar', topics: ['kita'] }),
  list: () => ({}),
  confirmPairing: () => ({ requestId: randomUUID(), code: '000000', name: 'Tablet' }),
  revoke: () => ({ requestId: randomUUID(), screenId: id }),
  openHere: () => ({ kind: 'display' }),
  settings: () => ({}),
  changeSettings: () => ({ requestId: randomUUID(), ...stale, network: false, port: 8017, paper: 'A6' }),
  changeText: () => ({ requestId: randomUUID(), text: 'Willkommen' }),
  selfTest: () => ({}),
  printSlip: () => ({ ticketId: id }),
} satisfies SamplesOf<'screens'>;
