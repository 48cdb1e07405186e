import { contract } from '../../../shared/contract.ts';
import { renderReserveSheetHtml } from '../../../shared/queue/reserve-sheet.ts';
import { findOffice } from '../office/office-row.ts';
import { command, type Handler, query } from '../rpc/handlers.ts';
import { actOnTicket, startTicket } from './act-on-ticket.ts';
import { callNext } from './call-next.ts';
import { changeTicket } from './change-ticket.ts';
import { checkIn } from './check-in.ts';
import { closeDay, reopenDay } from './close-day.ts';
import { correctTime } from './correct-time.ts';
import { enterPaper } from './enter-paper.ts';
import { forwardTicket } from './forward-ticket.ts';
import { park } from './park.ts';
import { queueToday } from './queue-view.ts';
import { quickLane } from './quick-lane.ts';
import { recallTicket } from './recall.ts';
import { findReturnSlip, returnSlipHtml } from './return-slip.ts';
import { slipOf } from './slip-of.ts';
import { tally, undoTally } from './tally.ts';
import { ticketHistory } from './ticket-history.ts';
import { ticketLabel } from './ticket-label.ts';
import { undoOnTicket } from './undo-on-ticket.ts';

const { queue } = contract;

export const queueHandlers = {
  today: query(queue.today, (db, _input, who, core) => queueToday(db, core, who)),
  checkIn: command(queue.checkIn, (tx, input, who) => checkIn(tx, input, who)),
  change: command(queue.change, (tx, input, who) => changeTicket(tx, input, who)),
  callNext: command(queue.callNext, (tx, input, who, core) => callNext(tx, who, core, input.lane)),
  call: command(queue.call, (tx, input, who) => actOnTicket(tx, input, 'called', who)),
  appeared: command(queue.appeared, (tx, input, who) => actOnTicket(tx, input, 'appeared', who)),
  notAppeared: command(queue.notAppeared, (tx, input, who) => actOnTicket(tx, input, 'not-appeared', who)),
  start: command(queue.start, (tx, input, who) => startTicket(tx, input, who)),
  park: command(queue.park, (tx, input, who) => park(tx, input, who)),
  recall: command(queue.recall, (tx, input, who) => recallTicket(tx, input, who)),
  forward: command(queue.forward, (tx, input, who) => forwardTicket(tx, input, input, who)),
  correctTime: command(queue.correctTime, (tx, input, who) => correctTime(tx, input, input, who)),
  history: query(queue.history, (db, input) => ticketHistory(db, input.ticketId)),
  requeue: command(queue.requeue, (tx, input, who) => actOnTicket(tx, input, 'requeued', who)),
  leave: command(queue.leave, (tx, input, who) => actOnTicket(tx, input, 'left', who, input.reason)),
  undo: command(queue.undo, (tx, input, who) => undoOnTicket(tx, input, who)),
  slip: query(queue.slip, (db, input, _who, core) => ({ html: slipOf(db, core, input.ticketId) })),
  findReturnSlip: query(queue.findReturnSlip, (db, { code }) => {
    const ticket = findReturnSlip(db, code);
    const { day, spoken, understood, read, topics } = ticket;
    return { day, label: ticketLabel(findOffice(db).ticket_letter, ticket.number), spoken, understood, read, topics };
  }),
  returnSlip: query(queue.returnSlip, (db, input, _who, core) => ({ html: returnSlipHtml(db, core, input.ticketId) })),
  reserveSheet: query(queue.reserveSheet, (db, input, _who, core) => {
    const { name: officeName, ticket_letter: letterPrefix } = findOffice(db);
    const { fontFaceCss } = core.ports;
    return { html: renderReserveSheetHtml({ ...input, officeName, letterPrefix, fontFaceCss }) };
  }),
  enterPaper: command(queue.enterPaper, (tx, input, who) => enterPaper(tx, input, who)),
  tally: command(queue.tally, (tx, input, who) => tally(tx, input, who)),
  undoTally: command(queue.undoTally, (tx, input) => {
    undoTally(tx, input.contactId);
    return {};
  }),
  quickLane: query(queue.quickLane, (db, _input, _who, core) => quickLane(db, core.ports.clock.now())),
  closeDay: command(queue.closeDay, (tx, input, who) => closeDay(tx, input.resolutions, who)),
  reopenDay: command(queue.reopenDay, (tx, _input, who) => {
    reopenDay(tx, who);
    return {};
  }),
} satisfies Record<keyof typeof queue, Handler>;
