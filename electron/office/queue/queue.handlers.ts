import { contract } from '../../../shared/contract.ts';
import { localDateOf, localTimeOf } from '../../../shared/kernel/instants.ts';
import { renderSlipHtml } from '../../../shared/queue/slip.ts';
import { findOffice } from '../office/office-row.ts';
import { command, type Handler, query } from '../rpc/handlers.ts';
import { actOnTicket, startTicket } from './act-on-ticket.ts';
import { callNext } from './call-next.ts';
import { changeTicket } from './change-ticket.ts';
import { checkIn } from './check-in.ts';
import { closeDay, reopenDay } from './close-day.ts';
import { queueToday } from './queue-view.ts';
import { getTicket } from './ticket-row.ts';
import { undoOnTicket } from './undo-on-ticket.ts';

const { queue } = contract;

export const queueHandlers = {
  today: query(queue.today, (db, _input, who, core) => queueToday(db, core, who)),
  checkIn: command(queue.checkIn, (tx, input, who) => checkIn(tx, input, who)),
  change: command(queue.change, (tx, input, who) => changeTicket(tx, input, who)),
  callNext: command(queue.callNext, (tx, _input, who, core) => callNext(tx, who, core)),
  call: command(queue.call, (tx, input, who) => actOnTicket(tx, input, 'called', who)),
  appeared: command(queue.appeared, (tx, input, who) => actOnTicket(tx, input, 'appeared', who)),
  notAppeared: command(queue.notAppeared, (tx, input, who) => actOnTicket(tx, input, 'not-appeared', who)),
  start: command(queue.start, (tx, input, who) => startTicket(tx, input, who)),
  park: command(queue.park, (tx, input, who) => actOnTicket(tx, input, 'parked', who, input.reason)),
  requeue: command(queue.requeue, (tx, input, who) => actOnTicket(tx, input, 'requeued', who)),
  leave: command(queue.leave, (tx, input, who) => actOnTicket(tx, input, 'left', who, input.reason)),
  undo: command(queue.undo, (tx, input, who) => undoOnTicket(tx, input, who)),
  slip: query(queue.slip, (db, input, _who, core) => {
    const ticket = getTicket(db, input.ticketId);
    const office = findOffice(db);
    const html = renderSlipHtml({
      number: ticket.number,
      letterPrefix: office.ticket_letter,
      issuedAtLocal: { date: localDateOf(ticket.arrived_at), time: localTimeOf(ticket.arrived_at) },
      officeName: office.name,
      language: ticket.spoken,
      readLanguage: ticket.read,
      fontFaceCss: core.ports.fontFaceCss,
    });
    return { html };
  }),
  closeDay: command(queue.closeDay, (tx, input, who) => closeDay(tx, input.resolutions, who)),
  reopenDay: command(queue.reopenDay, (tx) => {
    reopenDay(tx);
    return {};
  }),
} satisfies Record<keyof typeof queue, Handler>;
