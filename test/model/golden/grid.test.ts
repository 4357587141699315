import { test } from 'vitest';
import { emissionsLimit, exportBase, exportShare, leastImport, subscribedPower } from '../../../src/model/grid.ts';
import { hoursOf } from '../../../src/model/hourly.ts';
import { Columns, expectRows } from '../../fixtures/rows.ts';

const hours = hoursOf(['first', 'only'], 2, 1);

test('import stays within the subscribed power', () => {
  const columns = new Columns();
  const [m, M] = [columns.block('m', 2), columns.column('M')];
  expectRows(subscribedPower(hours, m, M), columns, ['+1 m[0] -1 M ≤ 0', '+1 m[1] -1 M ≤ 0']);
});

test('no more is imported over the year than could not be avoided', () => {
  const columns = new Columns();
  expectRows(leastImport(hours, columns.block('m', 2), 7), columns, ['+1 m[0] +1 m[1] ≤ 7']);
});

test('what import emits is a mean by the hour', () => {
  const columns = new Columns();
  // Half a tonne a MWh, in two hours.
  expectRows(emissionsLimit(hours, 0.5, columns.block('m', 2), 8760 * 7), columns, ['+0.25 m[0] +0.25 m[1] ≤ 7']);
});

test('export is a share of the load, or of what plants bring to load and export', () => {
  const columns = new Columns();
  const [x, m, u] = [columns.block('x', 2), columns.block('m', 2), columns.block('u', 2)];
  const load = [...columns.flows(u), { terms: [], constant: Float64Array.of(3, 4) }];
  expectRows(exportShare(hours, 0.2, x, exportBase({ maximum: 0.2, of: 'load' }, load, x, m)), columns, [
    '+1 x[0] +1 x[1] -0.2 u[0] -0.2 u[1] ≤ 1.4',
  ]);
  expectRows(exportShare(hours, 0.2, x, exportBase({ maximum: 0.2, of: 'generation' }, load, x, m)), columns, [
    '+0.8 x[0] +0.8 x[1] +0.2 m[0] +0.2 m[1] -0.2 u[0] -0.2 u[1] ≤ 1.4',
  ]);
});
