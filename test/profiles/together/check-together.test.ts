/** Files that cannot belong together, and files that can. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sunPosition } from '../../../src/profiles/physics/sun-position.ts';
import { checkTogether } from '../../../src/profiles/together/check-together.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hourmatch-together-'));
});
afterAll(() => rm(directory, { recursive: true }));

const HOUR = 3_600_000;
const spring = Date.UTC(2016, 1, 15);
const hoursFrom = (begin: number, days: number) => Array.from({ length: 24 * days }, (_, hour) => begin + hour * HOUR);
const stamp = (instant: number) => new Date(instant).toISOString().slice(0, 16);
const [latitude, longitude] = [33.4, -7.6];
const light = (instant: number, east = longitude) =>
  Math.max(0, 1000 * sunPosition(instant + HOUR / 2, latitude, east).up).toFixed(1);
/** A wind that rises and falls over days without a rhythm, the same wherever it is asked for. */
const wind = (instant: number) => {
  const hour = instant / HOUR;
  return (8 + 4 * Math.sin(hour / 5.3) + 3 * Math.sin(hour / 17.1 + 1) + Math.sin(hour / 2.7 + 2)).toFixed(3);
};

async function table(name: string, header: string, rows: readonly string[]): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, `time (UTC),${header}\n${rows.join('\n')}\n`);
  return path;
}
const hourly = (name: string, header: string, value: (instant: number) => string, instants = hoursFrom(spring, 25)) =>
  table(
    name,
    header,
    instants.map((instant) => `${stamp(instant)},${value(instant)}`),
  );

const misfits = async (...files: readonly string[]) =>
  (await checkTogether(files, { label: 'start' })).map(({ code, message }) => `${code}: ${message}`);

test('sun and wind of the same hours go together', async () => {
  const files = [
    await hourly('sun.csv', 'GHI [W/m2]', light),
    await hourly('wind.csv', 'wind speed 100 m [m/s]', wind),
  ];
  expect(await misfits(...files)).toEqual([]);
});

test('two files of one sun, and of one wind, an hour apart are told with the way they go together', async () => {
  const sun = await hourly('sun.csv', 'GHI [W/m2]', light);
  const later = await hourly('later.csv', 'PV [MW]', (instant) => light(instant - HOUR));
  expect(await misfits(sun, later)).toEqual([
    expect.stringMatching(/^hours-apart: PV of .*later\.csv goes with GHI of .*sun\.csv 1 hour earlier/),
  ]);
  const [farm, twin] = [
    await hourly('farm.csv', 'Power [MW]', wind),
    await hourly('twin.csv', 'Power [MW]', (instant) => wind(instant + 2 * HOUR)),
  ];
  expect(await misfits(farm, twin)).toEqual([expect.stringMatching(/^hours-apart: .* 2 hours later/)]);
  // Another farm is no twin, however it blows there.
  const other = await hourly('other.csv', 'Power [MW]', (instant) => wind(instant + 1000 * HOUR));
  expect(await misfits(farm, other)).toEqual([]);
});

test('the sun of places in the east and west is not an hour apart by mistake', async () => {
  const place = async (name: string, east: number) => {
    const path = join(directory, name);
    const head = `latitude,longitude,elevation,utc_offset_seconds,timezone,timezone_abbreviation\n${latitude},${east},10.0,0,GMT,GMT\n\n`;
    const rows = hoursFrom(spring, 25).map((instant) => `${stamp(instant)},${light(instant - HOUR, east)}`);
    await writeFile(path, `${head}time,shortwave_radiation (W/m²)\n${rows.join('\n')}\n`);
    return path;
  };
  const [west, east] = [await place('west.csv', -7.6), await place('east.csv', 22.4)];
  expect(await misfits(west, east)).toEqual([]);
});

test('power at night against the place of its file is told', async () => {
  const path = join(directory, 'night.csv');
  const head =
    '# Renewables.ninja PV (Point API) - 33.400, -7.600 - Version: 1.1\n# Units: time in UTC, local_time in UTC, electricity in kW\n# {"units": {"time": "UTC", "electricity": "kW"}, "params": {"lat": "33.4", "lon": "-7.6", "capacity": "1000"}}\n';
  const rows = (shift: number) =>
    hoursFrom(spring, 25).map((instant) => `${stamp(instant)},${stamp(instant)},${light(instant + shift * HOUR)}`);
  const write = (shift: number) =>
    writeFile(
      path,
      `${head.replaceAll('\n', '\n').trimEnd()}\ntime,local_time,electricity\n${rows(shift).join('\n')}\n`,
    );
  await write(8);
  expect(await misfits(path)).toEqual([
    expect.stringMatching(/^light-at-night: .*electricity gives power or light in \d+ hours of night/),
  ]);
  await write(0);
  expect(await misfits(path)).toEqual([]);
});

test('a leap day that stands in one file alone, and files without a common hour', async () => {
  const instants = hoursFrom(spring, 25);
  const whole = await hourly('whole.csv', 'wind speed [m/s]', wind, instants);
  const leap = Date.UTC(2016, 1, 29);
  const lacking = instants.filter((instant) => instant < leap || instant >= leap + 24 * HOUR);
  const without = await hourly('without.csv', 'GHI [W/m2]', light, lacking);
  expect(await misfits(whole, without)).toEqual([
    expect.stringMatching(/^leap-day-missing: 29 February 2016 stands in .*whole/),
  ]);
  const later = await hourly('next.csv', 'GHI [W/m2]', light, hoursFrom(Date.UTC(2017, 1, 15), 25));
  expect(await misfits(whole, later)).toEqual([expect.stringMatching(/^no-common-hour: .*2016-02-15T00:00Z/)]);
});

test('typical years go together where their months are of the same years', async () => {
  const typical = async (name: string, second: number, column: string) => {
    const path = join(directory, name);
    const rows = [2007, second].flatMap((year, month) =>
      hoursFrom(Date.UTC(year, month, 1), 2).map(
        (instant) =>
          `${new Date(instant)
            .toISOString()
            .slice(0, 13)
            .replace(/-|T/g, (sign) =>
              sign === 'T' ? ':' : '',
            )}00,9.1,90,${light(instant)},0,0,280,${column},90,99000`,
      ),
    );
    await writeFile(
      path,
      `Latitude (decimal degrees): 33.4\nLongitude (decimal degrees): -7.6\nElevation (m): 10\nIrradiance Time Offset (h): 0.5\nmonth,year\n1,2007\n2,${second}\ntime(UTC),T2m,RH,G(h),Gb(n),Gd(h),IR(h),WS10m,WD10m,SP\n${rows.join('\n')}\n`,
    );
    return path;
  };
  const [a, b, c] = [
    await typical('a.csv', 2011, '2'),
    await typical('b.csv', 2011, '3'),
    await typical('c.csv', 2013, '3'),
  ];
  expect(await misfits(a, b)).toEqual([]);
  expect(await misfits(a, c)).toEqual([expect.stringMatching(/^typical-years: .*2007, 2011.*2007, 2013/)]);
  const wind2016 = await hourly('wind.csv', 'wind speed [m/s]', wind);
  expect(await misfits(a, wind2016)).toEqual([expect.stringMatching(/^typical-years: .*hours that were/)]);
});
