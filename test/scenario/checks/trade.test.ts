/** A meter has one direction: a scenario in which import and export at once would earn is refused, with its hours. */

import { expect, test } from 'vitest';
import { annualMatchingTwin } from '../../../src/scenario/baseline.ts';
import { changed, files, issuesOf, load, profile, profileFile } from '../example.ts';

const spot = (hour: number) => (hour === 5 || hour === 6000 ? -10 : 50);
const withPrices = {
  ...files,
  'prices.csv': profileFile('prices.csv', [profile('spot', 'pricePerMWh', 2005, spot)]),
};
const spotColumn = '{ file: prices.csv, column: spot }';

const issues = (
  matching: string,
  { bought = '90', sold = '0', more = '' }: { bought?: string; sold?: string; more?: string },
) =>
  issuesOf(
    changed(
      ['matching: { kind: hourly, target: 1, over: everyYear }', `matching: ${matching}`],
      ['importPricePerMWh: 90', `importPricePerMWh: ${bought}`],
      ['exportPricePerMWh: 0', `exportPricePerMWh: ${sold}${more}`],
    ),
    withPrices,
  );

test('an export price above the import price is refused, whatever is matched', async () => {
  for (const matching of [
    '{ kind: hourly, target: 0.9 }',
    '{ kind: monthly, target: 0.9 }',
    '{ kind: annual, target: 1 }',
    '{ kind: none }',
  ]) {
    expect(await issues(matching, { sold: '91' }), matching).toMatchObject([
      {
        code: 'scenario.conflict',
        where: 'grid.exportPricePerMWh',
        problem: '91 is above the import price, 90',
        expected: expect.stringContaining('importing and exporting at once'),
      },
    ]);
    expect(await issues(matching, { sold: '90' }), matching).toEqual([]);
  }
});

test('hours in which import is paid for are named, where surplus may leave for nothing', async () => {
  expect(await issues('{ kind: annual, target: 1 }', { bought: spotColumn })).toMatchObject([
    {
      where: 'grid.exportPricePerMWh',
      problem:
        'above the import price in 2 hours: 2005-01-01T05:00Z of 2005 (0 against -10), 2005-09-08T00:00Z of 2005 (0 against -10)',
    },
  ]);
  expect(await issues('{ kind: annual, target: 1 }', { bought: spotColumn, sold: spotColumn })).toEqual([]);
  expect(await issues('{ kind: none }', { bought: spotColumn, sold: '40' })).toMatchObject([
    { problem: expect.stringContaining('above the import price in 2 hours') },
  ]);
});

test('where one of the two never flows, its price says nothing', async () => {
  expect(await issues('{ kind: hourly, target: 1 }', { sold: '200' })).toEqual([]);
  expect(await issues('{ kind: hourly, target: 0.9 }', { bought: spotColumn })).toEqual([]);
  expect(await issues('{ kind: annual, target: 1 }', { sold: '200', more: '\n  exportLimitMW: 0' })).toEqual([]);
  expect(await issues('{ kind: none }', { sold: '200', more: '\n  importLimitMW: 0' })).toEqual([]);
});

test('in the annual twin, where both may flow, export earns at most what import costs', async () => {
  const text = changed(
    ['importPricePerMWh: 90', `importPricePerMWh: ${spotColumn}`],
    ['exportPricePerMWh: 0', 'exportPricePerMWh: 60'],
  );
  const { scenario } = await load(text, withPrices);
  const twin = annualMatchingTwin(scenario)!;
  expect([4, 5, 6000].map((hour) => twin.grid.exportPricePerMWh[0]![hour])).toEqual([50, -10, -10]);
  expect(twin.grid.importPricePerMWh).toBe(scenario.grid.importPricePerMWh);
});
