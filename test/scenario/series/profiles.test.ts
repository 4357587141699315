import { describe, expect, test } from 'vitest';
import { ProfileError } from '../../../src/errors.ts';
import { loadScenarioText } from '../../../src/scenario/load.ts';
import { changed, example, files, issuesOf, load, marked, profile, profileFile } from '../example.ts';

const twoYears = changed(
  ["- { name: '2005' }", "- { name: '2005' }\n  - { name: '2004' }"],
  ['load.csv', '"load-{weatherYear}.csv"'],
);
const leapFiles = {
  ...files,
  'load-2005.csv': profileFile('load-2005.csv', [profile('inference', 'relative', 2005, (hour) => 1 + (hour % 2))]),
  'load-2004.csv': profileFile('load-2004.csv', [profile('inference', 'relative', 2004, (hour) => 10 - (hour % 3))]),
  '2004.csv': profileFile('2004.csv', [
    profile('wind', 'capacityFactor', 2004, () => 0.4),
    profile('sun', 'capacityFactor', 2004, () => 0.1),
  ]),
};

describe('profiles are attached to every weather year', () => {
  test('a leap year keeps its 8,784 hours, weights are equal when left out, shapes have mean 1 in each year', async () => {
    const softer = twoYears.replace('utilisation: 0.8', 'utilisation: 0.7');
    const { scenario } = await load(softer, leapFiles);
    expect(scenario.weatherYears).toEqual([
      { name: '2005', weight: 0.5, year: 2005, hours: 8760 },
      { name: '2004', weight: 0.5, year: 2004, hours: 8784 },
    ]);
    expect(scenario.load.pue.map((values) => [values.length, values[8759]])).toEqual([
      [8760, 1.25],
      [8784, 1.25],
    ]);
    for (const values of scenario.load.tiers[0]?.arrivalShape ?? []) {
      expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(1, 12);
    }
    // 1 and 2 in turn have mean 1.5.
    expect(scenario.load.tiers[0]?.arrivalShape[0]?.[1]).toBeCloseTo(4 / 3, 12);
    expect(scenario.load.tiers[1]?.arrivalShape[1]?.every((value) => value === 1)).toBe(true);
    expect(scenario.renewables[0]?.capacityFactor.map((values) => values[0])).toEqual([0.5, 0.4]);
  });

  test('a file is read once, however many columns and names it goes by', async () => {
    const read: string[] = [];
    const text = changed(['pue: 1.25', 'pue: { file: "./2005.csv", column: pue }']);
    const { inputs } = await loadScenarioText(text, {
      file: 'example.yaml',
      directory: '',
      readProfile: async (path) => {
        read.push(path);
        return files[path]!;
      },
    });
    expect(read.toSorted()).toEqual(['2005.csv', 'load.csv']);
    expect(inputs.map(({ kind, file, synthetic }) => [kind, file, synthetic])).toEqual([
      ['profile', './2005.csv', true],
      ['profile', 'load.csv', true],
      ['profile', '2005.csv', true],
      ['technologies', 'dea.yaml', false],
    ]);
  });

  test('the carbon-free share of the grid is one number or an hourly one', async () => {
    const intensity = 'carbonIntensityKgPerMWh: 607';
    const of = async (share: string) => {
      const { scenario } = await load(changed([intensity, `${intensity}\n  carbonFreeShare: ${share}`]));
      return scenario.grid.carbonFreeShare?.map((values) => [...values.slice(11, 14)]);
    };
    expect(await of('0.3')).toEqual([[0.3, 0.3, 0.3]]);
    expect(await of('{ file: 2005.csv, column: carbonFree }')).toEqual([[0.2, 0.4, 0.2]]);
    expect((await load(example)).scenario.grid).not.toHaveProperty('carbonFreeShare');
  });

  test('a residual mix is kept with its kind, year and source, and doubted where the factor of the grid would be', async () => {
    const intensity = 'carbonIntensityKgPerMWh: 607';
    const of = (value: number) =>
      load(
        changed([
          intensity,
          `${intensity}\n  residualMixKgPerMWh: { value: ${value}, kind: lifeCycle, year: 2024, source: fossil }`,
        ]),
      );
    const { scenario, warnings } = await of(789);
    expect(scenario.grid.residualMixKgPerMWh).toEqual({ value: 789, kind: 'lifeCycle', year: 2024, source: 'fossil' });
    const doubts = (await of(0.789)).warnings.filter((doubt) => !warnings.some(({ where }) => where === doubt.where));
    expect(doubts.map(({ where }) => where)).toEqual(['grid.residualMixKgPerMWh.value']);
  });

  test('availability is one number beside the capacity factor, or hourly and part of it', async () => {
    const of = async (availability: string) =>
      (await load(changed(['    link: line', `    link: line\n    availability: ${availability}`]))).scenario
        .renewables[0]!;
    expect(await of('0.9')).toMatchObject({
      availability: 0.9,
      capacityFactor: [expect.objectContaining({ 12: 0.5 })],
    });
    const hourly = await of('{ file: 2005.csv, column: carbonFree }');
    expect([...hourly.capacityFactor[0]!.slice(11, 14)]).toEqual([0.1, 0.2, 0.1]);
    expect(hourly).not.toHaveProperty('availability');
    expect((await load(example)).scenario.renewables[0]).not.toHaveProperty('fadePerYear');
  });

  test('an indexed price is the price of each year, from the first in which the plant can deliver', async () => {
    const contract = 'purchase: { kind: ppa, pays: used, pricePerMWh: 100, indexedPerYear: 0.1 }';
    const { scenario } = await load(
      changed(['siteMaximumMW: 900', `siteMaximumMW: 900, availableFrom: 2028, ${contract}`]),
    );
    const { purchase } = scenario.renewables[1]!;
    if (purchase.kind !== 'ppa' || typeof purchase.pricePerMWh === 'number') throw new Error('no table');
    const prices = Object.fromEntries(purchase.pricePerMWh.map(({ year, value }) => [year, value]));
    expect(prices).toMatchObject({
      2026: 100,
      2028: 100,
      2029: expect.closeTo(110, 9),
      2031: expect.closeTo(133.1, 9),
    });
  });

  test('a storage that is rented asks nothing of the technology for its price', async () => {
    const rented = 'durationHours: 4, purchase: { kind: tolling, pricePerMWMonth: 5000 }';
    const { scenario, provenance } = await load(changed(['durationHours: { min: 1, max: 12 }', rented]));
    expect(scenario.storages[0]).toMatchObject({
      capexPerMW: 0,
      capexPerMWh: 0,
      wearPerMWh: 0,
      durationHours: { min: 4, max: 4 },
    });
    expect(provenance.map(({ where }) => where)).not.toContain('storages[0].capexPerMW');
  });

  test('a renewable on a link bears the loss of the link', async () => {
    const { scenario } = await load(example);
    expect(scenario.renewables.map(({ loss }) => loss)).toEqual([0.051, 0]);
    expect(scenario.storages[0]?.maximumMW).toBe(Number.POSITIVE_INFINITY);
    expect(scenario.links[0]).toMatchObject({
      maximumMW: 3000,
      capexPerMW: 0,
      lifetimeYears: Number.POSITIVE_INFINITY,
    });
  });
});

describe('what does not fit is told where the scenario names it', () => {
  test('files of one weather year hold one calendar year, else each is listed with year and hours', async () => {
    const leap = { ...files, 'load.csv': profileFile('load.csv', [profile('inference', 'relative', 2004, () => 1)]) };
    const { text, places } = marked(changed(["- { name: '2005' }", "- ¦{ name: '2005' }"]));
    const [issue, ...others] = await issuesOf(text, leap);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ where: 'weatherYears[0]', line: places[0]?.line });
    expect(issue?.problem).toContain('(load.csv: 2004, 8784 hours; 2005.csv: 2005, 8760 hours)');
  });

  test('a column that is not there, one of another unit and a file that is not there are told together', async () => {
    const { text, places } = marked(
      changed(
        ['column: inference', 'column: ¦inferense'],
        ['column: wind', 'column: ¦pue'],
        ['pue: 1.25', 'pue: { file: ¦none.csv, column: pue }'],
      ),
    );
    const issues = await issuesOf(text);
    expect(issues.map(({ where, problem, expected }) => [where, problem, expected])).toEqual([
      ['load.pue.file', 'none.csv cannot be read: no such file', undefined],
      ['load.tiers[0].arrivalProfile.column', 'load.csv has no column "inferense"', 'Did you mean inference?'],
      [
        'renewables[0].capacityFactor.column',
        'column "pue" of 2005.csv has the unit pue',
        'Expected a column of unit capacityFactor.',
      ],
    ]);
    expect(issues.map(({ line, column }) => ({ line, column }))).toEqual(places);
  });

  test('faults inside a profile stand beside those of the scenario', async () => {
    const gap = {
      code: 'profile.gap',
      where: 'time_utc',
      problem: '3 hours are missing',
      file: '2005.csv',
      line: 9,
    } as const;
    const found = await loadScenarioText(changed(['target: 1', 'target: 2']), {
      file: 'example.yaml',
      directory: '',
      readProfile: async (path) => {
        if (path === '2005.csv') throw new ProfileError(path, [gap]);
        return files[path]!;
      },
    }).catch((error: { issues: unknown[] }) => error.issues);
    expect(found).toMatchObject([{ where: 'matching.target' }, gap]);
  });

  test.each([
    [
      'peaks above the installed power',
      'utilisation: 0.8',
      'utilisation: 0.95',
      'arrivalProfile',
      "firm work arrives at up to 1.045 of the tier's installed power (peak 1.1 × utilisation 0.95)",
    ],
    [
      'falls below its floor',
      'deadlineHours: 0,',
      'deadlineHours: 0, floorShare: 0.95,',
      'floorShare',
      '0.95 is above the least firm work that arrives, 0.9 of its mean',
    ],
    [
      'changes faster than its ramp',
      'deadlineHours: 0,',
      'deadlineHours: 0, rampSharePerHour: 0.1,',
      'rampSharePerHour',
      '0.1 is less than the steepest change of the firm work that arrives, 0.16 of the installed power',
    ],
  ])('firm work that %s cannot be served', async (_, from, to, field, problem) => {
    const issues = await issuesOf(changed([from, to]));
    expect(issues.map((issue) => [issue.where, issue.problem])).toEqual([[`load.tiers[0].${field}`, problem]]);
    // The same work with an hour to wait is no contradiction.
    expect(await issuesOf(changed([from, to]).replace('deadlineHours: 0', 'deadlineHours: 1'))).toEqual([]);
  });

  test('the year closes: the change from the last hour to the first counts for the ramp', async () => {
    // Rises by 1e-5 an hour and falls by 0.0876 from the last hour to the first, around a mean of 1.
    const rising = profile('inference', 'relative', 2005, (hour) => 1 + (hour - 4379.5) * 1e-5);
    const from = { ...files, 'load.csv': profileFile('load.csv', [rising]) };
    const issues = await issuesOf(changed(['deadlineHours: 0,', 'deadlineHours: 0, rampSharePerHour: 0.05,']), from);
    // 0.08759 × utilisation 0.8
    expect(issues.map(({ problem }) => problem)).toEqual([
      '0.05 is less than the steepest change of the firm work that arrives, 0.07007 of the installed power',
    ]);
  });

  test('work that never arrives has no shape, and several weather years may not all read the same files', async () => {
    const idle = { ...files, 'load.csv': profileFile('load.csv', [profile('inference', 'relative', 2005, () => 0)]) };
    expect((await issuesOf(example, idle)).map(({ problem }) => problem)).toEqual(['the shape is 0 in every hour']);
    const same = changed(["- { name: '2005' }", '- { name: a }\n  - { name: b }']).replaceAll('{weatherYear}', '2005');
    expect((await issuesOf(same)).map(({ problem }) => problem)).toEqual([
      '2 weather years, but all of them read the same files',
    ]);
  });
});
