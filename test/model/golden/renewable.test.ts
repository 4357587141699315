import { test } from 'vitest';
import { hoursOf } from '../../../src/model/hourly.ts';
import { availability, poolsOf, weatherLimit } from '../../../src/model/renewable.ts';
import { Columns, expectRows } from '../../fixtures/rows.ts';
import { plant, site } from '../../fixtures/site.ts';

test('what a pool delivers stays within capacity factor × capacity of its plants, less their losses', () => {
  const columns = new Columns();
  const K = columns.block('K', 2);
  const g = columns.block('g', 3);
  const coast = plant('coast', [0.5, 0.8, 0], { loss: 0.1 });
  const inland = plant('inland', [0.4, 0, 0]);
  const scenario = site({ hours: 3, renewables: [coast, inland] });
  const pool = poolsOf(scenario, scenario.phases[0]!)[0]!;
  const [delivered] = columns.flows(g);
  // (1 − 0.1)·0.5 = 0.45 and (1 − 0.1)·0.8 = 0.72; a plant without wind has no term.
  expectRows(weatherLimit(hoursOf([], 3, 1), availability(pool, 0, 1, K.at), delivered!), columns, [
    '+0.45 K[0] +0.4 K[1] -1 g[0] ≥ 0',
    '+0.72 K[0] -1 g[1] ≥ 0',
    '-1 g[2] ≥ 0',
  ]);
  // Of four fifths of it: 0.8·0.45 = 0.36.
  expectRows(weatherLimit(hoursOf([], 1, 1), availability(pool, 0, 0.8, K.at), delivered!), columns, [
    '+0.36 K[0] +0.32 K[1] -1 g[0] ≥ 0',
  ]);
});
