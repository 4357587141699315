import { test } from 'vitest';
import { hourlyMatching, volumetricMatching } from '../../../src/model/matching.ts';
import { Columns, expectRows } from '../../fixtures/rows.ts';
import { series } from '../../fixtures/site.ts';

const columns = new Columns();

/** Two hours of a year's four; 30 and 40 MW of firm load, flexible work at a PUE of 1.25. */
function window(year: string, from: number, weight: number) {
  const u = columns.block(`u${year}`, 4);
  return {
    labels: ['first', year],
    from,
    to: from + 2,
    weight,
    imports: columns.block(`m${year}`, 4),
    exports: [columns.block(`x${year}`, 4)],
    load: [{ terms: [{ column: u.at, factor: () => 1.25 }] }, { terms: [], constant: series(10, 20, 30, 40) }],
  };
}

const summer = window('2005', 2, 1);

test('of the load in a window at most the share 1 − target is imported, and export makes up for nothing', () => {
  // 0.1·1.25 = 0.125 of the flexible work, 0.1·(30 + 40) = 7 MWh of the firm load.
  expectRows(hourlyMatching(0.9, [summer]), columns, ['+1 m2005[2] +1 m2005[3] -0.125 u2005[2] -0.125 u2005[3] ≤ 7']);
});

test('by volume export makes up for import within the window', () => {
  expectRows(volumetricMatching(0.9, [summer]), columns, [
    '+1 m2005[2] +1 m2005[3] -1 x2005[2] -1 x2005[3] -0.125 u2005[2] -0.125 u2005[3] ≤ 7',
  ]);
});

test('on average each weather year counts by its probability', () => {
  // 0.1·(0.25·(10 + 20) + 0.75·(30 + 40)) = 6 MWh.
  const years = [window('2006', 0, 0.25), window('2007', 2, 0.75)];
  expectRows(hourlyMatching(0.9, years), columns, [
    '+0.25 m2006[0] +0.25 m2006[1] -0.03125 u2006[0] -0.03125 u2006[1] ' +
      '+0.75 m2007[2] +0.75 m2007[3] -0.09375 u2007[2] -0.09375 u2007[3] ≤ 6',
  ]);
});
