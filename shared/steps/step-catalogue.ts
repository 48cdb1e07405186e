import stepsFile from '../../resources/catalogues/steps.json' with { type: 'json' };
import type { Pictogram } from '../languages/pictograms.ts';
import type { StepOwner } from './step-phrase.contract.ts';

/** What a phrase block leaves open; filled from closed lists only, so that every gap can be said in every language. */
export const STEP_SLOTS = ['papers', 'place', 'topic'] as const;
export type StepSlot = (typeof STEP_SLOTS)[number];

export interface CentralStepPhrase {
  id: string;
  owner: StepOwner;
  slots: readonly StepSlot[];
  /** Topics for which it is proposed first; empty: for every one. */
  topics: readonly string[];
  pictogram: Pictogram;
}

// The JSON's strings are wider than the closed lists; step-catalogue.test.ts holds every entry against them.
/** The phrase blocks of steps that every office has. */
export const centralStepPhrases = stepsFile.phrases as readonly CentralStepPhrase[];
/** The papers that a step can name. */
export const stepPapers = stepsFile.papers as readonly { id: string; pictogram: Pictogram }[];
/** The kinds of places that a step can name, beside the partners of the directory. */
export const stepPlaces: readonly { id: string; topics: readonly string[] }[] = stepsFile.places;

/** The block with this id; null for one that this version of the catalogue does not have. */
export function findStepPhrase(id: string): CentralStepPhrase | null {
  return centralStepPhrases.find((phrase) => phrase.id === id) ?? null;
}

/** The pictogram of a paper; the general one for an id that the catalogue no longer has. */
export function paperPictogram(paperId: string): Pictogram {
  return stepPapers.find((paper) => paper.id === paperId)?.pictogram ?? 'papers';
}
