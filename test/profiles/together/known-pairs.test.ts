/** How often files that belong together are told to be hours apart, and such that are an hour apart are not: weather of known sites. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseProfile } from '../../../src/profiles/read.ts';
import { checkTogether } from '../../../src/profiles/together/check-together.ts';

const HOUR = 3_600_000;
const [DAYS, seasons, years] = [14, [0, 2160, 4400, 6500], [2005, 2006]] as const;
let directory = '';
const series = new Map<string, Float64Array>();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hourmatch-pairs-'));
  for (const year of years) {
    const path = new URL(`../../../data/profiles/synthetic-${year}.csv`, import.meta.url);
    for (const { name, values } of parseProfile(await readFile(path), 'year.csv').columns) {
      series.set(`${name} ${year}`, values);
    }
  }
});
afterAll(() => rm(directory, { recursive: true }));

/** Shares between 1 − spread and 1 + spread, the same each time. */
const noise = (hour: number, spread: number) => 1 + spread * ((((hour * 7919) % 9973) / 9973) * 2 - 1);

async function file(name: string, column: string, first: number, shift: number, spread: number): Promise<string> {
  const header = column.includes('solar') ? 'GHI [W/m2]' : 'Power [MW]';
  const rows = Array.from({ length: 24 * DAYS }, (_, at) => {
    const value = series.get(column)![(first + at + shift + 8760) % 8760]! * noise(at, spread);
    return `${new Date(Date.UTC(2005, 0, 1) + (first + at) * HOUR).toISOString().slice(0, 16)},${value.toFixed(4)}`;
  });
  const path = join(directory, name);
  await writeFile(path, `time (UTC),${header}\n${rows.join('\n')}\n`);
  return path;
}

const other = (year: number) => (year === 2005 ? 2006 : 2005);

/** Of eight fortnights: two years, four seasons. */
test.each([
  ['two sites of the sun', 'ouarzazate_solar', 'benguerir_solar', 0, 0, 0],
  ['one site of the sun, a fifth astray', 'ouarzazate_solar', 'ouarzazate_solar', 0, 0.2, 0],
  ['one site of the sun in another year', 'ouarzazate_solar', 'ouarzazate_solar of another year', 0, 0, 0],
  ['one wind, a tenth astray', 'tangier_wind', 'tangier_wind', 0, 0.1, 0],
  ['two sites of the wind', 'tangier_wind', 'midelt_wind', 0, 0, 0],
  ['one site of the wind in another year', 'boujdour_wind', 'boujdour_wind of another year', 0, 0, 0],
  ['two sites of the sun, an hour apart', 'ouarzazate_solar', 'benguerir_solar', 1, 0, 8],
  ['one site of the sun, a fifth astray and an hour apart', 'ouarzazate_solar', 'ouarzazate_solar', -1, 0.2, 8],
  [
    'one site of the sun in another year, an hour apart',
    'ouarzazate_solar',
    'ouarzazate_solar of another year',
    1,
    0,
    8,
  ],
  ['one wind, a tenth astray and an hour apart', 'tangier_wind', 'tangier_wind', 1, 0.1, 7],
  // Two files are of one plant where they agree to 0.95: what is further astray is passed over.
  ['one wind, three tenths astray and an hour apart', 'tangier_wind', 'tangier_wind', 1, 0.3, 6],
  ['one wind, six tenths astray and an hour apart', 'tangier_wind', 'tangier_wind', 1, 0.6, 0],
] as const)('%s', async (_, a, b, shift, spread, told) => {
  let found = 0;
  for (const year of years) {
    for (const first of seasons) {
      const [site, another] = b.split(' of ');
      const one = await file('one.csv', `${a} ${year}`, first, 0, 0);
      const two = await file('two.csv', `${site} ${another === undefined ? year : other(year)}`, first, shift, spread);
      const misfits = await checkTogether([one, two], { label: 'start' });
      expect(misfits.every(({ code, message }) => code === 'hours-apart' && message.includes(' 1 hour '))).toBe(true);
      found += misfits.length;
    }
  }
  expect(found).toBe(told);
});
