/** A header of very many columns costs no memory: arrays follow the rows that there are. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleNamed } from './examples.ts';

const MOST_MB = 40;
const reader = new URL('../../../src/profiles/read.ts', import.meta.url).href;
/** In a process of its own, whose memory is its own. */
const script = `import { readProfileFile } from ${JSON.stringify(reader)};
const before = process.resourceUsage().maxRSS;
const error = await readProfileFile(process.argv[1]).catch((reason) => reason);
const { problem } = error.issues[0];
console.log(JSON.stringify({ problem, megabytes: (process.resourceUsage().maxRSS - before) / 1024 }));`;

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hourmatch-wide-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function readIn(text: string): Promise<{ problem: string; megabytes: number }> {
  const path = join(directory, 'wide.csv');
  await writeFile(path, text);
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, path]);
  return JSON.parse(stdout);
}

/** As many names as fit in the longest line that is read. */
function names(): string[] {
  const all: string[] = [];
  for (let length = 1000; length < 63_000; length += all.at(-1)!.length + 1) all.push(`a${all.length.toString(36)}`);
  return all;
}

const headers: Readonly<Record<string, RegExp>> = {
  'ninja-country': /^time,.*$/m,
  opsd: /^utc_timestamp,.*$/m,
  'era5-point': /^valid_time,.*$/m,
  'nasa-power': /^YEAR,.*$/m,
};

test.each(Object.keys(headers))('%s with twelve thousand names and rows as wide is refused', async (name) => {
  const text = exampleNamed(name).bytes.toString();
  const more = names();
  const header = headers[name]!.exec(text)!;
  const rows = text.slice(header.index + header[0].length + 1).split('\n', 30);
  const wide = rows.map((row) => `${row},${more.map(() => 1).join(',')}`).join('\n');
  const head = `${text.slice(0, header.index)}${header[0]},${more.join(',')}`;
  expect(more.length).toBeGreaterThan(12_000);
  const { problem, megabytes } = await readIn(`${head}\n${wide}\n`);
  expect(problem).toMatch(/^\d+ columns$/);
  expect(megabytes).toBeLessThan(MOST_MB);
});

test('a table of ones and commas of 55 MB is refused before its numbers are kept', async () => {
  const rows = `2019-01-01T00:00:00Z${',1'.repeat(900)}\n`.repeat(30_000);
  const { problem, megabytes } = await readIn(`utc_timestamp,${names().slice(0, 900).join(',')}\n${rows}`);
  expect(problem).toBe('30000 rows of 900 columns, more than 20000000 numbers');
  expect(megabytes).toBeLessThan(3 * (rows.length / 1e6));
});
