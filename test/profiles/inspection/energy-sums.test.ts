import { expect, test } from 'vitest';
import { inspectProfile } from '../../../src/profiles/inspection/inspect.ts';

const quarters = (header: string, cell: (row: number) => string | number) =>
  Buffer.from(
    [
      header,
      ...Array.from({ length: 48 }, (_, row) => {
        const stamp = new Date(Date.UTC(2021, 0, 13, 0, 15 * row)).toISOString().slice(0, 16).replace('T', ' ');
        return `${stamp};${cell(row)}`;
      }),
      '',
    ].join('\n'),
  );
const figuresOf = (content: Buffer) => inspectProfile(content, 'a.csv', { label: 'start' }).columns[0];

test('energy of quarters of an hour adds up to the energy of the hour, as in an import', () => {
  const content = quarters('Time (UTC);Verbrauch [kWh]', () => 250);
  expect(figuresOf(content)).toMatchObject({
    unit: 'kWh',
    hours: 12,
    missingHours: 0,
    min: 1000,
    mean: 1000,
    max: 1000,
  });
  expect(figuresOf(content)?.hourOfDayMeans.slice(0, 13)).toEqual([...new Array(12).fill(1000), null]);
});

test('light in watt-hours too; power and light in watts are means', () => {
  expect(figuresOf(quarters('Time (UTC);GHI [Wh/m2]', () => 100))).toMatchObject({ mean: 400 });
  expect(figuresOf(quarters('Time (UTC);GHI [W/m2]', () => 100))).toMatchObject({ mean: 100 });
  expect(figuresOf(quarters('Time (UTC);Load [kW]', () => 100))).toMatchObject({ mean: 100 });
});

test('an hour of which a quarter lacks has no sum', () => {
  const content = quarters('Time (UTC);Verbrauch [kWh]', (row) => (row === 5 ? '' : 250));
  expect(figuresOf(content)).toMatchObject({ hours: 11, missingHours: 1, min: 1000, max: 1000 });
});
