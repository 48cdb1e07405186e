import type { SeriesShown } from '../../../shared/appointments/consulting-hours.contract.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import type { PlanEntry } from './week-plan.ts';

/** Which sheet lies over the week of consulting hours. */
export type HoursSheetAsked =
  | { sheet: 'add'; day: LocalDate }
  | { sheet: 'extra'; day: LocalDate }
  | { sheet: 'look'; entryId: string; day: LocalDate }
  | { sheet: 'otherwise'; entry: PlanEntry; day: LocalDate }
  | { sheet: 'change'; series: SeriesShown; day: LocalDate }
  | { sheet: 'end'; series: SeriesShown; day: LocalDate };
