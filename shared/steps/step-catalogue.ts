import stepsFile from '../../resources/catalogues/steps.json' with { type: 'json' };
import type { Pictogram } from '../languages/pictograms.ts';
import type { StepOwner } from './step-phrase.contract.ts';

/** What a phrase block leaves open; filled from closed lists only, so that every gap can be said in every language. */
export const STEP_SLOTS = ['papers', 'place', 'topic'] as const;
export type StepSlot = (typeof STEP_SLOTS)[number];

/** A phrase block: of the central part, or one that an office added, which has no gaps. */
export interface StepBlock {
  id: string;
  owner: StepOwner;
  slots: readonly StepSlot[];
  /** Topics for which it is proposed first; empty: for every one. */
  topics: readonly string[];
  pictogram: Pictogram;
}

// The JSON's strings are wider than the closed lists; step-catalogue.test.ts holds every entry against them.
/** The phrase blocks of steps that every office has. */
export const centralStepPhrases = stepsFile.phrases as readonly StepBlock[];
/** The papers that a step can name. */
export const stepPapers = stepsFile.papers as readonly { id: string; pictogram: Pictogram }[];
/** The kinds of places that a step can name, beside the partners of the directory. */
export const stepPlaces: readonly { id: string; topics: readonly string[] }[] = stepsFile.places;

/** An added block: a whole sentence for every topic, with the picture of whose step it is. */
export function ownStepBlock({ id, owner }: { id: string; owner: StepOwner }): StepBlock {
  return { id, owner, slots: [], topics: [], pictogram: owner === 'us' ? 'office' : owner };
}

/** The central block with this id; null for one that this version of the catalogue does not have. */
export function findStepPhrase(id: string): StepBlock | null {
  return centralStepPhrases.find((phrase) => phrase.id === id) ?? null;
}

/** The pictogram of a paper; the general one for an id that the catalogue no longer has. */
export function paperPictogram(paperId: string): Pictogram {
  return stepPapers.find((paper) => paper.id === paperId)?.pictogram ?? 'papers';
}
