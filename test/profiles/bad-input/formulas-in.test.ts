/** A column of text is not read, and still no cell in it may be one that a spreadsheet runs. */
import { describe, expect, test } from 'vitest';
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
