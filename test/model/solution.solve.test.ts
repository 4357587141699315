import { expect, test } from 'vitest';
import { formulate } from '../../src/model/formulation.ts';
import { solutionOf } from '../../src/model/solution.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { expectClose } from '../fixtures/answers.ts';
import { battery, plant, site } from '../fixtures/site.ts';

/** Sun in the first hour of two. */
const scenario = site({
  hours: 2,
  renewables: [plant('sun', [1, 0])],
  storages: [battery({ chargeEfficiency: 0.8, dischargeEfficiency: 0.5 })],
});

/** The schedule of a programme whose columns have these values, by the names of their blocks; all others are 0. */
function scheduleOf(values: Readonly<Record<string, readonly number[]>>) {
  const formulation = formulate(scenario, wholeScope(scenario));
  const { columnCount, rowCount, columnBlocks } = formulation.program;
  const primal = new Float64Array(columnCount);
  for (const [name, numbers] of Object.entries(values)) {
    const block = columnBlocks.find((candidate) => candidate.name === name)!;
    expect(numbers).toHaveLength(block.length);
    primal.set(numbers, block.first);
  }
  return solutionOf(scenario, formulation, { primal, rowDual: new Float64Array(rowCount) }).phases[0]!;
}

test('charging and discharging in one hour is reduced to what the store sees of it', () => {
  // 3.5 MW in store 0.8·3.5 = 2.8 MWh, 0.4 MW out take 0.4 / 0.5 = 0.8: 2 MWh, as 2.5 MW alone would store.
  const charging = scheduleOf({ built: [9, 9, 9], charge: [3.5, 0], discharge: [0.4, 1], stateOfCharge: [2, 0] });
  const { chargeMW, dischargeMW, stateOfChargeMWh } = charging.weatherYears[0]!.storages[0]!;
  expectClose(chargeMW, [2.5, 0]);
  expectClose(dischargeMW, [0, 1]);
  expectClose(stateOfChargeMWh, [2, 0]);
  // 1 MW in stores 0.8 of the 2 MWh that 1 MW out takes: 1.2 MWh, as 0.6 MW alone would take.
  const emptying = scheduleOf({ built: [9, 9, 9], charge: [1.5, 1], discharge: [0, 1], stateOfCharge: [1.2, 0] });
  expectClose(emptying.weatherYears[0]!.storages[0]!.chargeMW, [1.5, 0]);
  expectClose(emptying.weatherYears[0]!.storages[0]!.dischargeMW, [0, 0.6]);
});

test('what a solver leaves a rounding error below nothing is nothing', () => {
  const { capacities, weatherYears } = scheduleOf({ built: [-1e-12, 2, 3], charge: [-1e-9, 0] });
  expect(capacities.renewables).toEqual([{ name: 'sun', capacityMW: 0 }]);
  expect(capacities.storages).toEqual([{ name: 'battery', powerCapacityMW: 2, energyCapacityMWh: 3 }]);
  expect([...weatherYears[0]!.storages[0]!.chargeMW]).toEqual([0, 0]);
});

test('plants generate what the site needs of what the weather offers, and no more', () => {
  const { weatherYears } = scheduleOf({
    built: [4, 9, 9],
    charge: [2.5, 0],
    discharge: [0, 1],
    stateOfCharge: [2, 0],
  });
  // 1 MW of load and 2.5 MW of charge by day, of 4 MW on offer.
  expectClose(weatherYears[0]!.renewables[0]!.generationMW, [3.5, 0]);
  expectClose(weatherYears[0]!.loadMW, [1, 1]);
});
