/** Damaged files of every format give the same series, or faults, and never others. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foreignFormats } from '../../../src/profiles/formats/detect.ts';
import { draws } from '../../fixtures/draws.ts';
import { type Damage, damaged, someDamage } from './damage.ts';
import { type Example, exampleNamed, exampleNames } from './examples.ts';
import { outcomeOf } from './outcome.ts';
import { shareOf } from './values.ts';
import { YEAR } from './year-rows.ts';

const chance = draws(5, 11);

function seriesOf({ bytes, request }: Pick<Example, 'bytes' | 'request'>) {
  const { profile, issues } = outcomeOf(bytes, request);
  if (profile === undefined) throw new Error(JSON.stringify(issues.slice(0, 3)));
  return profile;
}

test('there is an example of every format', () => {
  expect(exampleNames.toSorted()).toEqual([...foreignFormats.map(({ name }) => name), 'native'].toSorted());
});

describe.each(exampleNames)('%s', (name) => {
  const example = exampleNamed(name);
  const whole = seriesOf(example);

  /** Hours that differ although no damage touched their values; undefined where the file is refused. */
  const strayHours = (damages: readonly Damage[]): number[] | undefined => {
    const { bytes, hours, hasFact } = damaged(example, damages);
    const { profile } = outcomeOf(bytes, example.request);
    if (profile === undefined) return undefined;
    // The year of a file without stamps is a fact of its head.
    if (!hasFact) expect(profile.year).toBe(YEAR);
    expect(profile.columns.length).toBe(whole.columns.length);
    return profile.columns.flatMap(({ values }, at) => {
      expect(values.length === 8760 && values.every(Number.isFinite)).toBe(true);
      const own = whole.columns[at]!.values;
      return hasFact ? [] : [...values.keys()].filter((hour) => values[hour] !== own[hour] && !hours.has(hour));
    });
  };

  test('whole, it is read as its format and holds what was written', () => {
    expect(whole).toMatchObject({ format: name, year: YEAR });
    expect(whole.columns.some(({ values }) => new Set(values).size > 50)).toBe(true);
    if (name.startsWith('ninja') || name === 'opsd') {
      expect(whole.columns[0]!.values[5000]).toBe(Number(shareOf(5000)));
    }
  });

  test('damaged anywhere, it gives the same series or faults', () => {
    let [read, refused] = [0, 0];
    fc.assert(
      fc.property(fc.array(someDamage, { minLength: 1, maxLength: 2 }), (damages) => {
        const stray = strayHours(damages);
        if (stray === undefined) refused++;
        else read++;
        expect(stray ?? []).toEqual([]);
      }),
      chance,
    );
    expect(refused).toBeGreaterThan(0);
    expect(read + refused).toBeGreaterThanOrEqual(chance.numRuns);
  });

  test('cut off at any line or byte of its beginning, or in its last rows, it is no year', () => {
    const { length } = example.bytes;
    const ends = [0, 1, 2, 3, 7, 50, 150, 300, 500, 1000, length >> 1, length - 700];
    for (const end of ends) expect(outcomeOf(example.bytes.subarray(0, end), example.request).issues).toBeDefined();
  });
});
