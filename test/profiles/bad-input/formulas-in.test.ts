/** A column of text is not read, and still no cell in it may be one that a spreadsheet runs. */
import { describe, expect, test } from 'vitest';
import { exampleNamed } from './examples.ts';
import { outcomeOf } from './outcome.ts';

const request = {
  columns: [{ name: 'MW', unit: 'capacityFactor' as const }],
  options: { zone: 'UTC', label: 'start' as const, unit: 'MW', capacityMW: 2 },
};
const day = Array.from({ length: 24 }, (_, hour) => `${hour}`.padStart(2, '0'));

/** A day with a remark beside each number. */
function withRemark(remark: string): Buffer {
  const rows = day.map((hour) => `2019-01-13 ${hour}:00;0,5;${hour === '07' ? remark : 'normal'}`);
  return Buffer.from(`Date;MW;Remark\n${rows.join('\n')}\n`);
}

const codesOf = (remark: string) => {
  const { issues = [] } = outcomeOf(withRemark(remark), request);
  return issues.filter(({ code }) => code !== 'profile.gap').map(({ code, line, column }) => [code, line, column]);
};

describe('a remark', () => {
  test.each([
    ...['=1+1', '=cmd()', '+cmd', '-cmd', '@cmd', "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", '+(1)'],
    ...['"=1+1"', '"+cmd"', `+cmd|' /C ${'calc '.repeat(40)}'!A0`, `@SUM(${'A1,'.repeat(40)}A1)`],
  ])('%j is a formula, named with its line', (remark) => {
    expect(codesOf(remark)).toEqual([['profile.bad-number', 9, 3]]);
  });

  test.each(['- late', '-', '+5', '-3.5', 'a@b', 'x=y', '+ 2 °C', '-12 345'])('%j is text', (remark) => {
    expect(codesOf(remark)).toEqual([]);
  });
});

describe('a cell that a known format does not read', () => {
  test.each([
    ['ninja-point', /(\n2019-06-01 00:00,)2019-06-01 00:00/, 2],
    ['opsd', /(\n2019-06-01T00:00:00Z,)2019-06-01T00:00:00\+0000/, 2],
    ['entsoe-new', /(\n"01\/06\/2019 00:00:00 - 01\/06\/2019 01:00:00",)"BZN\|FI"/, 2],
  ])('of %s is no formula either', (name, cell, column) => {
    const { bytes, request: known } = exampleNamed(name);
    for (const formula of ['=1+1', "+cmd|' /C calc'!A0", '@SUM(A1)']) {
      const text = bytes.toString().replace(cell, `$1"${formula}"`);
      expect(text).not.toBe(bytes.toString());
      const { issues = [] } = outcomeOf(Buffer.from(text), known);
      expect(issues).toContainEqual(expect.objectContaining({ code: 'profile.bad-number', column }));
    }
  });
});
