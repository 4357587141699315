import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixedOffset, instantsOf, nameOfOffset, offsetAt } from '../../../src/profiles/civil-time/offset-table.ts';
import { tableOf, zoneOf } from '../../../src/profiles/civil-time/zone.ts';

const minute = (stamp: string) => Date.parse(stamp) / 60_000;

describe('zones as people write them', () => {
  test.each([
    ['UTC', { kind: 'offset', minutes: 0 }],
    ['Z', { kind: 'offset', minutes: 0 }],
    ['+01:00', { kind: 'offset', minutes: 60 }],
    ['-7', { kind: 'offset', minutes: -420 }],
    ['−03:30', { kind: 'offset', minutes: -210 }],
    ['UTC+5:30', { kind: 'offset', minutes: 330 }],
    ['GMT+1', { kind: 'offset', minutes: 60 }],
    ['-00:00', { kind: 'offset', minutes: 0 }],
    ['Europe/Brussels', { kind: 'civil', name: 'Europe/Brussels' }],
    // The database counts Etc/GMT+1 west of Greenwich, and so does this name.
    ['Etc/GMT+1', { kind: 'civil', name: 'Etc/GMT+1' }],
    ['Africa/Casablanca', { kind: 'civil', name: 'Africa/Casablanca' }],
  ] as const)('%s', (text, zone) => {
    expect(zoneOf(text)).toEqual(zone);
  });

  test.each(['', 'Europe/Brusels', '+25:00', '+1:75', 'local', '__proto__', 'UTC+', '+01:00 ', '../etc'])(
    '%j is no zone',
    (text) => {
      expect(zoneOf(text)).toBeUndefined();
    },
  );

  test('offsets read back from the names they are shown by', () => {
    fc.assert(
      fc.property(fc.integer({ min: -14 * 60, max: 14 * 60 }), (minutes) => {
        expect(zoneOf(nameOfOffset(minutes))).toEqual({ kind: 'offset', minutes });
      }),
    );
  });
});

describe('clocks', () => {
  test('Brussels skips an hour in March and repeats one in October', () => {
    const table = tableOf({ kind: 'civil', name: 'Europe/Brussels' }, 2021, 2021)!;
    expect(instantsOf(table, minute('2021-03-28T01:59Z'))).toEqual([minute('2021-03-28T00:59Z')]);
    expect(instantsOf(table, minute('2021-03-28T02:00Z'))).toEqual([]);
    expect(instantsOf(table, minute('2021-03-28T02:59Z'))).toEqual([]);
    expect(instantsOf(table, minute('2021-03-28T03:00Z'))).toEqual([minute('2021-03-28T01:00Z')]);
    const repeated = [minute('2021-10-31T00:00Z'), minute('2021-10-31T01:00Z')];
    expect(instantsOf(table, minute('2021-10-31T02:00Z'))).toEqual(repeated);
  });

  test('at every instant the clock shows one reading, and that reading leads back to the instant', () => {
    const zones = ['Europe/Brussels', 'Africa/Casablanca', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
    const instants = fc.integer({ min: minute('2005-01-02T00:00Z'), max: minute('2030-12-30T00:00Z') });
    let twice = 0;
    const property = fc.property(fc.constantFrom(...zones), instants, fc.boolean(), (name, instant, isNear) => {
      const table = tableOf({ kind: 'civil', name }, 2005, 2030)!;
      // Near a change of clocks, where faults would be.
      const change = table.from[1 + (instant % (table.from.length - 1 || 1))] ?? instant;
      const at = isNear && Number.isFinite(change) ? change - 90 + (instant % 180) : instant;
      const found = instantsOf(table, at + offsetAt(table, at));
      expect(found).toContain(at);
      expect(found).toEqual(found.toSorted((a, b) => a - b));
      if (found.length > 1) twice++;
    });
    fc.assert(property, { numRuns: 2000 });
    expect(twice).toBeGreaterThan(50);
  });

  test('a fixed offset holds for ever', () => {
    expect(offsetAt(fixedOffset(60), minute('1901-01-01T00:00Z'))).toBe(60);
    expect(instantsOf(fixedOffset(-90), 0)).toEqual([90]);
  });

  test('before 1972, and before our table of Morocco begins, no clock is known', () => {
    expect(tableOf({ kind: 'civil', name: 'Europe/Brussels' }, 1971, 1971)).toBeUndefined();
    const table = tableOf({ kind: 'civil', name: 'Africa/Casablanca' }, 2004, 2005)!;
    expect(instantsOf(table, minute('2004-06-01T00:00Z'))).toEqual([]);
  });
});
