/** What a cut of a phase does: nothing to a plan that goes on through it, and never harm to the cost. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CostByYear, Matching, Scenario } from '../../src/scenario/scenario.ts';
import type { BuildOut, Schedule } from '../../src/schedule/schedule.ts';
import type { Proven } from '../../src/studies/answer.ts';
import { recomputeCost } from '../../src/verify/cost.ts';
import { verifySchedule } from '../../src/verify/verify-schedule.ts';
import { planned } from '../fixtures/answers.ts';
import { randomSite } from '../fixtures/random-site.ts';
import { everyHour, own, phase } from '../fixtures/site.ts';
import { chanceOf } from '../verify/random-plan.ts';

const rules: readonly Matching[] = [
  everyHour,
  { kind: 'hourly', target: 0.9, over: 'everyYear' },
  { kind: 'hourly', target: 0.8, over: 'onAverage' },
  { kind: 'none' },
];
const draws = fc.record({ seed: fc.nat(), matching: fc.constantFrom(...rules), cut: fc.nat() });
const run = { numRuns: 40, seed: 20260714 };

/** A site whose plant wears out within its phases, in whole years and parts of them, at prices that rise and fall. */
function wearingOut(seed: number, matching: Matching): Scenario {
  const chance = chanceOf(seed);
  const drawn = randomSite({ seed, matching });
  const life = () => [1, 1.5, 2, 3, 4.5, 7, 30][Math.floor(7 * chance())]!;
  const table = (value: number): CostByYear =>
    [2030, 2034, 2038, 2042].map((year) => ({ year, value: value * (0.2 + 3 * chance()) }));
  const [firstYears, secondYears] = [3 + Math.floor(5 * chance()), 4 + Math.floor(6 * chance())];
  const secondFrom = 2030 + firstYears;
  const cost = (value: number) => own(table(value), table(value / 50));
  return {
    ...drawn,
    phases: [phase('first', 2030, firstYears, 20), phase('second', secondFrom, secondYears, 50)],
    renewables: drawn.renewables.map((plant, i) => ({
      ...plant,
      lifetimeYears: life(),
      purchase: cost([400, 1000][i]!),
      committedMW: chance() < 0.5 ? 0 : 20 * chance(),
      // Wind there must be from the first hour on.
      availableFrom: i === 0 && chance() < 0.5 ? secondFrom : 2030,
      wheelingPerMWh: i === 0 ? 0.002 : 0,
    })),
    storages: drawn.storages.map((storage) => ({
      ...storage,
      lifetimeYears: life(),
      powerLifetimeYears: life(),
      capexPerMW: table(60),
      capexPerMWh: table(100),
      ...(chance() < 0.5 ? {} : { committedMW: 4, committedMWh: 12 }),
    })),
    links: drawn.links.map((link) => ({
      ...link,
      lifetimeYears: life(),
      capacityMW: 10,
      capexPerMW: table(30),
      wheelingPerMWh: 0.001,
    })),
  };
}

interface Cut {
  readonly scenario: Scenario;
  readonly at: number;
  readonly year: number;
}

function cutAt(scenario: Scenario, cut: number): Cut {
  const at = cut % scenario.phases.length;
  const whole = scenario.phases[at]!;
  const year = whole.firstYear + 1 + (cut % (whole.years - 1));
  const before = { ...whole, years: year - whole.firstYear };
  const after = { ...whole, name: `${whole.name}, cut`, firstYear: year, years: whole.firstYear + whole.years - year };
  const phases = scenario.phases.flatMap((other, p) => (p === at ? [before, after] : [other]));
  return { scenario: { ...scenario, phases }, at, year };
}

/** The same plan, told for the phases as they are cut: what wears out in the year of the cut is built anew. */
function toldAnew({ scenario, at, year }: Cut, whole: Scenario, { schedule, buildOut }: Proven) {
  const first = whole.phases[0]!.firstYear;
  const endsHere = (builtIn: number, lifetimeYears: number) =>
    builtIn < year && (year - builtIn) % Math.ceil(lifetimeYears) === 0;
  // What has left as an earlier phase began is no longer there to wear out.
  const hasLeft = (builtIn: number, lifetimeYears: number) =>
    whole.phases.some(({ firstYear }) => firstYear < year && endsHereIn(builtIn, lifetimeYears, firstYear));
  const endsHereIn = (builtIn: number, lifetimeYears: number, then: number) =>
    builtIn < then && (then - builtIn) % Math.ceil(lifetimeYears) === 0;
  const renewed = (committed: number, from: number, lifetimeYears: number, built: (vintage: BuildOut) => number) => {
    const vintages = [
      { builtIn: Math.max(first, from), size: committed },
      ...buildOut.map((vintage, v) => ({ builtIn: whole.phases[v]!.firstYear, size: built(vintage) })),
    ];
    return vintages
      .filter(({ builtIn }) => endsHere(builtIn, lifetimeYears) && !hasLeft(builtIn, lifetimeYears))
      .reduce((sum, { size }) => sum + size, 0);
  };
  const anew: BuildOut = {
    phase: scenario.phases[at + 1]!.name,
    renewables: whole.renewables.map(({ name, committedMW, availableFrom, lifetimeYears }, i) => ({
      name,
      builtMW: renewed(committedMW, availableFrom, lifetimeYears, (vintage) => vintage.renewables[i]!.builtMW),
    })),
    storages: whole.storages.map(({ name, committedMW, committedMWh, availableFrom, lifetimeYears }, s) => ({
      name,
      builtMW: renewed(committedMW, availableFrom, lifetimeYears, (vintage) => vintage.storages[s]!.builtMW),
      builtMWh: renewed(committedMWh, availableFrom, lifetimeYears, (vintage) => vintage.storages[s]!.builtMWh),
    })),
    links: whole.links.map(({ name, capacityMW, lifetimeYears }, l) => ({
      name,
      builtMW: renewed(capacityMW as number, first, lifetimeYears, (vintage) => vintage.links[l]!.builtMW),
    })),
  };
  const told: Schedule = {
    phases: schedule.phases.flatMap((of, p) => (p === at ? [of, { ...of, name: anew.phase }] : [of])),
  };
  return { schedule: told, buildOut: buildOut.flatMap((of, v) => (v === at ? [of, anew] : [of])), anew };
}

test('a plan that goes on through a cut costs what it cost, and keeps every law', async () => {
  let renewed = 0;
  const law = fc.asyncProperty(draws, async ({ seed, matching, cut }) => {
    const whole = wearingOut(seed, matching);
    const answer = await planned(whole);
    expect(verifySchedule(whole, answer.schedule).violations, 'vintages deduced').toEqual([]);
    const parts = cutAt(whole, cut);
    const { schedule, buildOut, anew } = toldAnew(parts, whole, answer);
    expect(verifySchedule(parts.scenario, schedule, buildOut).violations).toEqual([]);
    const { objective } = recomputeCost(parts.scenario, schedule, buildOut);
    expect(Math.abs(objective / answer.cost.objective - 1)).toBeLessThan(1e-9);
    if (anew.renewables.some(({ builtMW }) => builtMW > 1)) renewed++;
  });
  await fc.assert(law, run);
  expect(renewed).toBeGreaterThan(10);
});

test('a phase cut in two never costs more than whole', async () => {
  let cheaper = 0;
  const law = fc.asyncProperty(draws, async ({ seed, matching, cut }) => {
    const whole = wearingOut(seed, matching);
    const [before, after] = [await planned(whole), await planned(cutAt(whole, cut).scenario)];
    const slack = 2e-6 * Math.abs(before.cost.objective);
    expect(after.cost.objective).toBeLessThanOrEqual(before.cost.objective + slack);
    if (after.cost.objective < before.cost.objective - slack) cheaper++;
  });
  await fc.assert(law, run);
  expect(cheaper).toBeGreaterThan(10);
});
