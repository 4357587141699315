import { expect, test } from 'vitest';
import { energyBalance } from '../../../src/model/energy-balance.ts';
import { facilityLoad } from '../../../src/model/facility.ts';
import { flowOf, hoursOf } from '../../../src/model/hourly.ts';
import { Columns, expectRows } from '../../fixtures/rows.ts';
import { series } from '../../fixtures/site.ts';

const hours = hoursOf(['first', 'only'], 2, 1);
const facility = { fixedShare: 0.1, perIT: 0.2, perDegreeAbove: 0, thresholdC: 20, temperatureC: [series(15, 15)] };

test('a site needs what its machines draw with cooling, and what stays whatever they do', () => {
  const columns = new Columns();
  const [served, wind] = [columns.block('u', 2), columns.block('g', 2)];
  const load = facilityLoad(hours, facility, 30, series(1.2, 1.3), [
    flowOf(served),
    { terms: [], constant: series(5, 4) },
  ]);
  // 0.1·30 stay, and 1.2·5 and 1.3·4 are firm.
  expectRows(energyBalance(hours, [flowOf(wind)], load), columns, ['+1 g[0] -1.2 u[0] ≥ 9', '+1 g[1] -1.3 u[1] ≥ 8.2']);
});

test('where nothing stays there is one expression a tier, and none beside', () => {
  const power = flowOf(new Columns().block('u', 2));
  expect(facilityLoad(hours, undefined, 30, series(1.2, 1.3), [power])).toHaveLength(1);
  expect(facilityLoad(hours, { ...facility, fixedShare: 0 }, 30, series(1.2, 1.3), [power])).toHaveLength(1);
});
