/** What an inspection warns of is told by an import too, and kept with the profile. */
import { expect, test } from 'vitest';
import { nativeOfFile } from '../../../src/profiles/import/native-of-file.ts';
import { inspectProfile } from '../../../src/profiles/inspection/inspect.ts';
import { sunPosition } from '../../../src/profiles/physics/sun-position.ts';
import { parseProfile } from '../../../src/profiles/read.ts';
import { hoursOfYear } from '../../../src/time.ts';

const YEAR = 2021;
const LATITUDE = 35;

/** An NSRDB file of a place whose stamps are by its own clock, whatever `zone` says. */
function nsrdb({ zone, longitude, hours }: { zone: number; longitude: number; hours: number }): Buffer {
  const localOffset = Math.round(longitude / 15);
  const rows = Array.from({ length: hours }, (_, hour) => {
    const clock = new Date(Date.UTC(YEAR, 0, 1, hour, 30));
    const sun = sunPosition(clock.getTime() - localOffset * 3_600_000, LATITUDE, longitude);
    const ghi = Math.round(Math.max(0, sun.up) * 900);
    return [
      YEAR,
      clock.getUTCMonth() + 1,
      clock.getUTCDate(),
      clock.getUTCHours(),
      30,
      ghi,
      Math.round(ghi / 3),
      ghi,
      20 + (hour % 7),
      3 + (hour % 5),
    ].join(',');
  });
  return Buffer.from(
    [
      'Source,Location ID,City,State,Country,Latitude,Longitude,Time Zone,Elevation,Local Time Zone,Version',
      `NSRDB,1,-,-,-,${LATITUDE},${longitude},${zone},300,${localOffset},4.0.0`,
      'Year,Month,Day,Hour,Minute,GHI,DNI,DHI,Temperature,Wind Speed',
      ...rows,
      '',
    ].join('\n'),
  );
}

const codesOf = (content: Buffer) => inspectProfile(content, 'a.csv').warnings.map(({ code }) => code);
const photovoltaic = { kind: 'photovoltaic', mounting: { kind: 'fixed', tiltDeg: 20, azimuthDeg: 180 } } as const;
const read = (content: Buffer) =>
  parseProfile(content, 'a.csv', {
    columns: [{ unit: 'capacityFactor' }],
    options: { plant: photovoltaic, wrap: true },
  });
const imported = (content: Buffer) => read(content).provenance?.warnings;

test('two days suffice to see that light falls at night', () => {
  const wrong = nsrdb({ zone: 0, longitude: -116, hours: 48 });
  const warning = inspectProfile(wrong, 'a.csv').warnings.find(({ code }) => code === 'light-at-night');
  expect(warning?.message).toMatch(
    /^GHI: \d+ of \d+ hours with light have the sun more than 6° below the horizon at the site, first 2021-01-01T\d\d:00Z: zone or label may be wrong$/,
  );
  expect(codesOf(nsrdb({ zone: -8, longitude: -116, hours: 48 }))).not.toContain('light-at-night');
});

test('an hour of daylight time off is no night', () => {
  for (const zone of [-9, -8, -7]) {
    expect(codesOf(nsrdb({ zone, longitude: -116, hours: 48 }))).not.toContain('light-at-night');
  }
});

test('the sun at midnight is told by an inspection and by an import, in the same words', () => {
  const wrong = nsrdb({ zone: 0, longitude: -116, hours: hoursOfYear(YEAR) });
  const warnings = inspectProfile(wrong, 'a.csv').warnings.filter(({ code }) => code === 'sun-out-of-place');
  expect(warnings).toHaveLength(1);
  expect(imported(wrong)).toContain(warnings[0]!.message);
  // As data too, with the column it is about: what scenarios and results tell.
  expect(read(wrong).warnings).toContainEqual(expect.objectContaining({ code: 'sun-out-of-place', column: 'GHI' }));
  expect(imported(nsrdb({ zone: -8, longitude: -116, hours: hoursOfYear(YEAR) }))).toEqual([]);
});

test('doubts about values reach an import, of the columns it reads', () => {
  const rows = Array.from({ length: hoursOfYear(YEAR) }, (_, hour) => {
    const stamp = new Date(Date.UTC(YEAR, 0, 1, hour)).toISOString().slice(0, 16);
    return `${stamp}Z,5,${hour % 24},7`;
  });
  const content = Buffer.from(['Time,Still [MW],Load [MW],Other [MW]', ...rows, ''].join('\n'));
  const warningsOf = (name: string) =>
    parseProfile(content, 'a.csv', { columns: [{ unit: 'relative', name }], options: { label: 'start' } }).provenance
      ?.warnings;
  expect(warningsOf('Still')).toEqual(['Still: 5 in every row']);
  expect(warningsOf('Load')).toEqual([]);
});

test('a native file hands on what its import was warned of, and is doubted itself', () => {
  const file = read(nsrdb({ zone: 0, longitude: -116, hours: hoursOfYear(YEAR) }));
  const native = Buffer.from(nativeOfFile(file, ['sun']));
  const again = parseProfile(native, 'sun.csv');
  const message = expect.stringContaining('the sun stands highest at the site');
  expect(again.warnings).toEqual([{ code: 'noted', message, line: expect.any(Number) }]);
  expect(again.provenance?.warnings).toEqual([message]);
  expect(inspectProfile(native, 'sun.csv').warnings).toContainEqual(expect.objectContaining({ code: 'noted' }));
  const still = native.toString().replace(/Z,.*/g, 'Z,0.25');
  expect(parseProfile(Buffer.from(still), 'sun.csv').warnings?.[0]).toMatchObject({ code: 'constant', column: 'sun' });
});
