import { expect, test } from 'vitest';
import {
  backlogBalance,
  deadlineBound,
  firmPower,
  firmPowerLimit,
  rampLimit,
  shedLimit,
} from '../../../src/model/flexible-load.ts';
import { flowOf, hoursOf } from '../../../src/model/hourly.ts';
import { throughput } from '../../../src/model/throughput.ts';
import { Columns, expectRows } from '../../fixtures/rows.ts';
import { series, work } from '../../fixtures/site.ts';

const hours = hoursOf(['first', 'only'], 3, 1);
const tier = work('training', [1]);

test('what waits grows by what arrives and falls by what is served or given up, around the year', () => {
  const columns = new Columns();
  const [backlog, served, shed] = [columns.block('B', 3), columns.block('u', 3), columns.block('z', 3)];
  expectRows(backlogBalance(hours, tier, series(4, 5, 0), flowOf(served), { backlog, shed: [shed] }), columns, [
    '+1 B[0] -1 B[2] +1 u[0] +1 z[0] = 4',
    '+1 B[1] -1 B[0] +1 u[1] +1 z[1] = 5',
    '+1 B[2] -1 B[1] +1 u[2] +1 z[2] = 0',
  ]);
});

test('where nothing may be given up there is no such term', () => {
  const columns = new Columns();
  const [backlog, served] = [columns.block('B', 3), columns.block('u', 3)];
  expectRows(backlogBalance(hours, tier, series(4, 5, 0), flowOf(served), { backlog, shed: [] }), columns, [
    '+1 B[0] -1 B[2] +1 u[0] = 4',
    '+1 B[1] -1 B[0] +1 u[1] = 5',
    '+1 B[2] -1 B[1] +1 u[2] = 0',
  ]);
});

test('work that is not in proportion to power is the least, and what each stretch of the curve adds', () => {
  const columns = new Columns();
  const [backlog, low, high] = [columns.block('B', 3), columns.block('u₁', 3), columns.block('u₂', 3)];
  const stretches = [
    { power: low, slope: 2 },
    { power: high, slope: 0.8 },
  ];
  const { power, work } = throughput(hours, { base: { powerMW: 2.5, workMWh: 0.5 }, stretches });
  expectRows(backlogBalance(hours, tier, series(4, 5, 0), work, { backlog, shed: [] }), columns, [
    '+1 B[0] -1 B[2] +2 u₁[0] +0.8 u₂[0] = 3.5',
    '+1 B[1] -1 B[0] +2 u₁[1] +0.8 u₂[1] = 4.5',
    '+1 B[2] -1 B[1] +2 u₁[2] +0.8 u₂[2] = -0.5',
  ]);
  // The ramp is that of the power, in which the least cancels out; limits of firm power keep it.
  expectRows(firmPowerLimit(hours, tier, power, 2.5, 10), columns, [
    '+1 u₁[0] +1 u₂[0] between 0 and 7.5',
    '+1 u₁[1] +1 u₂[1] between 0 and 7.5',
    '+1 u₁[2] +1 u₂[2] between 0 and 7.5',
  ]);
});

test('at most what arrived within the deadline waits, around the year', () => {
  // Two hours: 4 + 7, 5 + 4, 0 + 5, 7 + 0. Six hours are a year of four and two hours more.
  expect(deadlineBound(series(4, 5, 0, 7), 2)).toEqual(series(11, 9, 5, 7));
  expect(deadlineBound(series(4, 5, 0, 7), 6)).toEqual(series(27, 25, 21, 23));
});

test('power changes by at most the ramp, up and down, from the last hour to the first as well', () => {
  const columns = new Columns();
  const [power] = columns.flows(columns.block('u', 3));
  expectRows(rampLimit(hours, tier, power!, 2.5), columns, [
    '+1 u[0] -1 u[2] between -2.5 and 2.5',
    '+1 u[1] -1 u[0] between -2.5 and 2.5',
    '+1 u[2] -1 u[1] between -2.5 and 2.5',
  ]);
});

test('firm power is what arrives less what is given up, and its ramp and limits are those of that power', () => {
  const columns = new Columns();
  const power = firmPower(series(4, 5, 1), columns.block('z', 3));
  // 4 − 1 = 3, 5 − 4 = 1 and 1 − 5 = −4 MW are the changes of what arrives; −2.5 − 3 = −5.5 and so on.
  expectRows(rampLimit(hours, tier, power, 2.5), columns, [
    '-1 z[0] +1 z[2] between -5.5 and -0.5',
    '-1 z[1] +1 z[0] between -3.5 and 1.5',
    '-1 z[2] +1 z[1] between 1.5 and 6.5',
  ]);
  // At least 1 and at most 4.5 MW: 1 − 4 = −3 and 4.5 − 4 = 0.5 in the first hour.
  expectRows(firmPowerLimit(hours, tier, power, 1, 4.5), columns, [
    '-1 z[0] between -3 and 0.5',
    '-1 z[1] between -4 and -0.5',
    '-1 z[2] between 0 and 3.5',
  ]);
});

test('all that is given up in a year stays within its share', () => {
  const columns = new Columns();
  expectRows(shedLimit(hours, tier, columns.block('z', 3), 0.9), columns, ['+1 z[0] +1 z[1] +1 z[2] ≤ 0.9']);
});
