import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ScenarioError } from '../../../src/errors.ts';
import { nativeToCsv } from '../../../src/profiles/formats/native/to-csv.ts';
import { loadScenarioText } from '../../../src/scenario/load.ts';
import { ninjaCsv, opsdCsv, typicalCsv } from '../../fixtures/foreign-files.ts';
import { changed } from '../example.ts';

let directory = '';
const native = (year: number, name: string, unit: 'capacityFactor' | 'relative', at: (hour: number) => number) =>
  nativeToCsv({
    synthetic: false,
    source: 'made for a test',
    year,
    columns: [
      { name, unit, values: Float64Array.from({ length: year % 4 === 0 ? 8784 : 8760 }, (_, h) => at(h)), decimals: 3 },
    ],
  });

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hourmatch-foreign-'));
  const texts = {
    'ninja.csv': ninjaCsv(2005, (hour) => (hour % 8) / 4),
    'opsd.csv': opsdCsv([2004, 2005], (year, hour) => (year === 2004 ? 0.25 : hour === 100 ? '' : 0.5)),
    'typical.csv': typicalCsv(),
    'days.csv': `Date;MW\n${['01/02', '02/02', '03/02'].map((day) => `${day}/2005 00:00;1,5`).join('\n')}\n`,
    'wind.csv': native(2005, 'wind', 'capacityFactor', () => 0.5),
    'load.csv': native(2005, 'inference', 'relative', () => 1),
  };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(directory, name), text);
});
afterAll(() => rm(directory, { recursive: true }));

const load = (text: string) => loadScenarioText(text, { file: 'example.yaml', directory });
const issuesOf = async (text: string) => {
  const error = await load(text).catch((reason: unknown) => reason);
  if (!(error instanceof ScenarioError)) throw new Error('accepted');
  return error.issues;
};
const wind = '{ file: "{weatherYear}.csv", column: wind }';
const sun = '{ file: "{weatherYear}.csv", column: sun }';
const plant = 'plant: { kind: photovoltaic, mounting: { kind: fixed, tiltDeg: 30, azimuthDeg: 180 } }';

describe('foreign files stand in a scenario as native ones do', () => {
  test('power for a nameplate and a filled profile of one year of several become capacity factors', async () => {
    const text = changed(
      [wind, '{ file: ninja.csv, column: electricity }'],
      [sun, '{ file: opsd.csv, column: MA_solar_profile, year: "{weatherYear}", fill: "linear:3h" }'],
    );
    const { scenario, inputs } = await load(text);
    expect(scenario.weatherYears).toMatchObject([{ year: 2005, hours: 8760 }]);
    expect(scenario.renewables[0]!.capacityFactor[0]!.subarray(0, 4)).toEqual(Float64Array.of(0, 0.125, 0.25, 0.375));
    expect(scenario.renewables[1]!.capacityFactor[0]!.every((value) => value === 0.5)).toBe(true);
    expect(inputs.map(({ file, format }) => [file, format])).toEqual([
      ['load.csv', 'native'],
      ['ninja.csv', 'ninja-point'],
      ['opsd.csv', 'opsd'],
      ['dea.yaml', undefined],
    ]);
    const [reading] = inputs[2]!.readings!;
    expect(reading!.columns[0]!.filled).toEqual([
      { column: 'MA_solar_profile', method: 'linear', first: '2005-01-05T04:00Z', hours: 1 },
    ]);
    expect(inputs[1]!.readings![0]!.columns[0]!.transformations.join(' ')).toContain('nameplate of 2 kW');
    expect(inputs[0]!.readings).toBeUndefined();
  });

  test('every weather year is taken from one file by {weatherYear}', async () => {
    const text = changed(
      ["- { name: '2005' }", "- { name: '2005' }\n  - { name: '2004' }"],
      [wind, '{ file: opsd.csv, column: MA_solar_profile, year: "{weatherYear}", fill: "linear:3h" }'],
      [sun, '{ file: opsd.csv, column: MA_solar_profile, year: "{weatherYear}", fill: "linear:3h" }'],
      [', arrivalProfile: { file: load.csv, column: inference }', ''],
    );
    const { scenario, inputs } = await load(text);
    expect(scenario.weatherYears.map(({ year, hours }) => [year, hours])).toEqual([
      [2005, 8760],
      [2004, 8784],
    ]);
    expect(scenario.renewables[0]!.capacityFactor.map((values) => values[0])).toEqual([0.5, 0.25]);
    // One file, two readings of it.
    expect(inputs.filter(({ kind }) => kind === 'profile')).toHaveLength(1);
    expect(inputs[0]!.readings).toHaveLength(2);
  });

  test('what is stated about a file counts for what the scenario asks, where the file lies does not', async () => {
    const of = async (reference: string) =>
      (await load(changed([wind, reference], [sun, '{ file: wind.csv, column: wind }']))).contentHash;
    const plain = await of('{ file: ninja.csv, column: electricity }');
    await writeFile(
      join(directory, 'other.csv'),
      ninjaCsv(2005, (hour) => (hour % 8) / 4),
    );
    expect(await of('{ file: other.csv, column: electricity }')).toBe(plain);
    expect(await of('{ file: ninja.csv, column: electricity, capacityMW: 0.004 }')).not.toBe(plain);
  });
});

describe('what a foreign file leaves open is asked where the scenario names it', () => {
  test('each question with the file and the option', async () => {
    const text = changed(
      [wind, '{ file: opsd.csv, column: MA_solar_profile }'],
      [sun, '{ file: typical.csv, column: GHI }'],
    );
    const issues = await issuesOf(text);
    expect(issues.map(({ code, where }) => [code, where])).toEqual([
      ['profile.question', 'renewables[0].capacityFactor'],
      ['profile.question', 'renewables[1].capacityFactor'],
      ['profile.question', 'renewables[1].capacityFactor'],
    ]);
    expect(issues[0]!.problem).toContain('opsd.csv: the file covers several years: 2004, 2005');
    expect(issues.map(({ problem }) => problem).join(' ')).toContain('which plant turns it into power?');
    expect(issues.every(({ line }) => line !== undefined)).toBe(true);
  });

  test('a gap is told with the line of the foreign file', async () => {
    const text = changed(
      [wind, '{ file: opsd.csv, column: MA_solar_profile, year: 2005 }'],
      [sun, '{ file: wind.csv, column: wind }'],
    );
    const issues = await issuesOf(text);
    // 8,784 hours of 2004 and a header before the hundredth hour of 2005.
    expect(issues).toMatchObject([{ code: 'profile.gap', line: 1 + 8784 + 101, where: 'MA_solar_profile' }]);
  });

  test('options on a native file, a misspelt column and a placeholder without a year are told', async () => {
    const told = async (reference: string) =>
      issuesOf(changed([wind, reference], [sun, '{ file: wind.csv, column: wind }']));
    expect(await told('{ file: wind.csv, column: wind, zone: UTC }')).toMatchObject([
      { code: 'profile.contradiction' },
    ]);
    expect(await told('{ file: ninja.csv, column: electricty }')).toMatchObject([
      { code: 'profile.missing-column', where: 'renewables[0].capacityFactor.column' },
    ]);
    expect(await told('{ file: wind.csv, column: wind, colour: red }')).toMatchObject([
      { code: 'scenario.unknown-field' },
    ]);
    const named = changed(
      ["- { name: '2005' }", '- { name: windy }'],
      [wind, '{ file: opsd.csv, column: MA_solar_profile, year: "{weatherYear}" }'],
      [sun, '{ file: wind.csv, column: wind }'],
    );
    expect(await issuesOf(named)).toMatchObject([
      { code: 'scenario.conflict', problem: '"windy" is no calendar year' },
    ]);
  });
});

describe('a typical year', () => {
  const typical = (more = '') => `{ file: typical.csv, column: GHI, year: 2005, ${plant}${more} }`;

  test('beside weather of another file is refused unless it is accepted there', async () => {
    const beside = changed([wind, '{ file: wind.csv, column: wind }'], [sun, typical()]);
    expect(await issuesOf(beside)).toMatchObject([
      {
        code: 'scenario.conflict',
        where: 'renewables[1].capacityFactor',
        problem: 'typical.csv is a typical year, beside weather of wind.csv',
      },
    ]);
    const accepted = await load(
      changed([wind, '{ file: wind.csv, column: wind }'], [sun, typical(', typicalYear: accept')]),
    );
    expect(accepted.inputs.find(({ file }) => file === 'typical.csv')!.readings![0]!.isTypicalYear).toBe(true);
  });

  test('alone, or with all weather of the same file, goes with itself', async () => {
    const { scenario } = await load(changed([wind, typical()], [sun, typical()]));
    expect(scenario.renewables[0]!.capacityFactor[0]!.some((value) => value > 0.3)).toBe(true);
  });
});

test('day or month first is a question that names the field of the scenario', async () => {
  const days = 'file: days.csv, column: MW, zone: UTC, label: start, capacityMW: 2';
  const problems = async (more: string) => {
    const issues = await issuesOf(changed([wind, `{ ${days}${more} }`], [sun, '{ file: wind.csv, column: wind }']));
    return issues.map(({ problem, expected }) => `${problem}; ${expected}`).join('\n');
  };
  expect(await problems('')).toMatch(/day and month cannot be told apart.*in a scenario, dates: day-first/);
  expect(await problems(', dates: month-first')).not.toContain('day and month');
});
