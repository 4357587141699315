import { expect, test } from 'vitest';
import { hoursOf } from '../../../src/model/hourly.ts';
import { reserve, reserveBound } from '../../../src/model/security.ts';
import { Columns, expectRows } from '../../fixtures/rows.ts';
import { battery } from '../../fixtures/site.ts';

test('what storages hold above their least, as they would give it, covers the hours of the reserve at firm load', () => {
  const columns = new Columns();
  const storageOf = (name: string, dischargeEfficiency: number) => ({
    storage: battery({ dischargeEfficiency, minimumStateOfCharge: 0.1 }),
    charge: columns.block(`c of ${name}`, 2),
    discharge: columns.block(`d of ${name}`, 2),
    stateOfCharge: columns.block(name, 2),
    P: columns.column(`P of ${name}`),
    E: columns.column(`E_${name}`),
  });
  const [shed] = columns.flows(columns.block('z', 2));
  // A firm tier of 10 and 20 MW that gives some up.
  const firm = { terms: shed!.terms.map((term) => ({ ...term, factor: () => -1 })), constant: Float64Array.of(10, 20) };
  expectRows(reserve(hoursOf([], 2, 1), 3, [storageOf('s', 0.8), storageOf('t', 0.5)], [firm]), columns, [
    '+0.8 s[0] -0.08 E_s +0.5 t[0] -0.05 E_t +3 z[0] ≥ 30',
    '+0.8 s[1] -0.08 E_s +0.5 t[1] -0.05 E_t +3 z[1] ≥ 60',
  ]);
});

test('what one storage without a least must hold for a firm load that is known is a bound of what is in store', () => {
  const columns = new Columns();
  const storageOf = (minimumStateOfCharge: number) => ({
    storage: battery({ dischargeEfficiency: 0.8, minimumStateOfCharge }),
    charge: columns.block('c', 2),
    discharge: columns.block('d', 2),
    stateOfCharge: columns.block('s', 2),
    P: columns.column('P'),
    E: columns.column('E'),
  });
  // Two tiers of 10 and 20 MW, and of 6 MW; 3 hours of them, over 0.8.
  const firm = [Float64Array.of(10, 20), Float64Array.of(6, 6)].map((constant) => ({ terms: [], constant }));
  expect([...reserveBound(3, [storageOf(0)], firm)!]).toEqual([expect.closeTo(60, 12), expect.closeTo(97.5, 12)]);
  const [shed] = columns.flows(columns.block('z', 2));
  expect(reserveBound(3, [storageOf(0.1)], firm)).toBeUndefined();
  expect(reserveBound(3, [storageOf(0), storageOf(0)], firm)).toBeUndefined();
  expect(reserveBound(3, [storageOf(0)], [...firm, shed!])).toBeUndefined();
  expect(reserveBound(3, [], firm)).toBeUndefined();
});
