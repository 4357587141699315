import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NativeFile, nativeToCsv } from '../../../../src/profiles/formats/native/to-csv.ts';
import type { ProfileUnit } from '../../../../src/profiles/profile.ts';
import { parseProfile } from '../../../../src/profiles/read.ts';
import { hoursOfYear } from '../../../../src/time.ts';

const year = (value: number, hours = 8760) => new Float64Array(hours).fill(value);
const file: NativeFile = {
  synthetic: true,
  source: 'made for a test',
  year: 2005,
  columns: [{ name: 'wind', unit: 'capacityFactor', values: year(0.5), decimals: 4 }],
};
const withColumn = (column: Partial<NativeFile['columns'][number]>): NativeFile => ({
  ...file,
  columns: [{ ...file.columns[0]!, ...column }],
});

describe('a native file as written', () => {
  test('begins with its statements and ends with the last hour and a line end', () => {
    const text = nativeToCsv({ ...file, synthetic: false, notes: ['north of the cape', 'hub height 120 m'] });
    expect(text.split('\n').slice(0, 7)).toEqual([
      '# hourmatch profile',
      '# synthetic: false',
      '# source: made for a test',
      '# note: north of the cape',
      '# note: hub height 120 m',
      'time [UTC],wind [capacityFactor]',
      '2005-01-01T00:00Z,0.5',
    ]);
    expect(text.endsWith('\n2005-12-31T23:00Z,0.5\n')).toBe(true);
  });

  test('leaves out zeros that carry nothing, and keeps those that do', () => {
    const values = year(0.25);
    values.set([1, 0, 0.1, 0.10004, 0.0004]);
    const text = nativeToCsv(withColumn({ values }));
    const cells = text.split('\n').slice(4, 10);
    expect(cells.map((line) => line.split(',')[1])).toEqual(['1', '0', '0.1', '0.1', '0.0004', '0.25']);
    const whole = nativeToCsv(withColumn({ unit: 'relative', values: year(120), decimals: 0 }));
    expect(whole.endsWith('23:00Z,120\n')).toBe(true);
    const cold = nativeToCsv(withColumn({ unit: 'temperatureC', values: year(-0.001), decimals: 2 }));
    expect(cold.endsWith('23:00Z,0\n')).toBe(true);
  });

  test('reads back to the same series, rounded to its decimals, for any year and unit', () => {
    const ranges: Record<ProfileUnit, [number, number]> = {
      capacityFactor: [0, 1],
      relative: [0, 1e6],
      pue: [1, 10],
      pricePerMWh: [-500, 4000],
      share: [0, 1],
      temperatureC: [-60, 70],
    };
    const units = fc.constantFrom(...(Object.keys(ranges) as ProfileUnit[]));
    const column = fc.record({
      unit: units,
      decimals: fc.integer({ min: 0, max: 17 }),
      seeds: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 50 }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2199 }),
        fc.boolean(),
        fc.array(column, { minLength: 1, maxLength: 4 }),
        (calendarYear, synthetic, drawn) => {
          const columns = drawn.map(({ unit, decimals, seeds }, index) => {
            const [low, high] = ranges[unit];
            const values = Float64Array.from(
              { length: hoursOfYear(calendarYear) },
              (_, hour) => low + (high - low) * seeds[hour % seeds.length]!,
            );
            return { name: `series_${index}`, unit, values, decimals };
          });
          const written = nativeToCsv({ synthetic, source: 'drawn', year: calendarYear, columns });
          const read = parseProfile(Buffer.from(written), 'drawn.csv');
          expect([read.synthetic, read.year]).toEqual([synthetic, calendarYear]);
          for (const [index, { name, unit, values, decimals }] of columns.entries()) {
            const rounded = values.map((value) => Number(value.toFixed(decimals)));
            expect(read.columns[index]).toEqual({ name, unit, year: calendarYear, values: rounded });
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('the writer refuses what the reader would refuse', () => {
  test.each([
    ['a common year of leap length', withColumn({ values: year(0.5, 8784) }), '8784 hours where the year has 8760'],
    ['a value out of range', withColumn({ values: year(1.01) }), 'wind holds 1.01 in hour 0'],
    ['a value that rounding would bring into range', withColumn({ values: year(1.00001) }), 'wind holds 1.00001'],
    ['a missing value', withColumn({ values: year(Number.NaN) }), 'wind holds NaN'],
    ['a name with a comma', withColumn({ name: 'wind,sun' }), 'cannot be the name'],
    ['no columns', { ...file, columns: [] }, 'at least one column'],
    ['one name twice', { ...file, columns: [file.columns[0]!, file.columns[0]!] }, 'must differ'],
    ['a source of two lines', { ...file, source: 'a\nb' }, 'one line of text'],
    ['an empty source', { ...file, source: '' }, 'one line of text'],
    ['a note of spaces', { ...file, notes: [' '] }, 'one line of text'],
    ['a year the reader does not know', { ...file, year: 1805 }, '1900…2199'],
  ])('%s', (_, spoilt, message) => {
    expect(() => nativeToCsv(spoilt)).toThrow(RangeError);
    expect(() => nativeToCsv(spoilt)).toThrow(message);
  });
});
