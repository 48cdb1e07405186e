import type { Figure } from './measure.ts';
import { compareRules, type Fairness } from './simulator/fairness.ts';
import { MISSPECIFIED, USUAL_OFFICE } from './simulator/simulated-office.ts';

const DAYS = 500;
const SEED = 1;

/** The order of calling beside ZMS's, first come first served, and accumulating priority, all over the same invented days. */
export function measureOrderOfCalling(): Figure[] {
  const rules = compareRules(USUAL_OFFICE, DAYS, SEED);
  const elsewhere = Object.entries(MISSPECIFIED).filter(([name]) => name !== 'usual' && name !== 'one desk');
  const ratios = elsewhere.map(([name, different]) => {
    const { ours, zms } = compareRules({ ...USUAL_OFFICE, ...different }, DAYS / 5, SEED);
    return `${name} ${ours.languageRatio.toFixed(2)} (${zms.languageRatio.toFixed(2)})`;
  });
  const figure = (
    what: string,
    unit: Figure['unit'],
    aim: number,
    of: (fairness: Fairness) => number,
    more = '',
  ): Figure => {
    const at = (fairness: Fairness) => ({ p50: of(fairness), p95: of(fairness), runs: DAYS });
    const others = `FIFO ${of(rules.fifo).toFixed(2)}, APQ ${of(rules.apq).toFixed(2)}`;
    return {
      id: 'P14',
      what,
      beside: 'ZMS',
      unit,
      ours: at(rules.ours),
      theirs: at(rules.zms),
      ratio: of(rules.ours) / of(rules.zms),
      aim: `≤ ${aim}`,
      holds: of(rules.ours) <= aim,
      note: more === '' ? others : `${others}; ${more}`,
    };
  };
  return [
    figure(
      'longest by shortest mean wait of a language',
      'share',
      1.6,
      ({ languageRatio }) => languageRatio,
      `elsewhere, ZMS in brackets: ${ratios.join(', ')}`,
    ),
    figure('p95 wait of walk-ins', 'minutes', 76, ({ walkInP95 }) => walkInP95),
    figure('p95 wait of urgent ones', 'minutes', 28, ({ urgentP95 }) => urgentP95),
    figure('p95 wait of appointments', 'minutes', 23, ({ appointmentP95 }) => appointmentP95),
  ];
}
