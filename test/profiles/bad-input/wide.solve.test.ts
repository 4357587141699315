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
const problems = [];
for (const path of process.argv.slice(1)) {
  const error = await readProfileFile(path).catch((reason) => reason);
  problems.push(error.issues[0].problem);
}
console.log(JSON.stringify({ problems, megabytes: (process.resourceUsage().maxRSS - before) / 1024 }));`;

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hourmatch-wide-'));
});
afterAll(() => rm(directory, { recursive: true }));

async function readIn(...texts: readonly string[]): Promise<{ problems: readonly string[]; megabytes: number }> {
  const paths = texts.map((_, at) => join(directory, `wide-${at}.csv`));
  for (const [at, path] of paths.entries()) await writeFile(path, texts[at]!);
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, ...paths]);
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

test('twelve thousand names and rows as wide are refused, in each of four formats, and all of them take little', async () => {
  const more = names();
  expect(more.length).toBeGreaterThan(12_000);
  const texts = Object.entries(headers).map(([name, pattern]) => {
    const text = exampleNamed(name, 30).bytes.toString();
    const header = pattern.exec(text)!;
    const rows = text
      .slice(header.index + header[0].length + 1)
      .trimEnd()
      .split('\n');
    const wide = rows.map((row) => `${row},${more.map(() => 1).join(',')}`).join('\n');
    return `${text.slice(0, header.index)}${header[0]},${more.join(',')}\n${wide}\n`;
  });
  const { problems, megabytes } = await readIn(...texts);
  expect(problems).toEqual(texts.map(() => expect.stringMatching(/^\d+ columns$/)));
  expect(megabytes).toBeLessThan(MOST_MB);
});

test('a table of ones and commas of 55 MB is refused before its numbers are kept', async () => {
  const rows = `2019-01-01T00:00:00Z${',1'.repeat(900)}\n`.repeat(30_000);
  const { problems, megabytes } = await readIn(`utc_timestamp,${names().slice(0, 900).join(',')}\n${rows}`);
  expect(problems).toEqual(['30000 rows of 900 columns, more than 20000000 numbers']);
  expect(megabytes).toBeLessThan(3 * (rows.length / 1e6));
});
