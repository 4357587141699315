import { test } from 'vitest';
import { windowOf } from '../../../src/model/hourly.ts';
import { stateOfCharge } from '../../../src/model/storage.ts';
import { endState, importBudget } from '../../../src/model/window.ts';
import { Columns, expectRows } from '../../fixtures/rows.ts';
import { battery } from '../../fixtures/site.ts';

const start = { states: { stored: [5], backlog: [], budget: [] }, mostBacklogMWh: [] };
const hours = windowOf(['first', 'only'], 2, start);

test('a state ends below or above what the plan has there', () => {
  const columns = new Columns();
  const state = columns.block('s', 2);
  const [below, above] = [columns.column('below'), columns.column('above')];
  expectRows(endState(hours, ['end'], state, { below, above, targetMWh: 7 }), columns, [
    '+1 s[1] +1 below -1 above = 7',
  ]);
});

test('import of a window comes out of its budget or goes beyond', () => {
  const columns = new Columns();
  const m = columns.block('m', 2);
  expectRows(importBudget(hours, m, columns.column('beyond'), 3), columns, ['+1 m[0] +1 m[1] -1 beyond ≤ 3']);
});

test('the first hour of a window follows the column of what it begins with', () => {
  const columns = new Columns();
  const [s, c, d] = [columns.block('s', 3), columns.block('c', 2), columns.block('d', 2)];
  const storage = battery({ selfDischargePerHour: 0.1 });
  expectRows(stateOfCharge(hours, { storage, charge: c, discharge: d, stateOfCharge: s, P: 0, E: 0 }), columns, [
    '+0.9 s[2] +1 c[0] -1 d[0] -1 s[0] = 0',
    '+0.9 s[0] +1 c[1] -1 d[1] -1 s[1] = 0',
  ]);
});
