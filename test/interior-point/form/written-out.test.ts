import { expect, test } from 'vitest';
import { withoutNumbers, writtenOut } from '../../../src/solvers/interior-point/form/written-out.ts';
import { repeatingSeeds, repeatingSite } from '../repeating.ts';

/** Signs of zeros are nobody's. */
const plain = (values: Float64Array) => values.map((value) => value + 0);

test('numbers are written out as they were, whichever block was asked for before', () => {
  const sites = [...repeatingSeeds, repeatingSeeds[0]!].map(repeatingSite);
  const again: unknown[] = [];
  for (const { form, equations } of sites) {
    if (equations[0].kind !== 'repeating') throw new TypeError('its hours do not repeat');
    const lean = withoutNumbers(form);
    expect(lean).not.toHaveProperty('value');
    const whole = writtenOut(lean, equations[0]);
    expect(plain(whole.value)).toEqual(plain(form.value));
    expect(plain(whole.rhs)).toEqual(plain(form.rhs));
    expect({ ...whole, value: form.value, rhs: form.rhs }).toEqual(form);
    again.push(writtenOut(lean, equations[0]) === whole);
  }
  expect(new Set(again)).toEqual(new Set([true]));
});
