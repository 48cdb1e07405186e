import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AppointmentFields } from '../../../shared/appointments/appointment-view.ts';
import { orpc } from '../../rpc/client.ts';
import type { CheckResult } from './obstacle-words.ts';

/** What the office says stands in the way of these fields; null while it has not said anything of them yet. */
export function useCheck(
  fields: AppointmentFields | null,
  appointmentId: string | null,
): { found: CheckResult | null; isFresh: boolean } {
  const check = useQuery({
    ...orpc.appointments.check.queryOptions({ input: { ...wantedOf(fields ?? NOTHING), appointmentId } }),
    enabled: fields !== null,
    placeholderData: keepPreviousData,
    // What somebody else books meanwhile stands in the way too.
    staleTime: 0,
  });
  const isFresh = !check.isPlaceholderData && check.data !== undefined;
  return { found: fields !== null && isFresh ? check.data : null, isFresh };
}

function wantedOf(fields: AppointmentFields) {
  const {
    kind,
    day,
    from,
    minutes,
    place,
    outpostId,
    travelMinutes,
    language,
    topics,
    staffIds,
    personIds,
    interpreterId,
  } = fields;
  return {
    kind,
    day,
    from,
    minutes,
    place,
    outpostId,
    travelMinutes,
    language,
    topics,
    staffIds,
    personIds,
    interpreterId,
  };
}

/** Never asked: the question needs some fields even while it is not put. */
const NOTHING: AppointmentFields = {
  kind: 'talk',
  day: '2000-01-01',
  from: '00:00',
  minutes: 5,
  place: 'office',
  outpostId: null,
  travelMinutes: 0,
  language: null,
  topics: [],
  staffIds: [],
  personIds: [],
  interpreterId: null,
  seats: 1,
  unnamed: 0,
  partnerId: null,
  reach: '',
  note: '',
  requestedOn: null,
  despiteWarnings: false,
};
