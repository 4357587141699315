import { expect, test } from 'vitest';
import { moroccanTable } from '../../../src/profiles/civil-time/casablanca.ts';
import { instantsOf, type OffsetTable, offsetAt } from '../../../src/profiles/civil-time/offset-table.ts';
import { runtimeTable } from '../../../src/profiles/civil-time/runtime-table.ts';
import { tableOf } from '../../../src/profiles/civil-time/zone.ts';

const minute = (stamp: string) => Date.parse(stamp) / 60_000;
const stampsOf = (instants: readonly number[]) =>
  instants.map((at) => new Date(at * 60_000).toISOString().slice(0, 16));
const table = moroccanTable('Africa/Casablanca')!;

test('Morocco leaves UTC+1 for good on 20 September 2026, on whichever runtime', () => {
  expect(offsetAt(table, minute('2026-09-20T00:59Z'))).toBe(60);
  expect(offsetAt(table, minute('2026-09-20T01:00Z'))).toBe(0);
  expect(offsetAt(table, minute('2040-07-01T00:00Z'))).toBe(0);
  expect(table.from.at(-1)).toBe(minute('2026-09-20T01:00Z'));
  // The hour from 01:00 stands twice on that day.
  expect(stampsOf(instantsOf(table, minute('2026-09-20T01:30Z')))).toEqual(['2026-09-20T00:30', '2026-09-20T01:30']);
});

test('entering Ramadan repeats an hour, leaving it skips one', () => {
  expect(stampsOf(instantsOf(table, minute('2025-02-23T02:30Z')))).toEqual(['2025-02-23T01:30', '2025-02-23T02:30']);
  expect(instantsOf(table, minute('2025-04-06T02:30Z'))).toEqual([]);
  expect(stampsOf(instantsOf(table, minute('2025-04-06T03:00Z')))).toEqual(['2025-04-06T02:00']);
});

test('both zones of Morocco come from our own table, in any spelling, and no other zone does', () => {
  for (const name of ['Africa/Casablanca', 'africa/el_aaiun']) {
    expect(tableOf({ kind: 'civil', name }, 2026, 2026)!.from.at(-1)).toBe(minute('2026-09-20T01:00Z'));
  }
  expect(moroccanTable('Europe/Paris')).toBeUndefined();
});

/** Changes of a table within 2005–2030. */
function changes({ from, offsetMinutes }: OffsetTable): Map<number, number> {
  const [begin, end] = [minute('2005-01-02T00:00Z'), minute('2031-01-01T00:00Z')];
  const all = Array.from(from, (at, index) => [at, offsetMinutes[index]!] as const);
  return new Map(all.filter(([at]) => at >= begin && at < end));
}

test('our table and that of this runtime differ, if at all, from 20 September 2026 on or in predicted Ramadans', () => {
  const ours = changes(table);
  const theirs = changes(runtimeTable('Africa/Casablanca', 2005, 2030)!);
  expect(ours.size).toBeGreaterThan(45);
  const missing = [...ours].filter(([at, offset]) => theirs.get(at) !== offset);
  const extra = [...theirs].filter(([at, offset]) => ours.get(at) !== offset);
  const told = [
    ...missing.map(([at]) => `only ours ${stampsOf([at])}`),
    ...extra.map(([at]) => `only theirs ${stampsOf([at])}`),
  ];
  console.log(`Africa/Casablanca, runtime with tzdata ${process.versions.tz}: ${told.join(', ') || 'no difference'}`);
  // A runtime older than the decree goes on with Ramadans that were predicted when its data was made.
  const firstPrediction = minute(`${Number.parseInt(process.versions.tz ?? '2025', 10)}-01-01T00:00Z`);
  const earliest = Math.min(minute('2026-09-20T01:00Z'), firstPrediction);
  expect([...missing, ...extra].filter(([at]) => at < earliest)).toEqual([]);
});
