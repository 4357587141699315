import { test } from 'vitest';
import { contractVolume, takeOrPay } from '../../../src/model/contract.ts';
import { hoursOf } from '../../../src/model/hourly.ts';
import { Columns, expectRows } from '../../fixtures/rows.ts';

const hours = hoursOf(['first', 'only'], 2, 1);

test('what is taken at the plant and what is paid for untaken come to the energy that is paid for', () => {
  const columns = new Columns();
  const [g] = columns.flows(columns.block('g', 2));
  // A mean of two hours, and 0.8 of what the plant gives arrives: 0.5 ÷ 0.8.
  expectRows(takeOrPay(hours, 'wind', 0.2, g!, columns.column('short'), 8760 * 3), columns, [
    '+0.625 g[0] +0.625 g[1] +1 short ≥ 3',
  ]);
});

test('no more is taken than the contract offers', () => {
  const columns = new Columns();
  const [g] = columns.flows(columns.block('g', 2));
  expectRows(contractVolume(hours, 'wind', 0, g!, 8760 * 2), columns, ['+0.5 g[0] +0.5 g[1] ≤ 2']);
});
