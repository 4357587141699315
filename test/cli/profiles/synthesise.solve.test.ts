import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hourmatch, temporaryDirectory } from '../hourmatch.ts';
import { told } from '../in-process.ts';

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

test('with the seed of the shipped years, a year made anew has the bytes that ship', async () => {
  await using place = await temporaryDirectory();
  const { code, stdout, stderr } = await told(['profiles', 'synthesise', '--years', '2008', '-o', 'here'], {
    cwd: place.path,
  });
  expect(code).toBe(0);
  expect(stderr).toMatch(/^1 year, 0\.50 MB, written to here; synthetic, not measured\.$/m);
  expect(stdout).toMatch(/^2008 +8784 +0\.502 /m);
  expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  const made = await readFile(join(place.path, 'here/synthetic-2008.csv'));
  expect(made).toEqual(await readFile(new URL('../../../data/profiles/synthetic-2008.csv', import.meta.url)));
});

test('--json names each file with its checksum, seed and means', async () => {
  await using place = await temporaryDirectory();
  const words = ['profiles', 'synthesise', '--years', '2005:2006', '--seed', '1', '--temperature', '--json'];
  const { code, stdout } = await told(words, { cwd: place.path });
  expect(code).toBe(0);
  const answer = JSON.parse(stdout);
  expect(answer).toMatchObject({
    synthetic: true,
    seed: 1,
    files: [
      { file: 'profiles/synthetic-2005.csv', year: 2005, hours: 8760 },
      { file: 'profiles/synthetic-2006.csv', year: 2006, hours: 8760 },
    ],
  });
  for (const { file, sha256: stated, bytes, means } of answer.files) {
    const content = await readFile(join(place.path, file));
    expect(stated).toBe(sha256(content));
    expect(bytes).toBe(content.length);
    expect(means.casablanca_temperature).toBeCloseTo(18.8, 0);
    expect(content.toString()).toContain(',casablanca_temperature [temperatureC],');
  }
});

test('what stands in the way is named, nothing is written, and --force replaces it', async () => {
  await using place = await temporaryDirectory();
  await writeFile(join(place.path, 'synthetic-2006.csv'), 'mine');
  const words = ['profiles', 'synthesise', '--years', '2005:2006', '-o', '.'];
  const refused = await told(words, { cwd: place.path });
  expect(refused).toMatchObject({ code: 64, stdout: '' });
  expect(refused.stderr).toMatch(/synthetic-2006\.csv is already there; nothing was written\. --force replaces\./);
  expect(await readdir(place.path)).toEqual(['synthetic-2006.csv']);
  expect(await readFile(join(place.path, 'synthetic-2006.csv'), 'utf8')).toBe('mine');

  expect((await told([...words, '--force'], { cwd: place.path })).code).toBe(0);
  expect(await readFile(join(place.path, 'synthetic-2006.csv'), 'utf8')).toMatch(/^# hourmatch profile\n/);
  expect((await readdir(place.path)).toSorted()).toEqual(['synthetic-2005.csv', 'synthetic-2006.csv']);
});

test('a directory where a file is to stand is not replaced, and told before any year is made', async () => {
  await using place = await temporaryDirectory();
  await mkdir(join(place.path, 'synthetic-2006.csv'));
  const words = ['profiles', 'synthesise', '--years', '1907:2006', '-o', '.', '--force'];
  const { code, stdout, stderr } = await told(words, { cwd: place.path });
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr).toMatch(/synthetic-2006\.csv is there and is no file that could be replaced\.\n$/);
  expect(stderr).not.toMatch(/years made/);
  expect(await readdir(place.path)).toEqual(['synthetic-2006.csv']);
});

test('an interruption on the way leaves nothing behind and is told as such', async () => {
  await using place = await temporaryDirectory();
  const words = ['profiles', 'synthesise', '--years', '1901:2000', '-o', 'here'];
  let isTold = false;
  const { code, stdout, stderr } = await hourmatch(words, {
    cwd: place.path,
    onNote: (_text, child) => {
      if (!isTold) child.kill('SIGINT');
      isTold = true;
    },
  });
  expect(stderr).toMatch(/Interrupted; nothing was written\./);
  expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
  expect(await readdir(join(place.path, 'here')).catch(() => [])).toEqual([]);
});

test('years and seeds that are none are refused with what was expected', async () => {
  const without = ['profiles', 'synthesise'];
  for (const years of ['2024:2005', '05', '2005:', '2005,2005', '1800', '1900:2199', '2005-2024', '']) {
    const { code, stdout, stderr } = await told([...without, `--years=${years}`]);
    expect({ years, code, stdout }).toEqual({ years, code: 64, stdout: '' });
    expect(stderr).toMatch(/Expected years from 1900 to 2199/);
  }
  for (const seed of ['-1', '1.5', '4294967296', 'seven']) {
    const { code, stderr } = await told([...without, '--years=2005', `--seed=${seed}`]);
    expect({ seed, code }).toEqual({ seed, code: 64 });
    expect(stderr).toMatch(/Expected a whole number from 0/);
  }
  const { code, stderr } = await told(without);
  expect({ code }).toEqual({ code: 64 });
  expect(stderr).toMatch(/--years/);
});
