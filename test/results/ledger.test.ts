import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { readParquet } from '../../src/results/hours/schedule-parquet.ts';
import { cutLedger } from '../../src/results/ledger/cut-ledger.ts';
import { ledgerFormats } from '../../src/results/ledger/ledger-document.ts';
import { verifyLedger } from '../../src/results/ledger/verify-ledger.ts';
import { writeLedger } from '../../src/results/ledger/write-ledger.ts';
import { readResultDirectory } from '../../src/results/read-directory.ts';
import { compareReports } from '../../src/results/recomputed/compare-reports.ts';
import { verifyResultDirectory } from '../../src/results/verify-directory.ts';
import { writeReports } from '../../src/results/write-reports.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { WeatherYearSchedule } from '../../src/schedule/schedule.ts';
import { verifyResult } from '../../src/studies/verify-result.ts';
import { draws } from '../fixtures/draws.ts';
import { readWorkbook } from '../report/read-workbook.ts';
import { chanceOf } from '../verify/random-plan.ts';
import { freshDirectory, loadCampus, madeUpAnswer, writeMadeUp } from './campus.ts';
import { lawfulResult, lawfulText } from './lawful-result.ts';

const result = lawfulResult();

const place = join('ledger', '40-mw--2005');

/** Changes the text of a file, which must make a difference. */
async function change(path: string, to: (before: string) => string): Promise<void> {
  const before = await readFile(path, 'utf8');
  const after = to(before);
  expect(after).not.toBe(before);
  await writeFile(path, after);
}

test('a ledger of CSV proves itself by its rows, and whatever is changed of it is named', async () => {
  const directory = result();
  await writeLedger(directory, { order: 'fifo', format: 'csv' });
  await expectChain(directory);
  expect(await verifyLedger(directory)).toMatchObject({ verified: true, files: 7, order: 'fifo' });

  const wish = { kind: 'allocations', order: 'fifo', format: 'csv' } as const;
  const [from, to] = [Date.UTC(2005, 0, 2, 20), Date.UTC(2005, 0, 2, 21)];
  const cut = async (more: object) => {
    const answer = await cutLedger(directory, { ...wish, ...more });
    if (answer.kind !== 'hours') return answer;
    return Buffer.from(answer.bytes).toString().trimEnd().split('\n').slice(4);
  };
  const rows = (await readFile(join(directory, place, 'allocations.csv'), 'utf8')).split('\n');
  expect(await cut({ from, to })).toEqual(rows.filter((row) => row.includes('/small/2005-01-02T20:00Z')));
  const ofSun = (await cut({ from, to, plant: '__proto__' })) as string[];
  expect(ofSun.length).toBeGreaterThan(1);
  for (const row of ofSun) expect(row).toMatch(/\/proto\/2005-01-02T0[0-5]:00Z,.*,Battery,/);
  expect(await cut({ plant: 'Nowhere' })).toMatchObject({ kind: 'wrong name', where: 'plant', given: 'Nowhere' });

  await expectInReport(directory, rows);
  await expectFields(directory);

  await change(join(directory, place, 'allocations.csv'), (csv) =>
    csv.replace(/,(\d+),0,false,/, (_, digits: string) => `,${Number(digits) + 1},0,false,`),
  );
  await change(join(directory, place, 'discharges.csv'), (csv) => csv.replace(/\n[^\n]+\n$/, '\n'));
  await change(join(directory, 'ledger', 'ledger.json'), (json) => json.replace('"roundingWh": ', '"roundingWh": 1'));
  await writeFile(join(directory, place, 'more.csv'), '');
  await rm(join(directory, place, 'charges.csv'));
  // A workbook that has rows of it cannot be made again.
  const { disagreements: ofReports } = await compareReports(await readResultDirectory(directory));
  expect(ofReports).toContainEqual({
    where: 'report.xlsx',
    problem: `cannot be made again: ${place}/allocations.csv is not the file that ledger.json lists`,
  });
  const { verified, disagreements } = await verifyLedger(directory);
  expect(verified).toBe(false);
  const words = disagreements.map(({ where, problem }) => `${where}: ${problem}`).join('\n');
  for (const line of [
    /^ledger\/40-mw--2005\/allocations\.csv row 1 allocated_wh: \d+ stands where the files give \d+$/m,
    /^ledger\/40-mw--2005\/discharges\.csv rows: are 5, and should be 6$/m,
    /^ledger\/ledger\.json places\.0\.totals\.load\.roundingWh: 1\d+ stands where the files give \d+$/m,
    /^ledger\/40-mw--2005\/charges\.csv: is missing, or no file that can be read$/m,
    /^ledger\/40-mw--2005\/more\.csv: stands there and is no file of the ledger$/m,
  ]) {
    expect(words).toMatch(line);
  }
  expect(disagreements).toHaveLength(5);
});

/** Fields of version 2 of the scheme's API: each is a column, or left to whoever issues. */
const fieldsOfScheme = `issuance_id hash certificate_bundle_status account_id certificate_bundle_id_range_start
  certificate_bundle_id_range_end bundle_quantity face_value beneficiary energy_carrier energy_source
  issuance_post_energy_carrier_conversion registry_configuration device_id device_name device_technology_type
  device_production_start_date device_capacity device_location device_type production_starting_interval
  production_ending_interval expiry_datestamp is_storage sdr_allocation_id discharging_start_interval
  discharging_end_interval storage_efficiency_factor country_of_issuance connected_grid_identification issuing_body
  issuance_purpose support_received quality_scheme_reference dissemination_level issue_market_zone
  emissions_factor_production_device emissions_factor_production_device_source charging_start_interval
  charging_end_interval charging_energy charging_energy_source gc_issuance_id scr_geographic_matching_method
  discharge_energy scr_allocation_methodology efficiency_factor_methodology efficiency_factor_interval_start
  efficiency_factor_interval_end interval_start interval_end interval_usage gross_net_indicator scr_allocation_id`;

async function expectFields(directory: string): Promise<void> {
  const { columns, leftToTheRegistry } = JSON.parse(await readFile(join(directory, 'ledger/ledger.json'), 'utf8'));
  const known = new Set([...Object.values<object>(columns).flatMap((own) => Object.keys(own)), ...leftToTheRegistry]);
  expect(fieldsOfScheme.split(/\s+/).filter((field) => !known.has(field))).toEqual([]);
  const text = (await readFile(join(directory, place, 'charges.csv'), 'utf8')).trimEnd();
  const [names = [], ...charges] = text
    .split('\n')
    .slice(3)
    .map((row) => row.split(','));
  const sources = charges.map((row) => row[names.indexOf('charging_energy_source')]);
  expect(sources).toEqual(charges.map((row) => (row.includes('coast-north') ? 'wind' : 'solar')));
}

/** A workbook has the rows of one day as they are, and what plants store and serve is what follows from the hours. */
async function expectInReport(directory: string, allocations: readonly string[]): Promise<void> {
  const kinds = (['xlsx', 'csv'] as const).map((format) => ({ format, language: 'en' }) as const);
  const [workbook, values] = await Promise.all((await writeReports(directory, kinds)).map((path) => readFile(path)));
  const [names = [], ...rows] = readWorkbook(workbook!).find(({ name }) => name === 'Ledger extract')!.rows;
  const served = names.indexOf('allocated_wh');
  const ofDay = allocations.filter((row) => row.includes('/small/2005-01-02T')).map((row) => row.split(','));
  expect(rows.length).toBeGreaterThan(24);
  expect(rows.map((row) => row[served])).toEqual(ofDay.map((row) => Number(row[served])));
  expect(rows.map((row) => row[names.indexOf('hash')])).toEqual(ofDay.map((row) => row.at(-1)));
  const { data } = Papa.parse<string[]>(Buffer.from(values!).toString());
  const told = (plant: string, column: string) =>
    Number(data.find(([section, , , row, name]) => section === 'plants' && row === plant && name === column)![6]);
  const { loaded, schedule } = await readResultDirectory(directory);
  const own = useByPlant(loaded.scenario, schedule!.phases[0]!.weatherYears[0]!);
  loaded.scenario.renewables.forEach(({ name }, i) => {
    // To the watt-hours that are lost by rounding in the hours of three days.
    expect(told(name, 'Stored')).toBeCloseTo(own.stored[i]!, 3);
    expect(told(name, 'Used')).toBeCloseTo(own.used[i]!, 3);
    expect(told(name, 'Share of load')).toBeCloseTo(own.used[i]! / (72 * 40), 6);
  });
}

/** In proportion to what arrives, and out of store first in, first out, in plain sums of MWh. */
function useByPlant({ renewables, storages }: Scenario, flows: WeatherYearSchedule) {
  const { selfDischargePerHour, chargeEfficiency, dischargeEfficiency } = storages[0]!;
  const [stored, used] = [renewables.map(() => 0), renewables.map(() => 0)];
  let lots: { mwh: number; of: number[] }[] = [];
  for (let h = 0; h < 72; h++) {
    const arriving = renewables.map(({ loss }, i) => (1 - loss) * flows.renewables[i]!.generationMW[h]!);
    const all = arriving.reduce((sum, mw) => sum + mw, 0);
    const { chargeMW, dischargeMW } = flows.storages[0]!;
    arriving.forEach((mw, i) => {
      stored[i]! += (chargeMW[h]! * mw) / all;
      used[i]! += ((flows.loadMW[h]! - dischargeMW[h]!) * mw) / all;
    });
    lots = lots.map(({ mwh, of }) => ({ mwh: mwh * (1 - selfDischargePerHour), of }));
    if (chargeMW[h]! > 0) lots.push({ mwh: chargeMW[h]! * chargeEfficiency, of: arriving.map((mw) => mw / all) });
    let out = dischargeMW[h]! / dischargeEfficiency;
    for (const lot of lots) {
      const taken = Math.min(out, lot.mwh);
      lot.mwh -= taken;
      out -= taken;
      lot.of.forEach((share, i) => {
        used[i]! += taken * dischargeEfficiency * share;
      });
    }
  }
  return { stored, used };
}

/** The hash chain recomputed from the cells of a file alone. */
async function expectChain(directory: string): Promise<void> {
  const csv = await readFile(join(directory, place, 'production.csv'), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, comments: '#', skipEmptyLines: true });
  const { places } = JSON.parse(await readFile(join(directory, 'ledger', 'ledger.json'), 'utf8'));
  const { chainStart, chainEnd, rows } = places[0].tables[0];
  expect(data).toHaveLength(rows);
  // What may still change is left out of the hash.
  const mutable = /^(certificate_bundle_id_range|lost_|delivered_|used_|stored_|exported_|unclaimed_|hash)/;
  const whole = ['bundle_quantity', 'device_capacity', 'face_value', 'registry_configuration'];
  let previous: string = chainStart;
  for (const row of data) {
    const fields = Object.entries(row).flatMap(([name, cell]) => {
      if (mutable.test(name)) return [];
      return [[name, whole.includes(name) ? Number(cell) : cell === 'false' ? false : cell] as const];
    });
    const sorted = [...fields, ['previous_hash', previous] as const].sort(([a], [b]) => (a < b ? -1 : 1));
    previous = createHash('sha256')
      .update(JSON.stringify(Object.fromEntries(sorted)))
      .digest('hex');
    if (previous !== row.hash) break;
  }
  expect(previous).toBe(chainEnd);
  expect(data.every(({ issuing_body }) => issuing_body === 'planned, not issued')).toBe(true);
  expect(data.every(({ weather }) => weather === 'synthetic, not measured')).toBe(true);
}

describe('a ledger', () => {
  test('of Parquet holds whole watt-hours as 64-bit integers and hours as instants', async () => {
    await writeLedger(result(), { order: 'fifo', format: 'parquet' });
    const { columns, rows } = await readParquet(await readFile(join(result(), place, 'consumption.parquet')));
    const first = Object.fromEntries(columns.map(({ name, cells }) => [name, cells[0]]));
    expect(rows).toBe(72);
    expect(first).toMatchObject({ interval_usage: 40_000_000n, interval_start: new Date('2005-01-01T00:00Z') });
  });

  test('of JSON is by column, and made again with a result it goes with the old one', async () => {
    const campus = await freshDirectory();
    const directory = join(campus, 'out');
    await cp(result(), directory, { recursive: true });
    await writeLedger(directory, { order: 'fifo', format: 'json' });
    const table = JSON.parse(await readFile(join(directory, place, 'discharges.json'), 'utf8'));
    expect(table).toMatchObject({ ledger: 'discharges', issuingBody: 'planned, not issued', rows: 6 });
    await writeFile(join(directory, place, 'more.csv'), '');
    const { notChecked, disagreements } = await verifyResultDirectory(directory, verifyResult);
    expect(notChecked).toContain('ledger: 7 files; hourmatch ledger verify recomputes them row by row.');
    expect(disagreements.filter(({ where }) => where.startsWith('ledger'))).toEqual([
      { where: 'ledger/40-mw--2005/more.csv', problem: 'stands there and is not listed with the result' },
    ]);
    const loaded = await loadCampus(campus, lawfulText);
    await writeMadeUp(directory, campus, { loaded, answer: madeUpAnswer(loaded) });
    expect(await readdir(directory)).not.toContain('ledger');
    // The hours of a made-up answer obey no law.
    await expect(writeLedger(directory, { order: 'fifo', format: 'csv' })).rejects.toThrow();
    await expect(verifyLedger(directory)).rejects.toThrow('is not a valid result');
  });

  test.for(ledgerFormats)('of %s is found to be another when one digit of any of its files is', async (format) => {
    const chance = chanceOf(17);
    for (let draw = 0; draw < draws(1, 17).numRuns; draw++) {
      await writeLedger(result(), { order: 'fifo', format });
      expect((await verifyLedger(result())).verified).toBe(true);
      const files = ['ledger.json', ...(await readdir(join(result(), place))).map((file) => `40-mw--2005/${file}`)];
      expect(files).toHaveLength(7);
      for (const file of files) await changeDigit(join(result(), 'ledger', file), chance);
      const { disagreements } = await verifyLedger(result());
      for (const file of files) {
        const named = disagreements.filter(
          ({ where }) => where.startsWith(`ledger/${file} `) || where === `ledger/${file}`,
        );
        expect(named, file).not.toEqual([]);
      }
    }
  });
});

/** One more, or 8 in the place of 9; of Parquet, which has few digits to read, one bit of any byte. */
async function changeDigit(file: string, chance: () => number): Promise<void> {
  const bytes = await readFile(file);
  const isDigit = (at: number) => file.endsWith('.parquet') || (bytes[at]! >= 0x30 && bytes[at]! <= 0x39);
  const digits = [...bytes.keys()].filter(isDigit);
  const at = digits[Math.floor(chance() * digits.length)]!;
  if (file.endsWith('.parquet')) bytes[at]! ^= 2 ** Math.floor(8 * chance());
  else bytes[at]! += bytes[at] === 0x39 ? -1 : 1;
  await writeFile(file, bytes);
}
