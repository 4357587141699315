import { describe, expect, test } from 'vitest';
import { samWindFormat } from '../../../src/profiles/formats/sam-wind.ts';
import { reading, recognises, recorded, refusal, stampsOf, valuesOf } from './reading.ts';

interface Parts {
  year?: number;
  hours?: number;
  rows?: number;
  stated?: number | string;
  words?: string;
}

function file({ year = 2013, hours = 1, rows = 2, stated = rows, words = 'made by hand' }: Parts): string {
  const lines = [
    `1,city??,MA,country??,${year},33.37,-7.58,Not Available,${hours},${stated}`,
    words,
    'Temperature,Pressure,Speed,Direction,Speed',
    'C,atm,m/s,Degrees,m/s',
    '80,80,80,80,100',
  ];
  for (let row = 0; row < rows; row++) lines.push(`${row % 40},0.88,${row},358.5,${row + 0.5}`);
  return `${lines.join('\n')}\n`;
}

describe('wind of SAM', () => {
  test('has no stamps: rows count hours of the year from its start', () => {
    const recording = recorded(samWindFormat, file({ rows: 8760 }));
    expect(recording).toMatchObject({ label: { kind: 'start' }, stepMinutes: 60, isTypicalYear: false, warnings: [] });
    const stamps = stampsOf(recording);
    expect([stamps[0], stamps[59 * 24], stamps[8759]]).toEqual([
      '2013-01-01T00:00',
      '2013-03-01T00:00',
      '2013-12-31T23:00',
    ]);
    expect([recording.lines[0], recording.lines[8759]]).toEqual([6, 8765]);
  });

  test('tells columns of one quantity apart by their height', () => {
    const recording = recorded(samWindFormat, file({}));
    expect(recording.columns.map(({ name, quantity, unit, heightM }) => [name, quantity, unit, heightM])).toEqual([
      ['Temperature_80m', 'temperature', '°C', 80],
      ['Pressure_80m', 'pressure', 'atm', 80],
      ['Speed_80m', 'windSpeed', 'm/s', 80],
      ['Direction_80m', 'windDirection', '°', 80],
      ['Speed_100m', 'windSpeed', 'm/s', 100],
    ]);
    expect(valuesOf(recording, 'Speed_100m')).toEqual([0.5, 1.5]);
    expect(recording.site).toEqual({ latitudeDeg: 33.37, longitudeDeg: -7.58 });
  });

  test('leaves the zone open, local standard time being all that SAM knows, unless the text tells', () => {
    const zone = (words: string) => recorded(samWindFormat, file({ words })).zone;
    expect(zone('WIND data downloaded on 2022-3-26')).toEqual({ kind: 'unstated' });
    expect(zone('stamps in UTC')).toEqual({ kind: 'offset', minutes: 0 });
    expect(zone('stamps in UTC-6')).toEqual({ kind: 'offset', minutes: -360 });
    expect(zone('Time Zone: -3.5')).toEqual({ kind: 'offset', minutes: -210 });
    expect(zone('time zone UTC+1')).toEqual({ kind: 'offset', minutes: 60 });
    expect(zone('downloaded on 2022-3-26 14:00 UTC')).toEqual({ kind: 'unstated' });
    expect(zone('stamps in UTC+x')).toEqual({ kind: 'unstated' });
    expect(zone('stamps in 2012')).toEqual({ kind: 'unstated' });
    expect(zone('timezone of the site')).toEqual({ kind: 'unstated' });
  });

  test('skips 29 February where a leap year has the rows of 365 days, and says so', () => {
    const short = recorded(samWindFormat, file({ year: 2012, rows: 8760 }));
    expect(stampsOf(short).slice(1415, 1417)).toEqual(['2012-02-28T23:00', '2012-03-01T00:00']);
    expect(stampsOf(short).at(-1)).toBe('2012-12-31T23:00');
    expect(short.warnings).toMatchObject([{ code: 'leap-day-left-out', line: 1 }]);
    const whole = recorded(samWindFormat, file({ year: 2012, rows: 8784 }));
    expect(stampsOf(whole)[1416]).toBe('2012-02-29T00:00');
    expect(whole.warnings).toEqual([]);
  });

  test('may have steps below an hour', () => {
    const recording = recorded(samWindFormat, file({ hours: 0.25, rows: 6 }));
    expect(recording.stepMinutes).toBe(15);
    expect(stampsOf(recording).at(-1)).toBe('2013-01-01T01:15');
  });

  test('names each fault with its line', () => {
    expect(reading(samWindFormat, file({ rows: 3, stated: 4 })).faults).toMatchObject([
      { code: 'profile.wrong-length', line: 8, problem: '3 rows, but line 1 states "4"' },
    ]);
    const broken = file({ rows: 3 })
      .replace('\n1,0.88,', '\n1,0.88,,')
      .replace('\n2,', '\n2 C,')
      .replace('80,100', '80,80');
    expect(reading(samWindFormat, broken).faults).toMatchObject([
      { code: 'profile.bad-header', line: 3, column: 5, problem: 'Speed_80m stands twice' },
      { code: 'profile.bad-row', line: 7, problem: '6 cells, but the header has 5' },
      { code: 'profile.bad-number', where: 'Temperature_80m', line: 8, column: 1, problem: '"2 C" is not a number' },
    ]);
    expect(refusal(samWindFormat, file({ hours: 0.7 }))).toMatchObject([{ code: 'profile.bad-header', line: 1 }]);
    expect(refusal(samWindFormat, file({ rows: 0 }))).toMatchObject([{ code: 'profile.wrong-length', line: 5 }]);
  });

  test('is known by a line of wind quantities above units and heights', () => {
    const text = file({});
    const others = [text.replace('Speed,D', 'GHI,D'), text.replace('80,80,80,80,100', '80,a,80,80,100'), 'Speed\n', ''];
    expect([text, ...others].map((other) => recognises(samWindFormat, other))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
