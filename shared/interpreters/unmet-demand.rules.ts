/** How somebody left without being served. */
export const DEMAND_OUTCOMES = ['turned-away', 'gave-up'] as const;
export type DemandOutcome = (typeof DEMAND_OUTCOMES)[number];

/** Why: nobody spoke the language, too many waited, the office was closed, it was not the place for it. */
export const DEMAND_CAUSES = ['no-language', 'full', 'closed', 'wrong-place', 'other'] as const;
export type DemandCause = (typeof DEMAND_CAUSES)[number];
