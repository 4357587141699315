import { expect, test } from 'vitest';
import type { TierScore } from '../../src/metrics/tier-score.ts';
import { comparisonSentences } from '../../src/report/comparisons.ts';
import { englishText } from '../../src/report/language/language.ts';
import { phaseQuantities } from '../../src/report/phase-quantities.ts';
import { exampleReport } from './example-report.ts';

const { document } = exampleReport({ hours: 240, phases: 2 });

/** The document with other tiers in the weather years of its phases. */
function withTiers(of: (p: number) => readonly Omit<TierScore, 'name'>[]): typeof document {
  const phases = document.phases.map((phase, p) => ({
    ...phase,
    weatherYears: of(p).map((tier) => ({ ...phase.weatherYears[0]!, tiers: [{ name: 'training', ...tier }] })),
  }));
  return { ...document, phases };
}

const rowOf = (of: typeof document, start: string) =>
  phaseQuantities(of)
    .find(({ name }) => englishText(name).startsWith(start))
    ?.values.map((value) => englishText(value!));

test('a tier whose work and power are apart has its energy for the work and its loss, over all weather years', () => {
  const throughput = (workMWh: number) => ({ throughput: { workMWh, energyMWh: 500, lostMWh: 500 - workMWh } });
  const apart = withTiers((p) => [throughput(400), throughput(400 - 200 * p)]);
  expect(rowOf(apart, 'Energy per work, training')).toEqual(['1.250', '1.667']);
  expect(rowOf(apart, 'Throughput lost, training')).toEqual(['20.0 %', '40.0 %']);
  expect(rowOf(document, 'Energy per work')).toBeUndefined();
});

test('a tier whose reductions are bounded has the deepest of them, and the least endurance that was left', () => {
  const endurance = (deepestShare: number, leastLeftShare: number) => ({
    endurance: { heldBackMWh: 1, deepestShare, leastLeftShare },
  });
  const tired = withTiers((p) => [endurance(0.2 + 0.1 * p, 0.5), endurance(0.25, 0.125)]);
  expect(rowOf(tired, 'Deepest reduction, training')).toEqual(['25.0 %', '30.0 %']);
  expect(rowOf(tired, 'Least endurance left, training')).toEqual(['12.5 %', '12.5 %']);
  expect(rowOf(tired, 'Energy per work')).toBeUndefined();
});

test('overhead that stays is told as a share of the load of all weather years', () => {
  const [phase] = document.phases;
  const year = (loadMWh: number) => ({
    ...phase!.weatherYears[0]!,
    loadMWh,
    overhead: { fixedMWh: 10, followingMWh: 5, warmthMWh: 5 },
  });
  const apart = { ...document, phases: [{ ...phase!, weatherYears: [year(60), year(100)] }] };
  expect(rowOf(apart, 'Overhead that stays')).toEqual(['12.5 %']);
  expect(rowOf(document, 'Overhead that stays')).toBeUndefined();
});

test('how much a PUE would overrate flexible load is said with both costs', () => {
  const objective = document.cost!.objective;
  const twin = { kind: 'proportionalOverhead', status: 'optimal', objective: 0.8 * objective, phases: [] } as const;
  const [sentence] = comparisonSentences({ ...document, baselines: [twin] });
  expect(englishText(sentence!)).toContain(
    'as a PUE has it, flexible load would be overrated; this plan costs 25.0 % more than that one',
  );
  const none = { ...twin, status: 'infeasible' } as const;
  expect(englishText(comparisonSentences({ ...document, baselines: [none] })[0]!)).toContain(
    'no plan keeps the promise',
  );
});

test('reserve and margin are told as the least of the weather years, and what they cost in one sentence', () => {
  const [phase] = document.phases;
  const year = (leastReserveHours: number) => ({
    ...phase!.weatherYears[0]!,
    security: { leastReserveHours, uncountedMWh: 100 * leastReserveHours },
  });
  const secured = { ...document, phases: [{ ...phase!, weatherYears: [year(6), year(4)] }] };
  expect(rowOf(secured, 'Firm load in store, least')).toEqual(['4']);
  expect(rowOf(secured, 'Output not counted, least year')).toEqual(['400']);
  expect(rowOf(document, 'Firm load in store, least')).toBeUndefined();
  const objective = document.cost!.objective;
  const twin = { kind: 'withoutSecurity', status: 'optimal', objective: 0.8 * objective, phases: [] } as const;
  const [sentence] = comparisonSentences({ ...document, baselines: [twin] });
  expect(englishText(sentence!)).toContain(
    'With its reserve in store and its margin of plant this plan costs 25.0 % more than',
  );
});
