import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { isComplete } from '../../src/results/document/claimed-document.ts';
import { expectedColumns } from '../../src/results/hours/schedule-columns.ts';
import { readResultDirectory } from '../../src/results/read-directory.ts';
import { freshDirectory, writeMadeUp } from './campus.ts';

/** A result stripped to what another tool would make: sizes, and hours without prices in its own order of columns. */
async function foreign(campus: string): Promise<string> {
  const directory = join(campus, 'out');
  const { document } = await writeMadeUp(directory, campus);
  await rm(join(directory, 'proof'), { recursive: true });
  const phases = document.phases.map(({ name, renewables, storages, links, grid }) => ({
    name,
    renewables,
    storages,
    links,
    grid,
  }));
  await writeFile(join(directory, 'result.json'), JSON.stringify({ schemaVersion: 1, study: 'plan', phases }));
  return directory;
}

async function namesOf(directory: string): Promise<string[]> {
  const { loaded } = await readResultDirectory(directory);
  return expectedColumns(loaded.scenario).flatMap(({ name, isOptional }) => (isOptional ? [] : [name]));
}

test('a schedule made elsewhere is read without proofs, prices and scores', async () => {
  const campus = await freshDirectory();
  const directory = await foreign(campus);
  const names = (await namesOf(directory)).reverse();
  await rm(join(directory, 'schedule/40-mw--2005.parquet'));
  const header = [...names.map((name) => `"${name}"`), 'hour'].join(',');
  const rows = Array.from({ length: 8760 }, (_, hour) => {
    const stamp = new Date(Date.UTC(2005, 0, 1, hour)).toISOString().slice(0, 19);
    return [...names.map((_, at) => `${at}e-1`), `${stamp.replace('T', ' ')}+00:00`].join(',');
  });
  await writeFile(join(directory, 'schedule/40-mw--2005.csv'), `\uFEFF${[header, ...rows].join('\r\n')}\r\n`);
  const { schedule, proofs, buildOut, document } = await readResultDirectory(directory);
  expect([proofs, buildOut, isComplete(document)]).toEqual([undefined, undefined, false]);
  const flows = schedule!.phases[0]!.weatherYears[0]!;
  expect(flows).not.toHaveProperty('shadowPricePerMWh');
  expect(flows.exportMW).toEqual(new Float64Array(8760).fill(0));
  expect(flows.importMW[17]).toBe(0.1);
  expect(flows.loadMW[17]).toBe(1.3);
});

test('Parquet of other tools is read: optional columns, text stamps, single precision and integers', async () => {
  const campus = await freshDirectory();
  const directory = await foreign(campus);
  const names = await namesOf(directory);
  const types = ['DOUBLE', 'FLOAT', 'INT32', 'INT64'] as const;
  const stamps = Array.from({ length: 8760 }, (_, hour) => new Date(Date.UTC(2005, 0, 1, hour)).toISOString());
  const buffer = parquetWriteBuffer({
    columnData: [
      { name: 'hour', data: stamps, type: 'STRING' },
      ...names.map((name, at) => {
        const type = types[at % 4]!;
        return {
          name,
          type,
          data: Array.from({ length: 8760 }, (_, hour) => (type === 'INT64' ? BigInt(hour) : hour)),
        };
      }),
    ],
  });
  await writeFile(join(directory, 'schedule/40-mw--2005.parquet'), new Uint8Array(buffer));
  const { schedule } = await readResultDirectory(directory);
  const flows = schedule!.phases[0]!.weatherYears[0]!;
  for (const values of [flows.loadMW, flows.renewables[0]!.generationMW, flows.storages[0]!.chargeMW, flows.exportMW]) {
    expect(values).toEqual(Float64Array.from({ length: 8760 }, (_, hour) => hour));
  }
});

test('the header of a CSV keeps names with commas whole, and no cell begins a formula but a negative number', async () => {
  const campus = await freshDirectory();
  const directory = join(campus, 'out');
  await writeMadeUp(directory, campus, { scheduleFormat: 'csv' });
  const text = await readFile(join(directory, 'schedule/40-mw--2005.csv'), 'utf8');
  const [header, ...rows] = text.trimEnd().split('\n');
  expect(header).toContain('"servedMW:a, b: c"');
  expect(header!.startsWith('hour,loadMW,generationMW:__proto__,')).toBe(true);
  const cells = rows.flatMap((row) => row.split(','));
  expect(cells.filter((cell) => /^[=+@-]/.test(cell) && !/^-\d/.test(cell))).toEqual([]);
  expect(cells.some((cell) => cell === '-0')).toBe(true);
});
