import { test } from 'vitest';
import { energyBalance, onlyRenewablesStored } from '../../../src/model/energy-balance.ts';
import { hoursOf } from '../../../src/model/hourly.ts';
import { Columns, expectRows } from '../../fixtures/rows.ts';
import { series } from '../../fixtures/site.ts';

const hours = hoursOf(['first', 'only'], 2, 1);

test('in every hour generation, discharge and import cover load, charge and export; firm load stands on the right', () => {
  const columns = new Columns();
  const [g, d, m] = [columns.block('g', 2), columns.block('d', 2), columns.block('m', 2)];
  const [u, c, x] = [columns.block('u', 2), columns.block('c', 2), columns.block('x', 2)];
  // PUE 1.25 and 1.5 on flexible work, firm load of 10 and 20 MW.
  const flexible = { terms: [{ column: u.at, factor: (h: number) => [1.25, 1.5][h]! }] };
  const firm = { terms: [], constant: series(10, 20) };
  const law = energyBalance(hours, columns.flows(g, d, m), [flexible, firm, ...columns.flows(c, x)]);
  expectRows(law, columns, [
    '+1 g[0] +1 d[0] +1 m[0] -1.25 u[0] -1 c[0] -1 x[0] ≥ 10',
    '+1 g[1] +1 d[1] +1 m[1] -1.5 u[1] -1 c[1] -1 x[1] ≥ 20',
  ]);
});

test('what is discharged and imported stays within the load', () => {
  const columns = new Columns();
  const [d, m, u] = [columns.block('d', 2), columns.block('m', 2), columns.block('u', 2)];
  const load = { terms: [{ column: u.at, factor: () => 1.25 }], constant: series(10, 20) };
  expectRows(onlyRenewablesStored(hours, columns.flows(d, m), [load]), columns, [
    '+1 d[0] +1 m[0] -1.25 u[0] ≤ 10',
    '+1 d[1] +1 m[1] -1.25 u[1] ≤ 20',
  ]);
});
