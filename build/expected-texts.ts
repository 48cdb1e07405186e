import type { AnyContractProcedure } from '@orpc/contract';
import { catalogue } from '../shared/catalogue/catalogue.ts';
import { contract } from '../shared/contract.ts';
import { FAULTS, type ProcedureMeta } from '../shared/procedure.ts';
import type { ExpectedTexts } from './check-locales.ts';

/** Everything that the program can say of itself, read from the contract and the catalogue. */
export function expectedTexts(): ExpectedTexts {
  return {
    faultCodes: Object.keys(FAULTS),
    ruleReasons: [...new Set(procedures().flatMap((procedure) => [...(metaOf(procedure).faults.rule ?? [])]))],
    catalogueEntries: (['topics', 'obstacles', 'results', 'priorityReasons'] as const).flatMap((list) =>
      catalogue[list].map(({ id, de, en }) => ({ list, id, labels: { de, en } })),
    ),
    languageIds: catalogue.languages.map(({ id }) => id),
    topicIds: catalogue.topics.map(({ id }) => id),
  };
}

function procedures(): AnyContractProcedure[] {
  return Object.values(contract).flatMap((feature) => Object.values(feature) as AnyContractProcedure[]);
}

function metaOf(procedure: AnyContractProcedure): ProcedureMeta {
  // Every procedure was made by shared/procedure.ts, which requires it.
  return procedure['~orpc'].meta as ProcedureMeta;
}
