import { expect, test } from 'vitest';
import { ProfileError } from '../../../src/errors.ts';
import { inspectProfile } from '../../../src/profiles/inspection/inspect.ts';
import { parseProfile } from '../../../src/profiles/read.ts';

const at = (hour: number) => new Date(Date.UTC(2021, 0, 13, hour)).toISOString().slice(0, 16).replace('T', ' ');
const table = (...header: string[]) =>
  Buffer.from(
    [
      header.join(','),
      ...Array.from({ length: 48 }, (_, row) =>
        [at(row), ...(header.length > 2 ? [at(row + 5)] : []), 800 + row].join(','),
      ),
      '',
    ].join('\n'),
  );
const issuesOf = (content: Buffer, zone: string) => {
  try {
    parseProfile(content, 'a.csv', { columns: [{ unit: 'relative' }], options: { zone, label: 'end', year: 2021 } });
    return [];
  } catch (error) {
    if (error instanceof ProfileError) return error.issues;
    throw error;
  }
};

test.each([
  ['Time (UTC)'],
  ['UTC Time at End of Hour'],
  ['Local Time at End of Hour', 'UTC Time at End of Hour'],
  ['Datetime UTC'],
  ['timeUtc'],
  ['period_end_utc'],
  ['TIMESTAMP_GMT'],
])('%s %s: a column that names UTC is in UTC, and another zone is refused', (...header) => {
  const content = table(...header, 'Load [MW]');
  expect(inspectProfile(content, 'a.csv')).toMatchObject({ zone: 'UTC' });
  expect(issuesOf(content, 'America/New_York')).toContainEqual(
    expect.objectContaining({ code: 'profile.contradiction', where: 'zone' }),
  );
  expect(issuesOf(content, 'UTC').filter(({ code }) => code === 'profile.contradiction')).toEqual([]);
  // An inspection refuses the same answers.
  expect(inspectProfile(content, 'a.csv', { zone: 'America/New_York' }).faults).toMatchObject([
    { code: 'profile.contradiction', where: 'zone' },
  ]);
});

test.each([['Time'], ['Time (CET)'], ['Date (DD/MM/YYYY HH:MM)'], ['Uhrzeit'], ['Locutcode']])(
  '%s names no zone that is known',
  (header) => {
    expect(inspectProfile(table(header, 'Load [MW]'), 'a.csv').zone).toBe('unstated');
  },
);
