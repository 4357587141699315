import { test } from 'vitest';
import { hoursOf } from '../../../src/model/hourly.ts';
import { linkLimit } from '../../../src/model/link.ts';
import { Columns, expectRows } from '../../fixtures/rows.ts';

test('a link carries what is sent, which is what arrives over 1 − loss', () => {
  const columns = new Columns();
  const [wind, sun, F] = [columns.block('wind', 2), columns.block('sun', 2), columns.column('F')];
  // 1 / (1 − 0.2) = 1.25.
  expectRows(linkLimit(hoursOf([], 2, 1), 0.2, columns.flows(wind, sun), F), columns, [
    '+1.25 wind[0] +1.25 sun[0] -1 F ≤ 0',
    '+1.25 wind[1] +1.25 sun[1] -1 F ≤ 0',
  ]);
});
