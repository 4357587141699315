import { test } from 'vitest';
import { hoursOf } from '../../../src/model/hourly.ts';
import { reserve } from '../../../src/model/security.ts';
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
