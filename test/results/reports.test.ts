import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256Of } from '../../src/results/inputs/stored-inputs.ts';
import { readResultDirectory } from '../../src/results/read-directory.ts';
import { compareReports } from '../../src/results/recomputed/compare-reports.ts';
import { reportOf, writeReports } from '../../src/results/write-reports.ts';
import { freshDirectory, writeMadeUp } from './campus.ts';

const formats = ['html', 'pdf', 'xlsx', 'csv'] as const;

test('every format is the same bytes again, carries the hash of the result, and one changed digit is found', async () => {
  const campus = await freshDirectory();
  const directory = join(campus, 'out');
  await writeMadeUp(directory, campus, { hasReport: true });
  const kinds = formats.map((format, at) => ({ format, language: at % 2 === 0 ? 'en' : 'fr' }) as const);
  const paths = await writeReports(directory, kinds);
  expect(paths.map((path) => path.slice(directory.length + 1))).toEqual([
    'report.html',
    'report.fr.pdf',
    'report.xlsx',
    'report.fr.csv',
  ]);
  // Made again once: what a report is made of has none of the bytes that are altered below, as its type says.
  const again = new Map<string, Promise<Uint8Array>>();
  const madeOnce: typeof reportOf = (result, path, ...more) => {
    const made = again.get(path) ?? reportOf(result, path, ...more);
    again.set(path, made);
    return made;
  };
  const compare = async () => compareReports(await readResultDirectory(directory), madeOnce);
  expect(await compare()).toEqual({ disagreements: [], notChecked: [] });
  const hash = sha256Of(await readFile(join(directory, 'result.json')));
  for (const path of paths.filter((one) => /html|csv/.test(one))) expect(await readFile(path, 'utf8')).toContain(hash);
  for (const path of paths) {
    const bytes = await readFile(path);
    const at = bytes.findLastIndex((byte) => byte >= 0x30 && byte < 0x39);
    bytes[at]! += 1;
    await writeFile(path, bytes);
  }
  const { disagreements } = await compare();
  expect(disagreements.map(({ where }) => where).sort()).toEqual(
    paths.map((path) => path.slice(directory.length + 1)).sort(),
  );
}, 60_000);
