/** Documents on their way to an answer, and how numbers of it are told. Gaps may be as coarse as the figures allow. */

import { expect } from 'vitest';
import { scorecard, type WeatherYearScore } from '../../src/metrics/scorecard.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import type { Proven } from '../../src/studies/answer.ts';
import { dispatch } from '../../src/studies/dispatch.ts';
import type { Engine } from '../../src/studies/engine.ts';
import { plan } from '../../src/studies/plan.ts';
import { engineOf, proven } from '../fixtures/answers.ts';
import { grid, load, target } from './documents.ts';

interface Solved {
  readonly scenario: Scenario;
  readonly answer: Proven;
  /** Of the first weather year, by phase. */
  readonly scores: readonly WeatherYearScore[];
}

export const engineTo = (relativeGap: number): Engine => ({ ...engineOf(highsSolver, 'decomposed'), relativeGap });

export async function solved(
  document: unknown,
  relativeGap = 1e-4,
  study: 'plan' | 'dispatch' = 'plan',
): Promise<Solved> {
  const { scenario } = await load(document);
  const engine = engineTo(relativeGap);
  const answer = proven(await (study === 'plan' ? plan(scenario, engine, 'together') : dispatch(scenario, engine)));
  const scores = scorecard(scenario, answer.schedule).map(({ weatherYears }) => weatherYears[0]!);
  return { scenario, answer, scores };
}

export const annualCostOf = ({ cost }: Proven, phase: string): number =>
  cost.items.reduce((all, item) => all + (item.phase === phase ? item.annualValue : 0), 0);

/** Numbers may differ by a share. */
export const expectWithin = (share: number, actual: number, expected: number): void =>
  expect(Math.abs(actual / expected - 1), `${actual} beside ${expected}`).toBeLessThan(share);

export const withoutStorage = (share: number) => ({ storages: [], grid, matching: target('hourly', share) });

/** Wind, sun and battery of a campus that is there. */
export const standing = [{ committedMW: 60 }, { committedMW: 120 }, { committedMW: 40, committedMWh: 200 }] as const;
