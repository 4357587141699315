/** Faults that others have met in public, each as a site on which it would show. Sources name where it happened. */

import { expect, test } from 'vitest';
import { formulate } from '../../src/model/formulation.ts';
import type { Matching } from '../../src/scenario/scenario.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { plan } from '../../src/studies/plan.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { engineOf, expectClose, flowsOf, planned } from '../fixtures/answers.ts';
import { randomSite } from '../fixtures/random-site.ts';
import { battery, own, phase, plant, series, site, work } from '../fixtures/site.ts';
import { changed, issuesOf } from '../scenario/example.ts';

const none: Matching = { kind: 'none' };

/** CarbonExplorer starts with a full battery; REopt leaves the final state free by default. */
test('no battery starts the year with energy that nobody put there', async () => {
  const dark = site({ hours: 4, renewables: [plant('sun', [0, 0, 0, 0])], storages: [battery()] });
  expect((await plan(dark, engineOf(), 'together')).status).toBe('infeasible');
  // Sun in the last hour serves the first one through the turn of the year, at what it costs in any other order.
  const renewables = [plant('sun', [0, 1], { purchase: own(100) })];
  const answer = await planned(site({ hours: 2, renewables, storages: [battery({ capexPerMWh: 1 })] }));
  expectClose(flowsOf(answer).storages[0]!.stateOfChargeMWh, [0, 1]);
  expect(answer.cost.objective).toBeCloseTo(201, 6);
});

/** Granular accounting exists because of it: only the hourly balance with excess taken off makes matching hourly. */
test('a tenfold surplus by day does not match the night', async () => {
  const renewables = [plant('sun', [1, 0], { committedMW: 10 })];
  const of = (kind: 'hourly' | 'annual') =>
    site({ hours: 2, renewables, matching: { kind, target: 0.75, over: 'everyYear' } });
  expect((await plan(of('annual'), engineOf(), 'together')).status).toBe('optimal');
  expect((await plan(of('hourly'), engineOf(), 'together')).status).toBe('infeasible');
});

/** GenX issue 547, Calliope issue 307. */
test('no battery gets rid of energy by charging and discharging at once, even where import is paid for', async () => {
  let charging = 0;
  for (let seed = 0; seed < 12; seed++) {
    const drawn = randomSite({ seed, matching: seed % 2 ? none : { kind: 'hourly', target: 0.8, over: 'everyYear' } });
    const storages = drawn.storages.map((storage) => ({ ...storage, wearPerMWh: 0, committedMW: 5, committedMWh: 10 }));
    const importPricePerMWh = drawn.grid.importPricePerMWh.map((year) => year.map((price) => price - 0.05));
    const exportPricePerMWh = drawn.grid.exportPricePerMWh.map((year, y) =>
      year.map((price, h) => Math.min(price, importPricePerMWh[y]![h]!)),
    );
    const answer = await planned({ ...drawn, storages, grid: { ...drawn.grid, importPricePerMWh, exportPricePerMWh } });
    const { chargeMW, dischargeMW } = flowsOf(answer).storages[0]!;
    chargeMW.forEach((mw, h) => {
      expect(Math.min(mw, dischargeMW[h]!), `seed ${seed}, hour ${h}`).toBeLessThan(1e-6);
      if (mw > 0.01) charging++;
    });
  }
  expect(charging).toBeGreaterThan(10);
});

/** oemof issue 622. */
test('work that is put off by an hour is not put off again', async () => {
  const renewables = [plant('sun', [0, 0, 0, 0, 0, 1], { purchase: own(1) })];
  const tiers = [work('training', [1], { deadlineHours: 1 })].map((tier) => ({
    ...tier,
    arrivalShape: [series(1, 1, 1, 1, 1, 1)],
  }));
  const grid = { importPricePerMWh: [new Float64Array(6).fill(1)] };
  const answer = await planned(site({ hours: 6, installedMW: 6, tiers, renewables, grid, matching: none }));
  const { servedMW } = flowsOf(answer).tiers[0]!;
  // The sunny hour serves what arrived in it and in the one before; a chain of shifts would bring it all six.
  expect(servedMW[5]).toBeCloseTo(2, 6);
});

/** GenX pull request 677. */
test('what was put off is caught up only as fast as the machines run', async () => {
  const renewables = [plant('sun', [0, 0, 0, 0, 0, 1])];
  const tiers = [{ ...work('training', [1], { deadlineHours: 5 }), arrivalShape: [series(1, 1, 1, 1, 1, 1)] }];
  const grid = { importPricePerMWh: [new Float64Array(6).fill(1)] };
  const answer = await planned(site({ hours: 6, installedMW: 2, tiers, renewables, grid, matching: none }));
  // 2 MW by day, the other 4 MWh from the grid, in each of 1,460 six-hour days.
  expect(flowsOf(answer).tiers[0]!.servedMW[5]).toBeCloseTo(2, 6);
  expect(answer.cost.objective).toBeCloseTo(4 * 1460, 4);
});

/** switch issue 136. */
test('a battery is paid for once, into however many phases its life is cut', async () => {
  const storages = [battery({ capexPerMWh: 100, lifetimeYears: 10 })];
  const renewables = [plant('sun', [1, 0], { lifetimeYears: 10 })];
  for (const years of [10, 5, 2]) {
    const phases = Array.from({ length: 10 / years }, (_, p) => phase(`phase ${p}`, 2030 + p * years, years, 1));
    const answer = await planned(site({ hours: 2, phases, renewables, storages }));
    // 1 MWh at 100, without interest, used to the end of its life.
    expect(answer.cost.objective).toBeCloseTo(100, 6);
  }
});

/** pypsa-eur pull request 2070. */
test('a flag that nobody reads is refused, with the line it stands on', async () => {
  const text = changed(['durationHours: { min: 1, max: 12 }', 'durationHours: { min: 1, max: 12 }, isCylic: true']);
  expect(await issuesOf(text)).toMatchObject([
    { code: 'scenario.unknown-field', where: 'storages[0].isCylic', line: 23 },
  ]);
});

/** GenX documentation of its energy share requirement: without the losses a 100 % share admits fossil energy. */
test('a volumetric target of 1 is met by what leaves the battery, not by what enters it', async () => {
  const renewables = [plant('sun', [1, 0], { purchase: own(100) })];
  const storages = [battery({ chargeEfficiency: 0.5 })];
  const matching: Matching = { kind: 'annual', target: 1, over: 'everyYear' };
  const answer = await planned(site({ hours: 2, renewables, storages, matching, grid: { exportLimitMW: 0 } }));
  // 1 MWh for the day and 2 MWh for 1 by night; were losses left out, 2 MW would do, and half a MWh be bought.
  expect(answer.cost.objective).toBeCloseTo(300, 6);
  expectClose(flowsOf(answer).importMW, [0, 0]);
});

/** PyPSA 1.3.0 release notes. */
test('what the items of a plan add up to is what the solver minimised', async () => {
  const kinds = new Set<string>();
  for (let seed = 0; seed < 12; seed++) {
    const scenario = randomSite({ seed, matching: seed % 2 ? none : { kind: 'annual', target: 1, over: 'everyYear' } });
    const { program } = formulate(scenario, wholeScope(scenario));
    const solved = await highsSolver.solve(program, { timeLimitSeconds: Number.POSITIVE_INFINITY });
    if (solved.status !== 'optimal') throw new Error(solved.status);
    const { items } = (await planned(scenario)).cost;
    expect(items.reduce((sum, { value }) => sum + value, 0) / solved.objective).toBeCloseTo(1, 8);
    for (const { kind, value } of items) if (value !== 0) kinds.add(kind);
  }
  expect([...kinds].sort()).toEqual(
    expect.arrayContaining(['capital', 'export', 'fixedOpex', 'import', 'lostCompute', 'subscribedPower', 'wear']),
  );
});
