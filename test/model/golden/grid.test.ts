import { test } from 'vitest';
import { leastImport, subscribedPower } from '../../../src/model/grid.ts';
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
