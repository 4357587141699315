import { test } from 'vitest';
import { hoursOf } from '../../../src/model/hourly.ts';
import {
  cycleLimit,
  emptyLimit,
  fullLimit,
  longestDuration,
  powerLimit,
  shortestDuration,
  stateOfCharge,
} from '../../../src/model/storage.ts';
import { Columns, expectRows } from '../../fixtures/rows.ts';
import { battery } from '../../fixtures/site.ts';

const hours = hoursOf(['first', 'only'], 3, 1);
const columns = new Columns();
const variables = {
  storage: battery({
    chargeEfficiency: 0.9,
    dischargeEfficiency: 0.8,
    selfDischargePerHour: 0.01,
    minimumStateOfCharge: 0.1,
    maximumStateOfCharge: 0.95,
    durationHours: { min: 2, max: 8 },
  }),
  charge: columns.block('c', 3),
  discharge: columns.block('d', 3),
  stateOfCharge: columns.block('s', 3),
  P: columns.column('P'),
  E: columns.column('E'),
};
const { storage, P, E } = variables;

test('what is in store is what was left plus what charging stores less what discharging takes, around the year', () => {
  // 1 / 0.8 = 1.25; before hour 0 comes hour 2.
  expectRows(stateOfCharge(hours, variables), columns, [
    '+0.99 s[2] +0.9 c[0] -1.25 d[0] -1 s[0] = 0',
    '+0.99 s[0] +0.9 c[1] -1.25 d[1] -1 s[1] = 0',
    '+0.99 s[1] +0.9 c[2] -1.25 d[2] -1 s[2] = 0',
  ]);
});

test('charging and discharging share the power of the converter', () => {
  expectRows(powerLimit(hours, variables), columns, [
    '+1 c[0] +1 d[0] -1 P ≤ 0',
    '+1 c[1] +1 d[1] -1 P ≤ 0',
    '+1 c[2] +1 d[2] -1 P ≤ 0',
  ]);
});

test('a storage is full at the upper end of its window', () => {
  expectRows(fullLimit(hours, variables), columns, [
    '+1 s[0] -0.95 E ≤ 0',
    '+1 s[1] -0.95 E ≤ 0',
    '+1 s[2] -0.95 E ≤ 0',
  ]);
});

test('a storage is empty at the lower end of its window', () => {
  expectRows(emptyLimit(hours, variables), columns, ['+1 s[0] -0.1 E ≥ 0', '+1 s[1] -0.1 E ≥ 0', '+1 s[2] -0.1 E ≥ 0']);
});

test('all that a year discharges stays within so many full cycles', () => {
  expectRows(cycleLimit(hours, 250, variables), columns, ['+1 d[0] +1 d[1] +1 d[2] -250 E ≤ 0']);
});

test('energy built is at least the shortest duration times power built, beside what is committed', () => {
  // 2·50 = 100 MWh for what is committed, which has 60.
  expectRows(shortestDuration('first', storage, { powerMW: 50, energyMWh: 60 }, [P], [E]), columns, [
    '+1 E -2 P ≥ -40',
  ]);
});

test('energy built is at most the longest duration times power built, beside what is committed', () => {
  expectRows(longestDuration('first', storage, { powerMW: 5, energyMWh: 60 }, [P], [E]), columns, ['+1 E -8 P ≤ 20']);
});
