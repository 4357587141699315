import { createHash } from 'node:crypto';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProfileError } from '../../../src/errors.ts';
import { parseProfile, readProfileFile } from '../../../src/profiles/read.ts';
import { brief, FILE, faultsOf, linesOfYear, textOf } from '../year-fixture.ts';

const valid = textOf(linesOfYear(2005));

describe('bytes that are no text', () => {
  test.each([
    ['an empty file', Buffer.alloc(0), undefined, 'the file is empty'],
    ['a file of line ends', Buffer.from('\n\r\n \n'), undefined, '5 bytes, but no text'],
    ['a byte order mark alone', Buffer.from('\ufeff'), undefined, '3 bytes, but no text'],
    ['a NUL byte', Buffer.from(valid.replace('0.98', '0.9\0')), 5, 'a NUL byte in line 5: not text'],
    ['Latin-1', Buffer.from(valid.replace('made for', 'fa\xe7ade'), 'latin1'), 3, 'bytes in line 3 that are not UTF-8'],
    ['UTF-16', Buffer.from(`\ufeff${valid}`, 'utf16le'), 1, 'the text is in UTF-16'],
    ['CR line ends', Buffer.from(valid.slice(0, 9000).replaceAll('\n', '\r')), 1, 'lines that end with CR alone'],
    ['a long file with CR line ends', Buffer.from(valid.replaceAll('\n', '\r')), 1, 'lines that end with CR alone'],
    ['a workbook', Buffer.from('PK\x03\x04\x14\0rest'), undefined, 'a workbook of a spreadsheet or another archive'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), undefined, 'a workbook of a spreadsheet'],
    ['a second mark', Buffer.from(`\ufeff\ufeff${valid}`), 1, 'a byte order mark inside the text'],
    ['two files in one', Buffer.from(`${valid}\ufeff${valid}`), 8765, 'a byte order mark inside the text'],
  ])('%s', (_, bytes, line, problem) => {
    const [issue, ...others] = faultsOf(bytes);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: 'profile.unreadable', file: FILE, where: 'file' });
    expect(issue!.line).toBe(line);
    expect(issue!.problem).toContain(problem);
  });
});

describe('bytes that say the same', () => {
  test('a byte order mark at the start and CR LF line ends change nothing but the checksum', () => {
    const plain = parseProfile(Buffer.from(valid), FILE);
    const bytes = Buffer.from(`\ufeff${valid.replaceAll('\n', '\r\n')}`);
    const marked = parseProfile(bytes, FILE);
    expect({ ...marked, sha256: '' }).toEqual({ ...plain, sha256: '' });
    expect(marked.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(marked.sha256).not.toBe(plain.sha256);
  });

  test('with CR LF, faults still carry the right line', () => {
    const text = textOf(linesOfYear(2005).with(999, '2005-02-11T11:00Z,2,1.2,0.98,-3.5')).replaceAll('\n', '\r\n');
    expect(brief(faultsOf(text)).map(([code, , line, column]) => [code, line, column])).toEqual([
      ['profile.out-of-range', 1000, 2],
    ]);
  });

  test('a last line without line end may be cut off and is refused', () => {
    expect(brief(faultsOf(valid.slice(0, -1)))).toEqual([
      ['profile.bad-row', 'row', 8764, undefined, 'the last line has no line end: the file may have been cut off'],
    ]);
  });

  test('bytes that are a window into a larger buffer are read as that window', () => {
    const larger = Buffer.from(`junk${valid}junk`);
    expect(parseProfile(new Uint8Array(larger.buffer, larger.byteOffset + 4, valid.length), FILE).year).toBe(2005);
  });
});

describe('hostile bytes end early', () => {
  const head = '# hourmatch profile\n# synthetic: true\n';
  test.each([
    ['one line of 40 MB', () => Buffer.alloc(40e6, 'a'), 'line 1 is longer than 65536 bytes'],
    [
      'ten million columns',
      () => Buffer.from(`${head}time [UTC]${','.repeat(1e7)}\n`),
      'line 3 is longer than 65536 bytes',
    ],
    ['forty million empty lines', () => Buffer.alloc(40e6, '\n'), 'more than 750000 lines'],
    ['more than 96 MiB', () => Buffer.alloc(96 * 1024 * 1024 + 1, 'a\n'), '100663297 bytes, more than the 100663296'],
    ['thirty thousand rows', () => Buffer.from(`${head}time [UTC],a [pue]\n${'x\n'.repeat(30_000)}`), '30000 rows'],
  ])('%s', (_, bytes, problem) => {
    const issues = faultsOf(bytes());
    expect(issues).toHaveLength(1);
    expect(issues[0]!.problem).toContain(problem);
  });

  test('a table full of faults lists a hundred and counts the rest', () => {
    const row = `x${',y'.repeat(256)}\n`;
    const header = `time [UTC]${Array.from({ length: 256 }, (_, index) => `,c${index} [pue]`).join('')}\n`;
    const issues = faultsOf(head + header + row.repeat(8760));
    expect(issues).toHaveLength(101);
    // 8,760 rows of 257 bad cells each.
    expect(issues[100]!.problem).toBe(`${8760 * 257 - 100} more problems, not listed`);
  });

  test.each([
    ['z', 'z'],
    ['1', 'x'],
    [' ', 'x'],
    ['-', '+'],
    ['1.', ''],
  ])('sixty thousand times %j in a cell is judged at once and shown by its beginning', (repeated, end) => {
    // A pattern that tries every split of such a cell would take minutes, past the time limit of any test.
    const cell = repeated.repeat(60_000 / repeated.length) + end;
    const [issue] = faultsOf(valid.replace('0.98', cell).replace('2005-01-01T01', cell));
    expect(issue!.problem).toContain(`"${cell.slice(0, 60)}"… (${cell.length} characters) is `);
  });
});

describe('files on disk', () => {
  let directory = '';
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hourmatch-profiles-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  const faultsOfFile = async (path: string) => {
    const error = await readProfileFile(path).catch((reason: unknown) => reason);
    if (!(error instanceof ProfileError)) throw new Error('accepted');
    return error.issues;
  };

  test('a valid file is read, whatever its name, with the checksum of its bytes', async () => {
    const path = join(directory, 'year.xlsx');
    await writeFile(path, valid);
    const profile = await readProfileFile(path);
    expect(profile).toMatchObject({ file: path, format: 'native', synthetic: true, year: 2005 });
    expect(profile.sha256).toBe(createHash('sha256').update(valid).digest('hex'));
    expect(profile.columns.map(({ name, unit, year }) => [name, unit, year])).toEqual([
      ['wind', 'capacityFactor', 2005],
      ['cooling', 'pue', 2005],
      ['inference', 'relative', 2005],
      ['air', 'temperatureC', 2005],
    ]);
    expect(profile.columns[0]!.values).toEqual(Float64Array.from({ length: 8760 }, (_, hour) => (hour % 100) / 100));
    expect(profile.columns[3]!.values.every((value) => value === -3.5)).toBe(true);
  });

  test('a missing file and a directory are named', async () => {
    const missing = join(directory, 'missing.csv');
    expect(await faultsOfFile(missing)).toMatchObject([{ code: 'profile.unreadable', file: missing }]);
    expect(await faultsOfFile(directory)).toMatchObject([{ code: 'profile.unreadable', problem: 'not a file' }]);
  });

  test('a file of 200 MB is refused by its size, before it is read', async () => {
    const path = join(directory, 'huge.csv');
    await using handle = await open(path, 'w');
    await handle.truncate(200e6);
    const before = process.memoryUsage().arrayBuffers;
    const issues = await faultsOfFile(path);
    expect(issues).toMatchObject([{ code: 'profile.unreadable', file: path }]);
    expect(issues[0]!.problem).toContain('200000000 bytes');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50e6);
  });
});
