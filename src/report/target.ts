/** Whether a phase keeps its target, from the scores that the result has of it. */

import { expectedAnnual } from '../metrics/levelised-cost.ts';
import type { PhaseResult } from '../results/document/result-document.ts';
import type { Matching, Scenario } from '../scenario/scenario.ts';
import { tolerance } from '../units.ts';

export type Target = Exclude<Matching, { kind: 'none' }>;

/** Of the load: in the least weather year, or in all by their weights, as the target asks; of months, of the whole year. */
export function reachedShare(
  { weatherYears }: PhaseResult,
  { kind, over }: Target,
  years: Scenario['weatherYears'],
): number {
  const shares = weatherYears.map(({ cfeScore, annualMatchShare }) =>
    kind === 'hourly' ? cfeScore : annualMatchShare,
  );
  if (over === 'everyYear') return Math.min(...shares);
  const loads = weatherYears.map(({ loadMWh }) => loadMWh);
  const load = expectedAnnual(years, loads);
  const claims = shares.map((share, y) => share * loads[y]!);
  return load === 0 ? 1 : expectedAnnual(years, claims) / load;
}

export const isKept = (reached: number, { target }: Target): boolean => reached >= target - tolerance.yearlyShare;
