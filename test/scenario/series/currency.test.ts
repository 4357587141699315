/** Prices of a file are money of the scenario: nothing is converted, so a price in another currency is refused. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ScenarioError } from '../../../src/errors.ts';
import { nativeToCsv } from '../../../src/profiles/formats/native/to-csv.ts';
import { nativeOfFile } from '../../../src/profiles/import/native-of-file.ts';
import { parseProfile, readProfileFile } from '../../../src/profiles/read.ts';
import { loadScenarioText } from '../../../src/scenario/load.ts';
import { hoursOfYear, stampOfHour } from '../../../src/time.ts';
import { changed } from '../example.ts';

let directory = '';
const hours = Array.from({ length: hoursOfYear(2005) }, (_, hour) => hour);
const flat = (name: string, unit: 'capacityFactor' | 'relative' | 'pricePerMWh', currency?: string) =>
  nativeToCsv({
    synthetic: false,
    source: 'made for a test',
    year: 2005,
    ...(currency === undefined ? {} : { currency }),
    columns: [{ name, unit, values: Float64Array.from(hours, () => 1), decimals: 1 }],
  });
const table = (header: string) =>
  `Date (UTC);${header}\n${hours.map((hour) => `${stampOfHour(2005, hour).slice(0, 16)};50,5`).join('\n')}\n`;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hourmatch-currency-'));
  const texts = {
    'sun.csv': flat('sun', 'capacityFactor'),
    'wind.csv': flat('wind', 'capacityFactor'),
    'load.csv': flat('inference', 'relative'),
    'plain.csv': flat('price', 'pricePerMWh'),
    'dirham.csv': flat('price', 'pricePerMWh', 'MAD'),
    'euro.csv': table('price [EUR/MWh]'),
    'unsaid.csv': table('price'),
  };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(directory, name), text);
});
afterAll(() => rm(directory, { recursive: true }));

async function issuesWith(price: string, currency = 'EUR') {
  const text = changed(
    ['{ file: "{weatherYear}.csv", column: wind }', '{ file: wind.csv, column: wind }'],
    ['{ file: "{weatherYear}.csv", column: sun }', '{ file: sun.csv, column: sun }'],
    ['importPricePerMWh: 90', `importPricePerMWh: ${price}`],
    ['currency: EUR', `currency: ${currency}`],
  );
  const answer = await loadScenarioText(text, { file: 'example.yaml', directory }).catch((reason: unknown) => reason);
  if (!(answer instanceof ScenarioError)) return [];
  return answer.issues.filter(({ where }) => where !== 'currency');
}

test('prices in the currency of the scenario are taken, and so are those of a file that names none', async () => {
  expect(await issuesWith('{ file: euro.csv, column: price, label: start }')).toEqual([]);
  expect(await issuesWith('{ file: plain.csv, column: price }', 'MAD')).toEqual([]);
  expect(await issuesWith('{ file: dirham.csv, column: price }', 'MAD')).toEqual([]);
});

test.each([
  ['{ file: euro.csv, column: price, label: start }', 'MAD', 'EUR'],
  ['{ file: dirham.csv, column: price }', 'EUR', 'MAD'],
  ['{ file: unsaid.csv, column: price, label: start, unit: USD/kWh }', 'EUR', 'USD'],
])('prices of %s in a scenario in %s are refused, since nothing is converted', async (price, currency, stated) => {
  expect(await issuesWith(price, currency)).toMatchObject([
    {
      code: 'profile.wrong-unit',
      where: 'grid.importPricePerMWh.column',
      problem: expect.stringContaining(`is in ${stated}, but the scenario's currency is ${currency}`),
      expected: expect.stringContaining(`Prices in ${currency}`),
    },
  ]);
});

test('a price whose currency nobody states is a question', async () => {
  const [issue] = await issuesWith('{ file: unsaid.csv, column: price, label: start }');
  expect(issue).toMatchObject({ code: 'profile.question', expected: expect.stringContaining('EUR/MWh') });
});

test('an imported price keeps its currency', async () => {
  const request = { columns: [{ unit: 'pricePerMWh' as const }], options: { label: 'start' as const } };
  const text = nativeOfFile(await readProfileFile(join(directory, 'euro.csv'), request));
  expect(text).toContain('\n# currency: EUR\n');
  expect(parseProfile(Buffer.from(text), 'native.csv').columns[0]).toMatchObject({ currency: 'EUR' });
});
