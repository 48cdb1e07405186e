import {
  IconAlarm,
  IconAlertTriangle,
  IconArrowForwardUp,
  IconBolt,
  IconCalendarEvent,
  IconClockHour4,
  IconHelpCircle,
  IconHome,
  IconLanguage,
  IconMessage2,
  IconMoodKid,
  IconPencil,
  IconPhone,
  IconUserCheck,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../shared/queue/queue.contract.ts';
import type { ForwardTarget } from '../../shared/queue/ticket-event-detail.ts';
import { useSession } from '../access/session-store.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { useFormats } from '../i18n/formats.ts';
import { useServingMark } from '../interpreters/serving-mark.tsx';
import { Bdi } from '../ui/bdi.tsx';
import { LeftOverMark } from './left-over.tsx';
import { Mark } from './mark.tsx';
import { isLeavingReason, isParkingReason } from './reasons.ts';
import classes from './ticket-marks.module.css';
import { usePromiseText } from './use-promise-text.ts';
import { useStaffNames } from './use-staff-names.ts';
import { useWhyText } from './use-why-text.ts';

const KIND_ICONS = {
  'walk-in': IconCalendarEvent,
  appointment: IconCalendarEvent,
  'call-back': IconPhone,
  'home-visit': IconHome,
} as const;

/** What matters about a ticket beside language and topic, each with its word: priority, appointment, children, note, who can serve it. */
export function TicketMarks({ ticket, full = false }: { ticket: TicketView; full?: boolean }) {
  const { t } = useTranslation('queue');
  const { priorityReason } = useCatalogue();
  const session = useSession();
  const formats = useFormats();
  const whyText = useWhyText();
  const promiseText = usePromiseText();
  const nameOf = useStaffNames();
  const fits = ticket.servableBy
    .filter((staffId) => staffId !== session.staffId)
    .map(nameOf)
    .filter((name) => name !== '');
  const KindIcon = KIND_ICONS[ticket.kind];
  const forwardedTo = ({ desk, staffId, employerId }: ForwardTarget) => {
    if (staffId !== null) return staffId === session.staffId ? t('you') : nameOf(staffId);
    if (desk !== null) return t('history.desk', { desk });
    return employerId === session.employerId ? t('forward.ownEmployer') : t('forward.otherEmployer');
  };
  const servingMark = useServingMark();
  const needs = ticket.state === 'waiting' ? servingMark(ticket.id) : null;
  const iFit = ticket.servableBy.includes(session.staffId);
  // The header of one's own ticket says its state already.
  const isAtDesk = ticket.state === 'called' || ticket.state === 'appeared' || ticket.state === 'serving';
  return (
    <span className={classes.marks}>
      {ticket.priorityReason && (
        <Mark kind="urgent" icon={<IconAlertTriangle size={15} aria-hidden />}>
          {priorityReason(ticket.priorityReason)}
        </Mark>
      )}
      <LeftOverMark ticket={ticket} />
      {ticket.kind !== 'walk-in' && (
        <Mark icon={<KindIcon size={15} aria-hidden />}>
          {t(`kind.${ticket.kind}`)}
          {ticket.dueAt !== null && ticket.dueAt !== ticket.arrivedAt && ` ${formats.time(ticket.dueAt)}`}
        </Mark>
      )}
      {ticket.lane === 'quick' && <Mark icon={<IconBolt size={15} aria-hidden />}>{t('quickLane')}</Mark>}
      {ticket.genderWish !== null && <Mark>{t(`genderWish.${ticket.genderWish}`)}</Mark>}
      {ticket.forwardedTo !== null && (
        <Mark icon={<IconArrowForwardUp size={15} aria-hidden />}>
          {t('forwardedTo', { to: forwardedTo(ticket.forwardedTo) })}
          {ticket.forwardWords !== '' && (
            <>
              {': '}
              <Bdi>{ticket.forwardWords}</Bdi>
            </>
          )}
        </Mark>
      )}
      {ticket.state === 'waiting' && ticket.undoable?.type === 'woken' && (
        <Mark icon={<IconAlarm size={15} aria-hidden />}>
          {t('wokenMark', { what: isParkingReason(ticket.reason) ? t(`parkingReason.${ticket.reason}`) : '' })}
        </Mark>
      )}
      {full && ticket.promise !== null && ticket.state === 'waiting' && (
        <Mark icon={<IconClockHour4 size={15} aria-hidden />}>{promiseText(ticket.promise)}</Mark>
      )}
      {ticket.corrected && full && <Mark icon={<IconPencil size={15} aria-hidden />}>{t('correctedTimes')}</Mark>}
      {full && ticket.why !== null && (ticket.state === 'waiting' || ticket.state === 'called') && (
        <Mark icon={<IconHelpCircle size={15} aria-hidden />}>
          {t(ticket.state === 'waiting' ? 'whyHere' : 'whyCalled', { why: whyText(ticket.why) })}
        </Mark>
      )}
      {ticket.children > 0 && (
        <Mark icon={<IconMoodKid size={15} aria-hidden />}>{t('children', { count: ticket.children })}</Mark>
      )}
      {ticket.adults > 0 && full && (
        <Mark icon={<IconUserCheck size={15} aria-hidden />}>{t('adults', { count: ticket.adults })}</Mark>
      )}
      {ticket.doorNote !== '' && (
        <Mark icon={<IconMessage2 size={15} aria-hidden />}>
          <Bdi>{ticket.doorNote}</Bdi>
        </Mark>
      )}
      {ticket.state === 'parked' && isParkingReason(ticket.reason) && (
        <Mark>
          {t(`parkingReason.${ticket.reason}`)}
          {ticket.wakeAt !== null && ` · ${t('wakesAt', { time: formats.time(ticket.wakeAt) })}`}
        </Mark>
      )}
      {ticket.state === 'left' && isLeavingReason(ticket.reason) && <Mark>{t(`leavingReason.${ticket.reason}`)}</Mark>}
      {ticket.state === 'waiting' && (iFit || fits.length > 0) && (
        <Mark>{t('fits', { names: [...(iFit ? [t('you')] : []), ...fits].join(', ') })}</Mark>
      )}
      {needs && <Mark icon={<IconLanguage size={15} aria-hidden />}>{needs}</Mark>}
      {isAtDesk && (!full || ticket.staffId !== session.staffId) && (
        <Mark>
          {t(`state.${ticket.state}`)}
          {' · '}
          {ticket.staffId === session.staffId ? t('you') : nameOf(ticket.staffId)}
        </Mark>
      )}
    </span>
  );
}
