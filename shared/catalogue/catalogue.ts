import { z } from 'zod';
import catalogueFile from '../../resources/catalogues/catalogue.json' with { type: 'json' };
import districtsFile from '../../resources/catalogues/districts.json' with { type: 'json' };
import officesFile from '../../resources/catalogues/offices.json' with { type: 'json' };
import { centralIdOf } from './own-ids.ts';

/** The central catalogue: what every office counts by. Ids are stable; the labels are in the file itself (German, English). */
export const catalogue = catalogueFile;
/** The seven offices of the network with the partner of each. */
export const knownOffices = officesFile.offices;
/** The districts (Stadtbezirke) and their statistical districts. */
export const districts: Readonly<Record<string, readonly string[]>> = districtsFile.districts;

function oneOf(entries: readonly { id: string }[]) {
  const known = new Set(entries.map((entry) => entry.id));
  return z.string().refine((id) => known.has(id));
}

/** A central entry, or one that an office added below it: whether this office has that one, the office alone knows. */
function oneOfOrBelow(entries: readonly { id: string }[]) {
  const central = new Set(entries.map((entry) => entry.id));
  return z.string().refine((id) => central.has(centralIdOf(id)));
}

export const TopicId = oneOfOrBelow(catalogue.topics);
export const ObstacleId = oneOfOrBelow(catalogue.obstacles);
export const ResultId = oneOfOrBelow(catalogue.results);
export const PriorityReasonId = oneOf(catalogue.priorityReasons);
export const LanguageId = oneOf(catalogue.languages);
/** Stands for a language that somebody reads where they cannot read at all. */
export const CANNOT_READ = 'none';
/** A language that somebody reads, or that they cannot read. */
export const ReadingLanguageId = z.union([LanguageId, z.literal(CANNOT_READ)]);
export const District = z.string().refine((name) => Object.hasOwn(districts, name));
export const LEGAL_REGIMES = ['DSGVO_NRW', 'DSGVO_BDSG', 'KDG', 'DSG_EKD'] as const;
export const LegalRegime = z.enum(LEGAL_REGIMES);

/** The languages in which every text that a client reads is there. */
export const CLIENT_LANGUAGES = ['de', 'en', 'ar', 'fa', 'kmr', 'ckb'] as const;
export type ClientLanguage = (typeof CLIENT_LANGUAGES)[number];

/** Whether a language is written from right to left. Kurmancî is not, Sorani is. */
export function isRightToLeft(languageId: string): boolean {
  return catalogue.languages.some((language) => language.id === languageId && language.direction === 'rtl');
}

/** The obstacle's level: what hinders this person, or what in the city causes it. An added one has its parent's. */
export function obstacleLevel(obstacleId: string): 'person' | 'city' {
  const centralId = centralIdOf(obstacleId);
  return catalogue.obstacles.find((obstacle) => obstacle.id === centralId)?.level === 'city' ? 'city' : 'person';
}
