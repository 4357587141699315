import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { renderHtml } from '../../src/report/html.ts';
import { languageNamed } from '../../src/report/language/language.ts';
import { mapHtml } from '../../src/report/writers/html-picture.ts';

/** Colours of the cells, `colourOf(day, hour)`, read back from the picture in the markup. */
function cellsOf(markup: string): { days: number; colourOf: (day: number, hour: number) => string } {
  const bytes = Buffer.from(/base64,([^"]*)"/.exec(markup)?.[1] ?? '', 'base64');
  const chunk = (name: string) => {
    const at = bytes.indexOf(name, 0, 'latin1');
    return bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4));
  };
  const days = chunk('IHDR').readUInt32BE(0);
  const rows = inflateSync(chunk('IDAT'));
  const palette = chunk('PLTE').toString('hex');
  return {
    days,
    colourOf: (day, hour) => {
      const index = rows[hour * (days + 1) + 1 + day]!;
      return `#${palette.slice(index * 6, index * 6 + 6)}`;
    },
  };
}

const drawn = (shares: Float64Array, scale: string) =>
  renderHtml(mapHtml({ title: 't', label: 'l', shares, scale }, languageNamed('en')));

test('hour 3 of day 40 stands in column 40 and row 3, and no other cell has its colour', () => {
  const shares = new Float64Array(8760);
  shares[40 * 24 + 3] = 1;
  const { days, colourOf } = cellsOf(drawn(shares, '#123456'));
  expect(days).toBe(365);
  expect(colourOf(40, 3)).toBe('#123456');
  const cells = Array.from({ length: 365 * 24 }, (_, at) => colourOf(Math.floor(at / 24), at % 24));
  expect(cells.filter((colour) => colour === '#123456')).toHaveLength(1);
});

test('an hour that is matched all but a thousandth does not look matched', () => {
  const shares = new Float64Array(48).fill(1);
  shares[30] = 0.999;
  shares[31] = 0;
  const { colourOf } = cellsOf(drawn(shares, 'matching'));
  const full = colourOf(0, 0);
  expect(new Set([full, colourOf(1, 6), colourOf(1, 7)]).size).toBe(3);
  expect(colourOf(1, 8)).toBe(full);
});

test('hours without a value are white, as are those after the last', () => {
  const { colourOf } = cellsOf(drawn(Float64Array.of(Number.NaN, 0.5), '#123456'));
  expect(colourOf(0, 0)).toBe('#ffffff');
  expect(colourOf(0, 23)).toBe('#ffffff');
  expect(colourOf(0, 1)).not.toBe('#ffffff');
});

test('months stand under a year of either length, days under anything else', () => {
  const months = (hours: number) => drawn(new Float64Array(hours), '#123456');
  expect(months(8760)).toContain('class="months"');
  expect(months(8784)).toContain('class="months leap"');
  expect(months(240)).toContain('<span>10</span>');
});
