import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { StorageQueue } from '../../src/ledger/storage-queue.ts';

function rowsOf(file: string): number[][] {
  const text = readFileSync(new URL(`../fixtures/fifo-week/${file}`, import.meta.url), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
}

const FACTOR = 0.89;

/** Every discharge by the hour of its charge, what lacks an origin under −1. */
function allocatedWeek(opening: number) {
  const queue = new StorageQueue('fifo', opening);
  const found: { from: number; to: number; wattHours: number; share: number }[] = [];
  const unbacked = new Map<number, number>();
  for (const [hour, charged, discharged] of rowsOf('input.csv') as [number, number, number][]) {
    const whole = Math.floor(charged);
    const slice = { plant: 0, hour, cycle: 0, offset: 0, certified: whole, wattHours: whole };
    queue.charge(hour, 0, [slice], whole - Math.floor(FACTOR * whole));
    const inStore = queue.lots.reduce((sum, { content }) => sum + content, 0);
    const backed = Math.min(discharged, inStore);
    if (backed < discharged) unbacked.set(hour, discharged - backed);
    for (const { chargedHour, discharged: wattHours } of queue.draw(backed, 0)) {
      found.push({ from: chargedHour, to: hour, wattHours, share: wattHours / discharged });
    }
  }
  return { found, unbacked };
}

test('the week of the registry is allocated as the registry does, to six decimals', () => {
  const { found } = allocatedWeek(0);
  const expected = rowsOf('expected.csv');
  expect(expected).toHaveLength(72);
  expect(found.map(({ from, to, share }) => [from, to, Number(share.toFixed(6))])).toEqual(expected);
});

test('what its hour 0 discharges has the name of an opening balance', () => {
  const opening = 299_910_006;
  const { found, unbacked } = allocatedWeek(opening);
  expect(found[0]).toEqual({ from: -1, to: 0, wattHours: opening, share: 1 });
  expect(found).toHaveLength(1 + 72);
  expect(unbacked.has(0)).toBe(false);
});

test('a factor below the true one leaves 15.7 to 15.9 MWh a day without origin, and none is made up', () => {
  const { unbacked } = allocatedWeek(299_910_006);
  expect([...unbacked.keys()]).toEqual([20, 44, 68, 92, 116, 140, 164]);
  for (const wattHours of unbacked.values()) expect(wattHours / 1e6).toSatisfy((mwh) => mwh > 15.69 && mwh < 15.89);
});
