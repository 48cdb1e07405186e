import type { Slot } from '../appointments/appointments.contract.ts';
import type { OwnWords } from '../catalogue/own-words.ts';
import type { LocalDate } from '../kernel/instants.ts';
import type { StepOwner } from './step-phrase.contract.ts';
import type { PhraseValues } from './step-phrase.ts';

/** An agreed step as it stands on the sheet. */
export interface SheetStep {
  owner: StepOwner;
  /** The German words; of a phrase block too. */
  what: string;
  /** The block and its gaps, which are said in the client's language; null: free German text, shown as it is and marked. */
  phrase: ({ id: string } & PhraseValues) | null;
  /** The office's words of a block that it added; said in the client's language where it was given, else as free text. */
  ownWords?: OwnWords | null;
  dueOn: LocalDate | null;
}

/** Where to go: a partner that a step names. */
export interface SheetPlace {
  name: string;
  addressLines: readonly string[];
  phone: string;
  hours: string;
  /** Stop and line; empty: left out. */
  way: string;
}

/** The appointment that follows. */
export interface SheetAppointment {
  day: LocalDate;
  /** Wall time `HH:MM`. */
  from: string;
  place: Slot['place'];
  /** By which it is found again; null while it is only planned. */
  number: number | null;
  /** Where to go; empty where nobody has to go anywhere. */
  address: string;
  way: string;
}

/** Everything that is printed on the sheet for the client; nothing is looked up while rendering but the fixed phrases. */
export interface StepSheet {
  /** Any language of the catalogue. */
  language: string;
  handedOutOn: LocalDate;
  office: { name: string; address: string; way: string; phone: string; hours: string };
  steps: readonly SheetStep[];
  places: readonly SheetPlace[];
  appointment: SheetAppointment | null;
  /** `@font-face` rules with static Noto Sans and Vazirmatn as data URIs. */
  fontFaceCss: string;
}
