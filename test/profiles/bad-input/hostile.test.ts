/** Broken and hostile files of every format end in clear faults, in bounded time and memory. */
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProfileError } from '../../../src/errors.ts';
import { readProfileFile } from '../../../src/profiles/read.ts';
import { exampleNamed, exampleNames } from './examples.ts';
import { outcomeOf } from './outcome.ts';

const MOST_CPU_SECONDS = 2;
const binary = Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 251));

/** Faults of a file that is refused within the limit, of work and not of waiting. */
function refusalOf(bytes: Uint8Array, name: string) {
  // Of this thread alone: other tests run beside it.
  const begun = process.threadCpuUsage();
  const { issues } = outcomeOf(bytes, exampleNamed(name).request);
  const { user, system } = process.threadCpuUsage(begun);
  expect((user + system) / 1e6).toBeLessThan(MOST_CPU_SECONDS);
  expect(issues).toBeDefined();
  return issues!;
}

const textOf = (name: string) => exampleNamed(name).bytes.toString();

/** The head and some rows. */
function beginningOf(name: string): string {
  const head = textOf(name).slice(0, 2000);
  return head.slice(0, head.lastIndexOf('\n') + 1);
}

/** The last cell of the row of 1 June, 12:00, in another spelling. */
function withCell(name: string, cell: string): Buffer {
  const lines = textOf(name).split('\n');
  const at = lines.findLastIndex((line) => /\d/.test(line) && line.length > 8) - 5000;
  const line = lines[at]!;
  const cells = line.split(name === 'utility' ? ';' : ',');
  const column = cells.findLastIndex((one) => /\d/.test(one)) - (name === 'sam-wind' ? 1 : 0);
  return Buffer.from(lines.with(at, cells.with(column, cell).join(name === 'utility' ? ';' : ',')).join('\n'));
}

/** One that is found by its first line, one by a line of its head, one by its rows. */
const isOfAll = (name: string) => ['native', 'nasa-power', 'utility'].includes(name);

describe.each(exampleNames)('%s', (name) => {
  // There are three readers of numbers: that of the native format, that of meters, and one of all others.
  const cells = ['=1+1', '@SUM(A1)', "+cmd|'/C calc'!A0", '1e999', '0x10', '１２', '"0.5'];
  test.each(['native', 'utility', 'ninja-point'].includes(name) ? cells : ['1e999', '"0.5'])(
    'a number written %j is a bad number or a bad row, with its line',
    (cell) => {
      const issues = refusalOf(withCell(name, cell), name);
      expect(issues[0]!.code).toMatch(/^profile\.bad-(number|row)$/);
    },
  );

  test('binary, NUL bytes, a mark inside, mixed delimiters, one column, quotes that never close', () => {
    const text = textOf(name);
    const half = text.length >> 1;
    // Bytes that are no text are refused before any format is asked.
    const ofBytes = [
      binary,
      Buffer.from(`${text.slice(0, half)}\0${text.slice(half + 1)}`),
      Buffer.from(`${text.slice(0, half)}\ufeff${text.slice(half)}`),
    ];
    const spoilt = [
      Buffer.from(text.slice(0, half) + text.slice(half).replaceAll(/[,;]/g, (sign) => (sign === ',' ? ';' : ','))),
      Buffer.from(text.replaceAll(/[,;\t].*/g, '')),
      Buffer.from(text.replaceAll(/\n(?=["\d])/g, '\n"x,')),
      Buffer.from(text.replaceAll('2019', '99999')),
      ...(isOfAll(name) ? [Buffer.from(text.replaceAll('2019', '-2019'))] : []),
    ];
    // The years of a typical year are others, and rows of SAM have no stamps.
    for (const [at, bytes] of spoilt.entries()) {
      if (at < 3 || !['pvgis-tmy', 'pvwatts', 'tmy3'].includes(name)) refusalOf(bytes, name);
    }
    if (isOfAll(name)) for (const bytes of ofBytes) refusalOf(bytes, name);
  });

  test('a million cells in one line, as many empty lines, lines of sixty thousand signs', () => {
    const whole = beginningOf(name);
    refusalOf(Buffer.from(`${whole}${','.repeat(1e6)}\n`), name);
    refusalOf(Buffer.concat([Buffer.from(whole), Buffer.alloc(1e6, '\n')]), name);
    for (const sign of [',', ';', '"', '"",', 'T', '\r', '9', '(']) {
      const line = `${sign.repeat(60_000 / sign.length)}x\n`;
      refusalOf(Buffer.from(whole + line.repeat(2)), name);
      // Before the head no format is known yet: all are asked, whichever follows.
      if (isOfAll(name)) refusalOf(Buffer.from(line.repeat(2) + whole), name);
    }
  });
});

test.each(['native', 'utility'])('ten million cells in one line, three million empty lines: %s', (name) => {
  const whole = beginningOf(name);
  refusalOf(Buffer.from(`${whole}${','.repeat(1e7)}\n`), name);
  refusalOf(Buffer.concat([Buffer.from(whole), Buffer.alloc(3e6, '\n')]), name);
});

test('comments of 18 long lines of commas above a ninja file are passed in one look', () => {
  const [first, second] = textOf('ninja-point').split('\n');
  const padding = `#${','.repeat(60_000)}x\n`.repeat(16);
  refusalOf(Buffer.from(`${first}\n${second}\n${padding}time,local_time,electricity\n`), 'ninja-point');
});

test('a native file that says half a million times that it is synthetic is refused at once', () => {
  const said = '# synthetic: true\n'.repeat(500_000);
  refusalOf(Buffer.from(`# hourmatch profile\n${said}${textOf('native').split('\n').slice(3).join('\n')}`), 'native');
});

test('a stamp of sixty thousand letters among stamps of UTC is no stamp, at once', () => {
  const rows = Array.from({ length: 400 }, (_, at) => `2019-01-01T${`${at % 24}`.padStart(2, '0')}:00Z;1,5`);
  const text = `Date;MW\n${rows.join('\n')}\n${`${'T'.repeat(60_000)};1,5\n`.repeat(5)}`;
  refusalOf(Buffer.from(text), 'utility');
});

describe('files of 200 MB', () => {
  let directory = '';
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hourmatch-hostile-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  test.each(exampleNames)('%s is refused from its size alone', async (name) => {
    const path = join(directory, `${name}.csv`);
    await using handle = await open(path, 'w');
    await handle.write(exampleNamed(name).bytes);
    await handle.truncate(200e6);
    const before = process.memoryUsage().arrayBuffers;
    const error = await readProfileFile(path, exampleNamed(name).request).catch((reason: unknown) => reason);
    if (!(error instanceof ProfileError)) throw new Error('accepted');
    expect(error.issues).toMatchObject([{ code: 'profile.unreadable', file: path }]);
    expect(error.issues[0]!.problem).toContain('200000000 bytes');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20e6);
  });
});
