import { expect, test } from 'vitest';
import { formulate } from '../../src/model/formulation.ts';
import { highsSolver } from '../../src/solvers/highs.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { expectClose, flowsOf, planned, standingIn } from '../fixtures/answers.ts';
import { battery, own, plant, site, work } from '../fixtures/site.ts';

const sun = plant('sun', [1, 0], { purchase: own(100) });

test('sun for one hour of a two-hour day is built twice, and the battery carries half of it to the night', async () => {
  const storages = [battery({ capexPerMW: 10, capexPerMWh: 20 })];
  const answer = await planned(site({ hours: 2, renewables: [sun], storages }));
  // 1 MW for the day and 1 MW to store: 2·100, through a converter of 1 MW: 10, into 1 MWh: 20.
  expect(answer.cost.objective).toBeCloseTo(230, 6);
  expect(standingIn(answer)).toEqual({ sun: expect.closeTo(2), battery: [expect.closeTo(1), expect.closeTo(1)] });
});

test('a battery that loses 10 % each way needs 1.2346 MWh in to give 1 MWh out', async () => {
  const losing = battery({ chargeEfficiency: 0.9, dischargeEfficiency: 0.9, capexPerMW: 10, capexPerMWh: 20 });
  const answer = await planned(site({ hours: 2, renewables: [sun], storages: [losing] }));
  const { chargeMW, dischargeMW, stateOfChargeMWh } = flowsOf(answer).storages[0]!;
  // 1 / 0.9 = 1.1111 in store, 1.1111 / 0.9 = 1.2346 to charge.
  expectClose(dischargeMW, [0, 1]);
  expectClose(stateOfChargeMWh, [1 / 0.9, 0]);
  expectClose(chargeMW, [1 / 0.81, 0]);
  // 2.2346·100 + 1.2346·10 + 1.1111·20.
  expect(answer.cost.objective).toBeCloseTo(258.024691, 5);
});

test('what is in store goes to the load and nowhere else, though to give it away would cost nothing', async () => {
  const scenario = site({ hours: 2, renewables: [sun], storages: [battery()] });
  const { program } = formulate(scenario, wholeScope(scenario));
  const { first } = program.columnBlocks.find(({ name }) => name === 'discharge')!;
  const objective = program.objective.map((_, column) => (column === first + 1 ? -1 : 0));
  const most = await highsSolver.solve({ ...program, objective }, { timeLimitSeconds: Number.POSITIVE_INFINITY });
  // 1 MW of load by night.
  expect(most).toMatchObject({ status: 'optimal', objective: expect.closeTo(-1, 9) });
});

test('a MWh at night costs what a MWh by day costs, over the efficiency of the way through the battery', async () => {
  const losing = battery({ chargeEfficiency: 0.9, dischargeEfficiency: 0.9 });
  const answer = await planned(site({ hours: 2, renewables: [sun], storages: [losing] }));
  // 100 a year for 4,380 MWh by day.
  expectClose(flowsOf(answer).shadowPricePerMWh!, [100 / 4380, 100 / 4380 / 0.81]);
});

test('what loses a tenth an hour has to be charged 1 / 0.81 times over for two hours', async () => {
  const leaking = battery({ selfDischargePerHour: 0.1 });
  const brief = plant('sun', [1, 0, 0], { purchase: own(1) });
  const late = work('evening', [0, 0, 3]);
  const wish = { hours: 3, installedMW: 3, tiers: [late], renewables: [brief], storages: [leaking] };
  const answer = await planned(site(wish));
  // 3 / 0.81 = 3.7037 MWh; a tenth of it is gone after one hour.
  expectClose(flowsOf(answer).storages[0]!.stateOfChargeMWh, [3.7037037, 3.3333333, 0]);
  expect(answer.cost.objective).toBeCloseTo(3.7037037, 6);
});

test('a battery used between 10 % and 90 % holds 1.25 MWh for each MWh it can give', async () => {
  const careful = battery({ minimumStateOfCharge: 0.1, maximumStateOfCharge: 0.9, capexPerMWh: 1 });
  const answer = await planned(site({ hours: 2, renewables: [plant('sun', [1, 0])], storages: [careful] }));
  // 1 / (0.9 − 0.1).
  expect(answer.cost.objective).toBeCloseTo(1.25, 6);
  expectClose(flowsOf(answer).storages[0]!.stateOfChargeMWh, [1.125, 0.125]);
});

test('a four-hour battery of 1 MW holds 4 MWh, however little is needed', async () => {
  const long = battery({ durationHours: { min: 4, max: 8 }, capexPerMWh: 1 });
  const answer = await planned(site({ hours: 2, renewables: [plant('sun', [1, 0])], storages: [long] }));
  expect(answer.cost.objective).toBeCloseTo(4, 6);
});

test('a half-hour battery of 1 MWh has 2 MW, however slowly it works', async () => {
  const short = battery({ durationHours: { min: 0.25, max: 0.5 }, capexPerMW: 1 });
  const answer = await planned(site({ hours: 2, renewables: [plant('sun', [1, 0])], storages: [short] }));
  expect(answer.cost.objective).toBeCloseTo(2, 6);
});

test('a ratio of energy to power binds what is built, and buys nothing for a battery that stands outside it', async () => {
  const dear = { durationHours: { min: 2, max: 2 }, capexPerMW: 10, capexPerMWh: 1 };
  const of = (capacityFactor: number[], committedMW: number, committedMWh: number) => {
    const storages = [battery({ ...dear, committedMW, committedMWh })];
    return site({ hours: capacityFactor.length, renewables: [plant('sun', capacityFactor)], storages });
  };
  expect((await planned(of([1, 0], 1, 100))).cost.objective).toBeCloseTo(0, 6);
  // Two hours of night take 2 MW to fill and 2 MWh: beside 1 MW of half an hour 1 MW of two hours is built.
  expect((await planned(of([1, 0, 0], 1, 0.5))).cost.objective).toBeCloseTo(10 + 2, 6);
});

test('a battery that may be emptied half a time a year is twice as large as the MWh it gives', async () => {
  const delicate = battery({ cyclesPerYear: 0.5, capexPerMWh: 1 });
  const answer = await planned(site({ hours: 2, renewables: [plant('sun', [1, 0])], storages: [delicate] }));
  expect(answer.cost.objective).toBeCloseTo(2, 6);
});

test('every discharged MWh pays its wear', async () => {
  const answer = await planned(
    site({ hours: 2, renewables: [plant('sun', [1, 0])], storages: [battery({ wearPerMWh: 3 })] }),
  );
  // 1 MWh a two-hour day, 4,380 such days a year.
  expect(answer.cost.objective).toBeCloseTo(13_140, 4);
});
