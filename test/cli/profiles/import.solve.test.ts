import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseProfile } from '../../../src/profiles/read.ts';
import { temporaryDirectory } from '../hourmatch.ts';
import { told } from '../in-process.ts';

/** A year of PVGIS with our own numbers: power of 2 kWp, or irradiance on the plane; `leftOut` rows are not written. */
function pvgis(column: 'P' | 'G(i)', leftOut: readonly number[] = []): string {
  const rows = Array.from({ length: 8760 }, (_, hour) => {
    const stamp = new Date(Date.UTC(2015, 0, 1, hour)).toISOString();
    const sun = Math.max(0, Math.sin(((hour % 24) - 6) * (Math.PI / 12)));
    return `${stamp.slice(0, 10).replaceAll('-', '')}:${stamp.slice(11, 13)}10,${(1000 * sun).toFixed(1)},0.0,12.5,2.0,0.0`;
  });
  return [
    'Latitude (decimal degrees):\t33.370',
    'Longitude (decimal degrees):\t-7.580',
    'Elevation (m):\t120',
    'Radiation database:\tPVGIS-SARAH2',
    '',
    '',
    'Slope: 30 deg. ',
    'Azimuth: 0 deg. ',
    ...(column === 'P' ? ['Nominal power of the PV system (c-Si) (kWp):\t2.0', 'System losses (%):\t14.0'] : []),
    `time,${column},H_sun,T2m,WS10m,Int`,
    ...rows.filter((_, hour) => !leftOut.includes(hour)),
    '',
  ].join('\r\n');
}

test('watts of a stated 2 kWp become capacity factors, in a file that tells where they come from', async () => {
  await using place = await temporaryDirectory();
  const source = pvgis('P');
  await writeFile(join(place.path, 'pv.csv'), source);
  const words = ['profiles', 'import', 'pv.csv', '--as', 'solar', '--name', 'site_solar', '-o', 'native.csv'];
  const { code, stdout, stderr } = await told(words, { cwd: place.path });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^P of pvgis-hourly: capacityFactor of 2015, 8,760 hours, mean 0\.158/);
  expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);

  expect(stdout).not.toMatch(/not sun\?/);
  const native = await readFile(join(place.path, 'native.csv'));
  const sha256 = createHash('sha256').update(source).digest('hex');
  expect(native.toString()).toContain(`\n# source: pv.csv, pvgis-hourly, sha256 ${sha256}\n`);
  expect(native.toString()).toMatch(/^# synthetic: false$/m);
  expect(native.toString()).toMatch(/^# note: read as: zone UTC, samples taken 10 min after the hour/m);
  expect(native.toString()).toMatch(/^# note: P: .*2 kW/m);
  const { format, year, columns } = parseProfile(native, 'native.csv');
  expect({ format, year }).toEqual({ format: 'native', year: 2015 });
  expect(columns.map(({ name, unit }) => [name, unit])).toEqual([['site_solar', 'capacityFactor']]);
  // 1000 W of 2 kWp at noon, half of it times sin 30° two hours after sunrise.
  expect(columns[0]!.values[12]).toBe(0.5);
  expect(columns[0]!.values[8]).toBeCloseTo(0.25, 6);
});

test('gaps are refused with where they are, and filled only when asked, with a note of each', async () => {
  await using place = await temporaryDirectory();
  await writeFile(join(place.path, 'pv.csv'), pvgis('P', [1000, 1001]));
  const words = ['profiles', 'import', 'pv.csv', '--as', 'solar', '-o', 'native.csv'];
  const refused = await told(words, { cwd: place.path });
  expect(refused).toMatchObject({ code: 1, stdout: '' });
  // Hour 1000 is 16:00 on 11 February.
  expect(refused.stderr).toMatch(/2015-02-11T16:00Z/);
  expect(await readdir(place.path)).toEqual(['pv.csv']);

  const filled = await told([...words, '--fill', 'linear:3h', '--json'], { cwd: place.path });
  expect(filled.code).toBe(0);
  expect(JSON.parse(filled.stdout)).toMatchObject({
    output: 'native.csv',
    source: { file: 'pv.csv', format: 'pvgis-hourly' },
    synthetic: false,
    year: 2015,
    provenance: { columns: [{ filled: [{ method: 'linear', first: '2015-02-11T16:00Z', hours: 2 }] }] },
  });
  const native = await readFile(join(place.path, 'native.csv'), 'utf8');
  expect(native).toMatch(/^# note: filled: 2 of the hours of P are not in the source$/m);
  expect(native).toMatch(/^# note: filled: P, 2 hours from 2015-02-11T16:00Z, linear$/m);
});

test('irradiance without a plant is a question with the options to pass', async () => {
  await using place = await temporaryDirectory();
  await writeFile(join(place.path, 'sun.csv'), pvgis('G(i)'));
  const words = ['profiles', 'import', 'sun.csv', '--as', 'solar', '-o', 'native.csv'];
  const asked = await told(words, { cwd: place.path });
  expect(asked).toMatchObject({ code: 1, stdout: '' });
  expect(asked.stderr.replaceAll(/\s+/g, ' ')).toMatch(
    /how do the modules stand\?.*--tilt 30 --azimuth 180, or --tracking/,
  );

  const converted = await told([...words, '--losses', '0.1'], { cwd: place.path });
  expect(converted.code).toBe(0);
  expect(converted.stdout).toMatch(/losses of 10 %/);
  const native = await readFile(join(place.path, 'native.csv'), 'utf8');
  expect(native).toMatch(/^time \[UTC\],G_i \[capacityFactor\]$/m);
});

test('a temperature is taken from the same file, and the file is not replaced unless asked', async () => {
  await using place = await temporaryDirectory();
  await writeFile(join(place.path, 'sun.csv'), pvgis('G(i)'));
  const words = ['profiles', 'import', 'sun.csv', '--as', 'temperature', '-o', 'native.csv'];
  expect((await told(words, { cwd: place.path })).code).toBe(0);
  expect(await readFile(join(place.path, 'native.csv'), 'utf8')).toMatch(/^2015-01-01T00:00Z,12\.5$/m);
  const again = await told(words, { cwd: place.path });
  expect(again).toMatchObject({ code: 64, stdout: '' });
  expect(again.stderr).toMatch(/native\.csv is already there; nothing was written\. --force replaces\./);
  expect((await told([...words, '--force'], { cwd: place.path })).code).toBe(0);
});

test('sun taken for wind is doubted aloud, in the file too', async () => {
  await using place = await temporaryDirectory();
  await writeFile(join(place.path, 'pv.csv'), pvgis('P'));
  const words = ['profiles', 'import', 'pv.csv', '--as', 'wind', '-o', 'native.csv', '--json'];
  const { code, stdout } = await told(words, { cwd: place.path });
  expect(code).toBe(0);
  const doubt = 'P is 0 in the same 13 hours of every day of the year: sun, not wind?';
  expect(JSON.parse(stdout).doubts).toEqual([doubt]);
  expect(await readFile(join(place.path, 'native.csv'), 'utf8')).toContain(`# note: warning: ${doubt}\n`);
});

test('options that contradict each other, the purpose or the file are refused', async () => {
  await using place = await temporaryDirectory();
  await writeFile(join(place.path, 'pv.csv'), pvgis('P'));
  const words = ['profiles', 'import', 'pv.csv', '-o', 'native.csv'];
  const misused: [string[], RegExp][] = [
    [['--as', 'wind', '--tilt', '30'], /--tilt: not for --as wind/],
    [['--as', 'solar', '--hub-height', '100'], /--hub-height: not for --as solar/],
    [['--as', 'solar', '--tracking', '--tilt', '30'], /leave out --tilt and --azimuth/],
    [['--as', 'wind', '--turbine', 'low-wind'], /--turbine needs --hub-height/],
    [['--as', 'solar', '--name', '1st'], /a name begins with a letter/],
    [['--as', 'steam'], /Allowed choices are/],
    [['--as', 'solar', '--year', '19'], /Expected a year/],
    [[], /--as <purpose>/],
  ];
  for (const [options, message] of misused) {
    const { code, stdout, stderr } = await told([...words, ...options], { cwd: place.path });
    expect({ options, code, stdout }).toEqual({ options, code: 64, stdout: '' });
    expect(stderr.replaceAll(/\s+/g, ' ')).toMatch(message);
  }
  const zone = await told([...words, '--as', 'solar', '--zone', 'Africa/Casablanca'], { cwd: place.path });
  expect(zone).toMatchObject({ code: 1, stdout: '' });
  expect(zone.stderr).toMatch(/but the file is in/);
  expect(await readdir(place.path)).toEqual(['pv.csv']);
});

test('answers are kept in a file that reads the next file of the same source, and each step is told with its first day', async () => {
  await using place = await temporaryDirectory();
  const quarters = (year: number) =>
    Array.from({ length: 4 * 8760 }, (_, at) => {
      const stamp = new Date(Date.UTC(year, 0, 1) + at * 900_000).toISOString();
      return `${stamp.slice(8, 10)}/${stamp.slice(5, 7)}/${year} ${stamp.slice(11, 16)};${`${(at % 96) / 8}`.replace('.', ',')}`;
    }).join('\n');
  for (const year of [2019, 2021]) {
    await writeFile(
      join(place.path, `${year}.csv`),
      `Date;P [MW];Q [Mvar]\n${quarters(year).replaceAll('\n', ';0\n')};0\n`,
    );
  }
  const answers = ['--column', 'P', '--capacity', '20', '--zone', 'UTC', '--label', 'start', '--year', '2019'];
  const words = ['profiles', 'import', '2019.csv', '--as', 'wind', ...answers, '-o', 'first.csv'];
  const { code, stdout } = await told([...words, '--explain', '--save-reading', 'reading.yaml'], { cwd: place.path });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Steps\n1\. {2}format utility/);
  expect(stdout).toContain('aggregation: 4 rows to an hour');
  expect(stdout).toMatch(/\n +3 {2}2019-01-01 00:15 {3}0\.125\n/);
  // The mean of 0, 0.125, 0.25 and 0.375 MW of 20 MW.
  expect(stdout).toMatch(/\n2019-01-01T00:00Z +0\.009375\n/);
  expect(await readFile(join(place.path, 'reading.yaml'), 'utf8')).toMatch(
    /^# .*\ncolumn: P\ncapacityMW: 20\nzone: UTC\nlabel: start\n$/,
  );
  const next = ['profiles', 'import', '2021.csv', '--as', 'wind', '--reading', 'reading.yaml', '-o', 'second.csv'];
  expect(await told(next, { cwd: place.path })).toMatchObject({ code: 0, stderr: '' });
  const columns = ['first.csv', 'second.csv'].map(async (file) => {
    const { year, columns: read } = parseProfile(await readFile(join(place.path, file)), file);
    return { year, values: read[0]!.values };
  });
  const [first, second] = await Promise.all(columns);
  expect([first!.year, second!.year]).toEqual([2019, 2021]);
  expect(second!.values).toEqual(first!.values);
  await writeFile(join(place.path, 'reading.yaml'), 'zoen: UTC\n');
  expect((await told([...next, '--force'], { cwd: place.path })).stderr).toContain('zone');
});
