import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Account, accountOf } from '../../src/ledger/account.ts';
import type { Passage } from '../../src/ledger/pieces.ts';
import type { Slice, StorageOrder } from '../../src/ledger/storage-queue.ts';
import { totalsOf } from '../../src/ledger/totals.ts';
import { draws } from '../fixtures/draws.ts';
import { randomPlan } from '../verify/random-plan.ts';
import { randomPlace } from './random-place.ts';

const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);
const orders = fc.constantFrom<StorageOrder[]>('fifo', 'lifo', 'weightedAverage');

/** Of a planned hour, that rounding may leave without a use or without a source. */
const ROUNDING_WH = 16;

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Two ranges that share a watt-hour, or one that leaves its bounds. */
function clash(ranges: readonly Range[], bounds: Range): Range | undefined {
  let end = bounds.from;
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    if (range.from < end || range.to > bounds.to) return range;
    end = range.to;
  }
  return undefined;
}

const rangeOf = ({ offset, certified }: Slice): Range => ({ from: offset, to: offset + certified });
const clashOf = (uses: readonly { readonly slice: Slice }[], bounds: Range) =>
  clash(
    uses.map(({ slice }) => rangeOf(slice)),
    bounds,
  );
const anywhere = { from: 0, to: Number.POSITIVE_INFINITY };
const keyOf = ({ storage, chargedHour, chargedRecord }: Passage) => `${storage} ${chargedHour} ${chargedRecord}`;

function expectTotals(account: Account): void {
  const { load, plants, storages } = totalsOf(account);
  const { loadWh, ...served } = load;
  expect(sum(Object.values(served))).toBe(loadWh);
  for (const { name: _, issuedWh, usedFromStorageWh: __, ...uses } of plants) {
    expect(sum(Object.values(uses))).toBe(issuedWh);
  }
  expect(sum(plants.map(({ usedFromStorageWh }) => usedFromStorageWh))).toBe(load.servedFromStorageWh);
  for (const { name: _, openingWh: __, chargedWh, ...leaving } of storages) {
    expect(sum(Object.values(leaving))).toBe(chargedWh);
  }
  const { flows, unclaimed } = account;
  for (let h = 0; h < flows.hours; h++) {
    expect(sum(unclaimed.map((plant) => plant[h]!))).toBeLessThan(ROUNDING_WH);
  }
  expect(load.roundingWh).toBeLessThan(ROUNDING_WH * flows.hours);
}

/** No watt-hour of a plant, of a charge record of one cycle or of a load stands in two records. */
function expectNothingTwice({ flows, allocations, charges }: Account): void {
  const uses = [...allocations, ...charges];
  const direct = Map.groupBy(
    uses.filter(({ passage }) => passage === undefined),
    ({ slice: { plant, hour } }) => `${plant} ${hour}`,
  );
  for (const own of direct.values()) {
    const { plant, hour } = own[0]!.slice;
    const bounds = { from: 0, to: flows.delivered[plant]![hour]! };
    expect(clashOf(own, bounds)).toBeUndefined();
  }
  const records = new Map<string, Slice>(
    charges.map(({ storage, hour, record, slice }) => [
      keyOf({ storage, chargedHour: hour, chargedRecord: record, chargedCycle: 0 }),
      slice,
    ]),
  );
  const drawn = Map.groupBy(
    uses.filter(({ passage, slice }) => passage !== undefined && slice.plant >= 0),
    ({ passage }) => `${keyOf(passage!)} ${passage!.chargedCycle}`,
  );
  for (const own of drawn.values()) {
    const { passage } = own[0]!;
    const isRecorded = passage!.chargedCycle === 0;
    // What the year before charged was split by what was in store then, and is recorded nowhere.
    const record = isRecorded ? records.get(keyOf(passage!))! : undefined;
    expect(clashOf(own, record ? rangeOf(record) : anywhere)).toBeUndefined();
    if (record === undefined) continue;
    for (const { slice } of own) expect([slice.plant, slice.hour]).toEqual([record.plant, record.hour]);
  }
  for (const [hour, own] of Map.groupBy(allocations, ({ hour: at }) => at)) {
    const ranges = own.map(({ offset, wattHours }) => ({ from: offset, to: offset + wattHours }));
    expect(clash(ranges, { from: 0, to: flows.load[hour]! })).toBeUndefined();
  }
}

/** Σ of what comes out of a storage in an hour is what it discharges, each part behind it no smaller than itself. */
function expectBacked({ allocations, charges, discharges }: Account): void {
  const out = Map.groupBy(
    [...allocations, ...charges.map((charge) => ({ ...charge, wattHours: charge.slice.wattHours }))].filter(
      ({ passage }) => passage !== undefined,
    ),
    ({ passage, hour }) => `${passage!.storage} ${hour}`,
  );
  for (const { storage, hour, wattHours, charged } of discharges) {
    const parts = out.get(`${storage} ${hour}`) ?? [];
    expect(sum(parts.map((part) => part.wattHours))).toBe(wattHours);
    expect(charged).toBeGreaterThanOrEqual(wattHours);
    for (const { slice, wattHours: one } of parts) expect(slice.certified).toBeGreaterThanOrEqual(one);
  }
  expect(sum([...out.values()].flat().map(({ wattHours }) => wattHours))).toBe(
    sum(discharges.map(({ wattHours }) => wattHours)),
  );
}

describe('a schedule drawn by chance', () => {
  test('has a ledger whose totals close, in which nothing serves twice and every discharge is backed', () => {
    const seen = { passedOn: 0, opening: 0, previous: 0 };
    fc.assert(
      fc.property(fc.nat(), orders, (seed, order) => {
        const account = accountOf(randomPlace(seed), order);
        expectTotals(account);
        expectNothingTwice(account);
        expectBacked(account);
        if (account.charges.some(({ passage }) => passage !== undefined)) seen.passedOn++;
        if (account.balances.some(({ openingBalance }) => openingBalance > 0)) seen.opening++;
        if (account.allocations.some(({ slice: { plant, cycle } }) => plant >= 0 && cycle < 0)) seen.previous++;
      }),
      draws(150, 1),
    );
    expect(seen.passedOn).toBeGreaterThan(10);
    expect(seen.opening).toBeGreaterThan(3);
    expect(seen.previous).toBeGreaterThan(30);
  });

  test('that the verification accepts has one too', () => {
    fc.assert(
      fc.property(fc.nat(), orders, (seed, order) => {
        const { scenario, schedule } = randomPlan({
          seed,
          hours: [24],
          deadlineHours: 6,
          matching: { kind: 'hourly', target: 0.5, over: 'everyYear' },
        });
        const phase = schedule.phases[0]!;
        const account = accountOf({ scenario, p: 0, y: 0, phase, flows: phase.weatherYears[0]! }, order);
        expectTotals(account);
        expectNothingTwice(account);
        expectBacked(account);
      }),
      { numRuns: 30 },
    );
  });
});
