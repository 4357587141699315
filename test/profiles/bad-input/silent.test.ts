/** Damage that leaves every cell a number, and would give another series without a word if nobody looked twice. */
import { describe, expect, test } from 'vitest';
import { exampleNamed } from './examples.ts';
import { outcomeOf } from './outcome.ts';

/** The issues of an example after a change to its text. */
function issuesAfter(name: string, from: string | RegExp, to: string) {
  const { bytes, request } = exampleNamed(name);
  const text = bytes.toString();
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return outcomeOf(Buffer.from(changed), request).issues;
}

describe('facts of a head stand in rows of names and values', () => {
  test.each([
    [
      'nsrdb',
      'a value too few before the time zone takes the elevation for it',
      'NSRDB,1,-,-,-,33.37,-7.58,0,3,',
      'NSRDB,1,-,-,33.37,-7.58,0,3,',
    ],
    ['nsrdb', 'a comma too few before the time zone takes the elevation for it', 'NSRDB,1,', 'NSRDB1,'],
    ['nsrdb', 'a name too many before the time zone takes the longitude for it', 'Latitude,', 'Lati,tude,'],
    ['open-meteo', 'a comma too many before the offset takes the elevation for it', '-7.58,', '-7.58,,'],
    ['sam-wind', 'a comma in the heights gives speeds another height', '10,60,80,80', '1,0,60,80,80'],
    ['sam-wind', 'a unit too many', 'C,atm,', 'C,,atm,'],
  ] as const)('%s: %s', (name, _, from, to) => {
    const issues = issuesAfter(name, from, to);
    expect(issues).toContainEqual(expect.objectContaining({ code: 'profile.bad-header', line: expect.any(Number) }));
  });
});

test('one decimal point among decimal commas does not turn thousandths into thousands', () => {
  // 0,304 of 2 MW: a first row with 0.304 must not make 304 of the others.
  const issues = issuesAfter('utility', /(2019;0:00;0),/, '$1.');
  expect(issues!.slice(0, 100).every(({ code }) => code === 'profile.bad-number')).toBe(true);
  const later = issuesAfter('utility', /(31\/12\/2019;5:00;0),/, '$1.');
  // In the last row but eighteen, below a header.
  expect(later![0]).toMatchObject({ code: 'profile.bad-number', line: 8743, column: 3 });
});
