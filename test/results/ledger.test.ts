import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { cutLedger } from '../../src/results/ledger/cut-ledger.ts';
import type { LedgerFormat } from '../../src/results/ledger/ledger-document.ts';
import { tableToCsv } from '../../src/results/ledger/table-text.ts';
import { verifyLedger } from '../../src/results/ledger/verify-ledger.ts';
import { writeLedger } from '../../src/results/ledger/write-ledger.ts';
import { readParquet } from '../../src/results/schedule-parquet.ts';
import { verifyResultDirectory } from '../../src/results/verify-directory.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Schedule } from '../../src/schedule/schedule.ts';
import { verifyResult } from '../../src/studies/verify-result.ts';
import { freshDirectory, loadCampus, madeUpAnswer, writeMadeUp } from './campus.ts';

const text = `name: Small
currency: EUR
discountRate: 0.07
weatherYears: [{ name: '2005' }]
phases: [{ name: 40 MW, firstYear: 2026, years: 2, itCapacityMW: 40 }]
load: { pue: 1.25, utilisation: 0.8, tiers: [{ name: firm, share: 1, deadlineHours: 0 }] }
renewables:
  - { name: 'Coast, north', technology: wind, capacityFactor: { file: weather/2005.csv, column: wind }, siteMaximumMW: 900, loss: 0.05 }
  - { name: __proto__, technology: solar-fixed, capacityFactor: { file: weather/2005.csv, column: sun }, siteMaximumMW: 900 }
storages: [{ name: Battery, technology: battery, durationHours: { min: 1, max: 12 } }]
grid: { importPricePerMWh: 90, exportPricePerMWh: 0, subscribedPowerCostPerMWYear: 0, carbonIntensityKgPerMWh: 607 }
matching: { kind: hourly, target: 1, over: everyYear }
`;

/** Sun charges the battery in the first six hours of a day, and two of its evening empty it again. */
function lawful({ phases, renewables, storages, weatherYears }: Scenario): Schedule {
  const { hours, name } = weatherYears[0]!;
  const storage = storages[0]!;
  const none = () => new Float64Array(hours);
  const [load, wind, sun, charge, discharge, stored] = [none(), none(), none(), none(), none(), none()];
  for (let h = 0; h < hours; h++) {
    const before = (1 - storage.selfDischargePerHour) * (h === 0 ? 0 : stored[h - 1]!);
    if (h % 24 < 6) charge[h] = 10 + (h % 7) / 3;
    if (h % 24 === 20) discharge[h] = (before / 2) * storage.dischargeEfficiency;
    if (h % 24 === 21) discharge[h] = before * storage.dischargeEfficiency;
    stored[h] = before + storage.chargeEfficiency * charge[h]! - discharge[h]! / storage.dischargeEfficiency;
    load[h] = 40;
    sun[h] = charge[h]! + (h % 24 < 12 ? 5 : 0);
    wind[h] = (load[h]! + charge[h]! - discharge[h]! - sun[h]!) / 0.95;
  }
  const flows = {
    name,
    loadMW: load,
    renewables: [wind, sun].map((generationMW, i) => ({ name: renewables[i]!.name, generationMW })),
    storages: [{ name: storage.name, chargeMW: charge, dischargeMW: discharge, stateOfChargeMWh: stored }],
    tiers: [{ name: 'firm', servedMW: load.map((mw) => mw / 1.25), backlogMWh: none(), shedMW: none() }],
    importMW: none(),
    exportMW: none(),
  };
  const capacities = {
    renewables: renewables.map((plant) => ({ name: plant.name, capacityMW: 200 })),
    storages: [{ name: storage.name, powerCapacityMW: 100, energyCapacityMWh: 100 }],
    links: [],
    grid: { subscribedPowerMW: 0 },
  };
  return { phases: [{ name: phases[0]!.name, capacities, weatherYears: [flows] }] };
}

async function resultWithLedger(format: LedgerFormat): Promise<string> {
  const campus = await freshDirectory();
  const loaded = await loadCampus(campus, text);
  const directory = join(campus, 'out');
  await writeMadeUp(directory, campus, {
    loaded,
    answer: { ...madeUpAnswer(loaded), schedule: lawful(loaded.scenario) },
  });
  await writeLedger(directory, { order: 'fifo', format });
  return directory;
}

const place = join('ledger', '40-mw--2005');

/** Changes the text of a file, which must make a difference. */
async function change(path: string, to: (before: string) => string): Promise<void> {
  const before = await readFile(path, 'utf8');
  const after = to(before);
  expect(after).not.toBe(before);
  await writeFile(path, after);
}

test('a ledger of CSV proves itself by its rows, and whatever is changed of it is named', async () => {
  const directory = await resultWithLedger('csv');
  await expectChain(directory);
  expect(await verifyLedger(directory)).toMatchObject({ verified: true, files: 6, order: 'fifo' });

  const wish = { kind: 'allocations', order: 'fifo', format: 'csv' } as const;
  const [from, to] = [Date.UTC(2005, 5, 21, 20), Date.UTC(2005, 5, 21, 21)];
  const cut = async (more: object) => {
    const answer = await cutLedger(directory, { ...wish, ...more });
    if (answer.kind !== 'hours') return answer;
    return Buffer.from(answer.bytes).toString().trimEnd().split('\n').slice(4);
  };
  const rows = (await readFile(join(directory, place, 'allocations.csv'), 'utf8')).split('\n');
  expect(await cut({ from, to })).toEqual(rows.filter((row) => row.includes('/small/2005-06-21T20:00Z')));
  const ofSun = (await cut({ from, to, plant: '__proto__' })) as string[];
  expect(ofSun.length).toBeGreaterThan(1);
  for (const row of ofSun) expect(row).toMatch(/\/proto\/2005-06-21T0[0-5]:00Z,.*,Battery,/);
  expect(await cut({ plant: 'Nowhere' })).toMatchObject({ kind: 'wrong name', where: 'plant', given: 'Nowhere' });

  await change(join(directory, place, 'allocations.csv'), (csv) =>
    csv.replace(/,(\d+),0,false,/, (_, digits: string) => `,${Number(digits) + 1},0,false,`),
  );
  await change(join(directory, place, 'discharges.csv'), (csv) => csv.replace(/\n[^\n]+\n$/, '\n'));
  await change(join(directory, 'ledger', 'ledger.json'), (json) => json.replace('"roundingWh": ', '"roundingWh": 1'));
  await writeFile(join(directory, place, 'more.csv'), '');
  await rm(join(directory, place, 'charges.csv'));
  const { verified, disagreements } = await verifyLedger(directory);
  expect(verified).toBe(false);
  const words = disagreements.map(({ where, problem }) => `${where}: ${problem}`).join('\n');
  for (const line of [
    /^ledger\/40-mw--2005\/allocations\.csv row 1 allocated_wh: \d+ stands where the files give \d+$/m,
    /^ledger\/40-mw--2005\/discharges\.csv rows: are 729, and should be 730$/m,
    /^ledger\/ledger\.json places\.0\.totals\.load\.roundingWh: 1\d+ stands where the files give \d+$/m,
    /^ledger\/40-mw--2005\/charges\.csv: is missing, or no file that can be read$/m,
    /^ledger\/40-mw--2005\/more\.csv: stands there and is no file of the ledger$/m,
  ]) {
    expect(words).toMatch(line);
  }
  expect(disagreements).toHaveLength(5);
});

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

test('names that a spreadsheet would run are text in CSV', () => {
  const values = ['=cmd()', '+1', '-1', '@x', '\t=1', 'a, "b"', null, 7, '<script>'];
  const column = { name: 'name', type: 'text', meaning: '', values } as const;
  const table = { kind: 'production', rows: values.length, columns: [column], chainStart: '' } as const;
  const csv = tableToCsv({ ...table, hourOf: () => 0, devicesOf: () => [] }, 'first--2005');
  expect(csv.split('\n').slice(4, -1)).toEqual([
    ...["'=cmd()", "'+1", "'-1", "'@x", "'\t=1", '"a, ""b"""', '', '7', '<script>'],
  ]);
});

describe('a ledger', () => {
  test('of Parquet holds whole watt-hours as 64-bit integers and hours as instants', async () => {
    const directory = await resultWithLedger('parquet');
    expect((await verifyLedger(directory)).verified).toBe(true);
    const { columns, rows } = await readParquet(await readFile(join(directory, place, 'consumption.parquet')));
    const first = Object.fromEntries(columns.map(({ name, cells }) => [name, cells[0]]));
    expect(rows).toBe(8760);
    expect(first).toMatchObject({ interval_usage: 40_000_000n, interval_start: new Date('2005-01-01T00:00Z') });
  });

  test('of JSON is by column, and made again with a result it goes with the old one', async () => {
    const directory = await resultWithLedger('json');
    const table = JSON.parse(await readFile(join(directory, place, 'discharges.json'), 'utf8'));
    expect(table).toMatchObject({ ledger: 'discharges', issuingBody: 'planned, not issued', rows: 2 * 365 });
    await writeFile(join(directory, place, 'more.csv'), '');
    const { notChecked, disagreements } = await verifyResultDirectory(directory, verifyResult);
    expect(notChecked).toContain('ledger: 6 files; hourmatch ledger verify recomputes them row by row.');
    expect(disagreements.filter(({ where }) => where.startsWith('ledger'))).toEqual([
      { where: 'ledger/40-mw--2005/more.csv', problem: 'stands there and is not listed with the result' },
    ]);
    const campus = join(directory, '..');
    const loaded = await loadCampus(campus, text);
    await writeMadeUp(directory, campus, { loaded, answer: madeUpAnswer(loaded) });
    expect(await readdir(directory)).not.toContain('ledger');
    // The hours of a made-up answer obey no law.
    await expect(writeLedger(directory, { order: 'fifo', format: 'csv' })).rejects.toThrow();
    await expect(verifyLedger(directory)).rejects.toThrow('is not a valid result');
  });
});
