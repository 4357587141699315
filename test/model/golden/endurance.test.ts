import { test } from 'vitest';
import { endurance, heldBack } from '../../../src/model/endurance.ts';
import { flowOf, hoursOf } from '../../../src/model/hourly.ts';
import { Columns, expectRows } from '../../fixtures/rows.ts';
import { series, work } from '../../fixtures/site.ts';

const hours = hoursOf(['first', 'only'], 3, 1);
const tier = work('training', [1]);

test('what arrives is done in its hour or held back, and what is done beyond it is caught up', () => {
  const columns = new Columns();
  const [r, e, w] = [columns.block('r', 3), columns.block('e', 3), columns.block('w', 3)];
  expectRows(heldBack(hours, tier, series(4, 5, 0), flowOf(w), { heldBack: r, caughtUp: e }), columns, [
    '+1 w[0] +1 r[0] -1 e[0] = 4',
    '+1 w[1] +1 r[1] -1 e[1] = 5',
    '+1 w[2] +1 r[2] -1 e[2] = 0',
  ]);
});

test('where some work is always done, what is held back is counted from there', () => {
  const columns = new Columns();
  const [r, e, u] = [columns.block('r', 3), columns.block('e', 3), columns.block('u', 3)];
  const w = { terms: [{ column: u.at, factor: () => 2 }], constant: series(1, 1, 1) };
  expectRows(heldBack(hours, tier, series(4, 5, 0), w, { heldBack: r, caughtUp: e }), columns, [
    '+2 u[0] +1 r[0] -1 e[0] = 3',
    '+2 u[1] +1 r[1] -1 e[1] = 4',
    '+2 u[2] +1 r[2] -1 e[2] = -1',
  ]);
});

test('a budget of 6 MWh comes back in 12 hours of rest; at full depth, 2 MWh, it lasts for 3', () => {
  const columns = new Columns();
  const [r, b] = [columns.block('r', 3), columns.block('b', 3)];
  const given = { depthShare: 0.5, hours: 3, restHours: 12 };
  // 1.25·2 − 0.5 = 2 MWh an hour.
  expectRows(endurance(hours, tier, given, { heldBack: r, budget: b, capMWh: 6 }), columns, [
    '+1 b[0] -1 b[2] +1.25 r[0] ≤ 0.5',
    '+1 b[1] -1 b[0] +1.25 r[1] ≤ 0.5',
    '+1 b[2] -1 b[1] +1.25 r[2] ≤ 0.5',
  ]);
});
