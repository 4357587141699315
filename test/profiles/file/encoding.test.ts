import { describe, expect, test } from 'vitest';
import { ProfileError } from '../../../src/errors.ts';
import { parseProfile } from '../../../src/profiles/read.ts';
import { recordFile } from '../../../src/profiles/recording/recorded-file.ts';
import { hoursOfYear } from '../../../src/time.ts';

/** A year of hours in the format of Open Power System Data. */
function opsd(year: number, header = 'utc_timestamp,MA_wind_profile'): string {
  const rows = Array.from({ length: hoursOfYear(year) }, (_, hour) => {
    return `${new Date(Date.UTC(year, 0, 1, hour)).toISOString().slice(0, 19)}Z,${(hour % 10) / 16}`;
  });
  return `${[header, ...rows].join('\n')}\n`;
}

const text = opsd(2019);
const problemOf = (bytes: Uint8Array) => {
  try {
    parseProfile(bytes, 'a.csv');
    return undefined;
  } catch (error) {
    if (error instanceof ProfileError) return error.issues.map(({ code, line, problem }) => [code, line, problem]);
    throw error;
  }
};

describe('the bytes of foreign files', () => {
  test('line ends LF, CR LF and CR CR LF and a byte order mark give the same series', () => {
    const plain = parseProfile(Buffer.from(text), 'a.csv');
    expect(plain).toMatchObject({ format: 'opsd', year: 2019, synthetic: false });
    expect(plain.columns[0]!.values[13]).toBe(3 / 16);
    for (const end of ['\r\n', '\r\r\n']) {
      const other = parseProfile(Buffer.from(`\ufeff${text.replaceAll('\n', end)}`), 'a.csv');
      expect({ ...other, sha256: '' }).toEqual({ ...plain, sha256: '' });
    }
  });

  test('a carriage return alone is refused with its line', () => {
    const lines = text.split('\n').with(7, '2019-01-01T06:00:00Z\r,0.5');
    expect(problemOf(Buffer.from(lines.join('\n')))).toEqual([
      ['profile.unreadable', 8, 'a carriage return inside line 8'],
    ]);
  });

  test('Windows-1252 is read where the bytes are no UTF-8, and said', () => {
    const latin = opsd(2019, 'utc_timestamp,Kénitra_wind_profile');
    const bytes = Buffer.from(latin, 'latin1');
    const record = recordFile(bytes, 'a.csv');
    expect(record.content === undefined && record.encoding).toBe('Windows-1252');
    expect(parseProfile(bytes, 'a.csv').columns[0]!.name).toBe('Kénitra_wind_profile');
    const same = recordFile(Buffer.from(latin), 'a.csv');
    expect(same.content === undefined && same.encoding).toBe('UTF-8');
  });

  test('bytes without a character in Windows-1252 are refused', () => {
    const bytes = Buffer.from(opsd(2019, 'utc_timestamp,K\x81_wind_profile'), 'latin1');
    expect(problemOf(bytes)).toEqual([
      ['profile.unreadable', 1, 'bytes in line 1 that are neither UTF-8 nor Windows-1252'],
    ]);
  });

  test('NUL bytes and byte order marks inside are refused as in native files', () => {
    expect(problemOf(Buffer.from(text.replace('0.25', '0.2\0')))![0]![2]).toContain('a NUL byte');
    expect(problemOf(Buffer.from(`${text}\ufeff${text}`))![0]![2]).toBe('a byte order mark inside the text');
  });
});

describe('a native file leaves nothing open', () => {
  const native = [
    '# hourmatch profile',
    '# synthetic: false',
    'time [UTC],wind [capacityFactor]',
    ...Array.from(
      { length: 8760 },
      (_, hour) => `${new Date(Date.UTC(2019, 0, 1, hour)).toISOString().slice(0, 16)}Z,0.5`,
    ),
    '',
  ].join('\n');
  const read = (options: object) => parseProfile(Buffer.from(native), 'a.csv', { columns: [], options });

  test('options on it are contradictions, all at once; naming its own year is none', () => {
    expect(read({ year: 2019 }).format).toBe('native');
    expect(() => read({ year: 2019 })).not.toThrow();
    try {
      read({ zone: 'UTC', year: 2018 });
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      expect(error.issues.map(({ code, where }) => [code, where])).toEqual([
        ['profile.contradiction', 'zone'],
        ['profile.contradiction', 'year'],
      ]);
    }
  });
});
