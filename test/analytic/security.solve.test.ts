import { expect, test } from 'vitest';
import { scorecard } from '../../src/metrics/scorecard.ts';
import { formulate } from '../../src/model/formulation.ts';
import { withoutSecurityTwin } from '../../src/scenario/baseline.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { plan } from '../../src/studies/plan.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { engineOf, expectClose, flowsOf, planned, proven, standingIn } from '../fixtures/answers.ts';
import { battery, own, plant, site } from '../fixtures/site.ts';

const campus = (security?: Scenario['security']): Scenario => ({
  ...site({
    hours: 4,
    renewables: [plant('sun', [1, 1, 0, 0], { purchase: own(1) })],
    storages: [battery({ dischargeEfficiency: 0.5, minimumStateOfCharge: 0.1, capexPerMWh: 9, wearPerMWh: 0.001 })],
  }),
  ...(security && { security }),
});

test('a reserve is held at the end of every hour, above the least of the battery and with its losses', async () => {
  const plain = await planned(campus());
  // Two hours of night take 4 MWh out of a battery of which nine tenths are used: 40 / 9 MWh.
  expect(standingIn(plain)['battery']).toEqual([expect.anything(), expect.closeTo(40 / 9, 6)]);
  const asked = campus({ reserveHours: 0.75 });
  const secured = await planned(asked);
  // 0.75 MWh given are 1.5 MWh in store, through the night as well: 5.5 MWh of nine tenths.
  const energyMWh = 5.5 / 0.9;
  expect(standingIn(secured)['battery']).toEqual([expect.anything(), expect.closeTo(energyMWh, 6)]);
  expect(secured.cost.objective - plain.cost.objective).toBeCloseTo(9 * (1.5 / 0.9), 5);
  // Filled by day as late as it can be, and never below its least and the reserve.
  const { stateOfChargeMWh } = flowsOf(secured).storages[0]!;
  expectClose(stateOfChargeMWh.slice(1), [energyMWh, energyMWh - 2, energyMWh - 4]);
  const [{ weatherYears }] = scorecard(asked, secured.schedule) as [ReturnType<typeof scorecard>[number]];
  expect(weatherYears[0]!.security).toEqual({ leastReserveHours: expect.closeTo(0.75, 6) });
  expect(scorecard(campus(), plain.schedule)[0]!.weatherYears[0]).not.toHaveProperty('security');
  // The twin without it costs what the plain site does.
  expect((await planned(withoutSecurityTwin(asked)!)).cost.objective).toBeCloseTo(plain.cost.objective, 6);
  expect(withoutSecurityTwin(campus())).toBeUndefined();
});

test('what one battery holds as a bound, two hold as rows, at the same cost', async () => {
  const store = battery({ dischargeEfficiency: 0.5, capexPerMWh: 9, wearPerMWh: 0.001 });
  const asked = { ...campus({ reserveHours: 0.75 }), storages: [store] };
  const alone = await planned(asked);
  // 4 MWh for the night and 1.5 MWh of reserve, all of it used.
  expect(standingIn(alone)['battery']).toEqual([expect.anything(), expect.closeTo(5.5, 6)]);
  const beside = { ...asked, storages: [store, { ...store, name: 'none', maximumMW: 0 }] };
  expect((await planned(beside)).cost.objective).toBeCloseTo(alone.cost.objective, 6);
  const inBlocks = proven(await plan(asked, engineOf(highsSolver, 'decomposed'), 'together'));
  expect(inBlocks.cost.objective).toBeCloseTo(alone.cost.objective, 3);
  const rowsOf = (scenario: Scenario) =>
    formulate(scenario, wholeScope(scenario)).program.rowBlocks.filter(({ name }) => name === 'reserve');
  expect([asked, beside].map((scenario) => rowsOf(scenario).length)).toEqual([0, 1]);
});

test('with its plants lowered by a fifth a plan needs a quarter more of them, and tells what is left uncounted', async () => {
  const [plain, asked] = [campus(), campus({ derateShare: 0.2 })];
  const [whole, lowered] = [await planned(plain), await planned(asked)];
  expect(Number(standingIn(lowered)['sun'])).toBeCloseTo(1.25 * Number(standingIn(whole)['sun']), 6);
  const [score] = scorecard(asked, lowered.schedule)[0]!.weatherYears;
  // 3 MW through two hours, and 4 MWh of wasteful night: of 3.75 MW a fifth, in two hours.
  expect(standingIn(whole)['sun']).toBeCloseTo(3, 6);
  expect(score!.security).toEqual({ uncountedMWh: expect.closeTo(2 * 0.2 * 3.75, 6) });
  expect(score!.curtailedMWh).toBeCloseTo(0, 6);
});

test('block by block a plan with reserve and margin costs the same', async () => {
  const asked = campus({ reserveHours: 0.5, derateShare: 0.1 });
  const { cost } = proven(await plan(asked, engineOf(highsSolver, 'decomposed'), 'together'));
  expect(cost.objective).toBeCloseTo((await planned(asked)).cost.objective, 3);
});
