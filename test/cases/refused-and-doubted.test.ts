import { describe, expect, test } from 'vitest';
import { ScenarioError } from '../../src/errors.ts';
import { load, phases, priced, shipped, target, withAssets } from './documents.ts';

async function issuesOf(document: unknown) {
  try {
    await load(document);
  } catch (error) {
    if (error instanceof ScenarioError) return error.issues;
    throw error;
  }
  throw new Error('no fault');
}

describe('refused', () => {
  test('a wind farm called as the battery and a solar farm called grid', async () => {
    expect(await issuesOf(withAssets(shipped, { name: 'Battery' }, { name: 'grid' }))).toMatchObject([
      {
        code: 'scenario.duplicate-name',
        where: 'storages[0].name',
        problem: '"Battery" is already the name of renewables[0]',
      },
      { code: 'scenario.duplicate-name', where: 'renewables[1].name', problem: expect.stringContaining('"grid"') },
    ]);
  });

  test('a weather year of weight 0, by one fault alone', async () => {
    const weatherYears = [
      { name: 'synthetic-2008', weight: 0 },
      { name: 'synthetic-2005', weight: 1 },
    ];
    expect(await issuesOf({ ...priced, weatherYears })).toMatchObject([
      { code: 'scenario.out-of-range', where: 'weatherYears[0].weight' },
    ]);
  });

  test('200 phases, and 300 beside 50 storages, by the bound alone', async () => {
    const years = (count: number) =>
      phases(...Array.from({ length: count }, (_, p) => [`p${p}`, 1900 + p, 1, 40 + p] as const));
    const fifty = Array.from({ length: 50 }, (_, s) => ({ ...shipped.storages[0], name: `s${s}` }));
    for (const [count, storages] of [
      [200, []],
      [300, fifty],
    ] as const) {
      const matching = target('hourly', 0.9);
      expect(await issuesOf({ ...shipped, phases: years(count), storages, matching })).toMatchObject([
        {
          code: 'scenario.too-large',
          where: 'phases',
          problem: `${count} items are too many`,
          expected: 'Expected at most 50.',
        },
      ]);
    }
  });
});

describe('asked about', () => {
  test.each([
    [
      'committed energy that its power empties in 50 h where 12 h are the longest',
      withAssets(shipped, {}, {}, { committedMW: 20, committedMWh: 1000 }),
      ['storages[0].committedMWh'],
    ],
    [
      '“no limit” written as 1e8 MW',
      withAssets(priced, { siteMaximumMW: 1e8 }, { siteMaximumMW: 1e8 }),
      ['renewables[0].siteMaximumMW', 'renewables[1].siteMaximumMW'],
    ],
    ['nothing where nothing is unusual', priced, []],
    ['nothing, twelve times as large', { ...priced, phases: phases(['first', 2026, 10, 500]) }, []],
  ])('%s', async (_, document, places) => {
    const { warnings } = await load(document);
    expect(warnings.map(({ code, where }) => [code, where])).toEqual(
      places.map((where) => ['scenario.unlikely', where]),
    );
  });
});
