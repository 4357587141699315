import { expect, test } from 'vitest';
import { equalLengths } from '../../src/profiles/lengths.ts';

const series = (column: string, year: number, hours: number) => ({ file: `${column}.csv`, column, year, hours });

test('series of one length pass, and so do none', () => {
  expect(equalLengths([series('wind', 2005, 8760), series('sun', 2006, 8760)])).toEqual([]);
  expect(equalLengths([])).toEqual([]);
});

test('where a leap year meets common years, every file is listed with its length', () => {
  const issues = equalLengths([series('wind', 2005, 8760), series('sun', 2008, 8784), series('load', 2005, 8760)]);
  const census = 'the series used together have 8760 hours (2 series) and 8784 hours (1 series)';
  expect(issues.map(({ code, file, where, problem }) => [code, file, where, problem])).toEqual([
    ['profile.wrong-length', 'wind.csv', 'wind', `8760 hours of 2005; ${census}`],
    ['profile.wrong-length', 'sun.csv', 'sun', `8784 hours of 2008; ${census}`],
    ['profile.wrong-length', 'load.csv', 'load', `8760 hours of 2005; ${census}`],
  ]);
});

test('a series shorter than its own year is named even if all others are as short', () => {
  const issues = equalLengths([series('wind', 2008, 8760), series('sun', 2005, 8760)]);
  expect(issues.map(({ where, problem }) => [where, problem])).toEqual([['wind', '8760 hours, but 2008 has 8784']]);
});
