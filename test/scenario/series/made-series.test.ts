/** Series and tables by year that follow from what a scenario says. */

import { expect, test } from 'vitest';
import { changed, files, load, profile, profileFile } from '../example.ts';

test('a contract that delivers in every hour counts as much of its power as is guaranteed, and goes on at the price of the market', async () => {
  const purchase = `{ kind: ppa, pays: produced, pricePerMWh: 50, indexedPerYear: 0.1, baseload: { guaranteedShare: 0.95 },
    term: { firstYear: 2027, lastYear: 2029, merchantPricePerMWh: [{ year: 2030, value: 30 }, { year: 2032, value: 40 }] } }`;
  const text = changed([
    'capacityFactor: { file: "{weatherYear}.csv", column: sun }, siteMaximumMW: 900',
    `siteMaximumMW: 900, purchase: ${purchase}`,
  ]);
  const [, plant] = (await load(text)).scenario.renewables;
  expect(new Set(plant!.capacityFactor[0])).toEqual(new Set([0.95]));
  expect(plant!.availableFrom).toBe(2027);
  expect(plant!.purchase).toMatchObject({
    term: { lastYear: 2029, after: 'merchant' },
    pricePerMWh: [50, 50, 50 * 1.1, 50 * 1.1 ** 2, 30, 35, 40].map((value, at) => ({
      year: 2026 + at,
      value: expect.closeTo(value, 9),
    })),
  });
});

test('a charge for the way by month holds in each hour of its month, and one by the hour is read from a file', async () => {
  const months = Array.from({ length: 12 }, (_, month) => month + 1);
  const tariff = profileFile('tariff.csv', [profile('charge', 'pricePerMWh', 2005, (hour) => hour % 24)]);
  const text = changed(
    ['link: line', 'link: line\n    wheelingPerMWh: { file: tariff.csv, column: charge }'],
    ['loss: 0.051', `loss: 0.051, wheelingPerMWh: ${JSON.stringify(months)}`],
  );
  const { scenario } = await load(text, { ...files, 'tariff.csv': tariff });
  expect(scenario.renewables[0]).toMatchObject({ wheelingPerMWh: 0 });
  expect(scenario.renewables[0]!.wheelingPerMWhByHour![0]!.slice(22, 26)).toEqual(Float64Array.of(22, 23, 0, 1));
  const [byMonth] = scenario.links[0]!.wheelingPerMWhByHour!;
  // The last hour of January, the first of February, the last of the year.
  expect([743, 744, 8759].map((hour) => byMonth![hour])).toEqual([1, 2, 12]);
  expect(scenario.renewables[1]).not.toHaveProperty('wheelingPerMWhByHour');
});

test('the window of a run is from the first hour of its first day to the last of its deadline, leap years or not', async () => {
  const text = changed([
    '- { name: training, share: 0.65, deadlineHours: 168, floorShare: 0.3 }\n',
    "- { name: training, share: 0.5, deadlineHours: 168, floorShare: 0.3 }\n  campaigns:\n    - { name: run, phase: second, from: '02-01', deadline: '03-01', workMWh: 60, greatestMW: 1, mayPause: false }\n",
  ]);
  const { campaigns } = (await load(text)).scenario.load;
  expect(campaigns).toEqual([
    {
      ...{ name: 'run', phase: 'second', workMWh: 60, greatestMW: 1, leastMW: 0, isSteady: true },
      windows: [{ from: 31 * 24, to: (31 + 28 + 1) * 24 }],
    },
  ]);
});
