import { expect, test } from 'vitest';
import { lateWork } from '../../src/verify/first-in-first-out.ts';

const hours = (...values: number[]) => Float64Array.from(values);

/** What leaves late in each hour. */
function late(arriving: Float64Array, leaving: Float64Array, backlog: Float64Array, deadlineHours: number): number[] {
  return lateWork({ arriving, leaving, backlog }, deadlineHours).map(({ lateMWh }) => lateMWh);
}

test('work that waits exactly its deadline is in time, an hour longer is late', () => {
  // 5 MWh arrive in hour 0 and leave in hour 2.
  const [arriving, leaving, backlog] = [hours(5, 0, 0, 0), hours(0, 0, 5, 0), hours(5, 5, 0, 0)];
  expect(late(arriving, leaving, backlog, 2)).toEqual([0, 0, 0, 0]);
  expect(late(arriving, leaving, backlog, 1)).toEqual([0, 0, 5, 0]);
});

test('the oldest work leaves first, so a steady backlog is never the same work', () => {
  // 3 MWh wait all the time, 3 MWh come and go in each hour: each waits one hour.
  const [arriving, leaving, backlog] = [hours(3, 3, 3), hours(3, 3, 3), hours(3, 3, 3)];
  expect(late(arriving, leaving, backlog, 1)).toEqual([0, 0, 0]);
  expect(late(arriving, leaving, backlog, 0)).toEqual([3, 3, 3]);
});

test('work that waits over the turn of the year keeps its age', () => {
  // Arrives in the last hour but one, leaves in hour 0 of the next year, two hours later.
  const [arriving, leaving, backlog] = [hours(0, 0, 4, 0), hours(4, 0, 0, 0), hours(0, 0, 4, 4)];
  expect(late(arriving, leaving, backlog, 2)).toEqual([0, 0, 0, 0]);
  expect(late(arriving, leaving, backlog, 1)).toEqual([4, 0, 0, 0]);
});

test('a backlog that can never be served is late from the first hour, and following it ends', () => {
  const [arriving, leaving, backlog] = [hours(1, 1), hours(1, 1), hours(1000, 1000)];
  expect(late(arriving, leaving, backlog, 1)[0]).toBe(1);
  expect(late(hours(0, 0), hours(0, 0), hours(7, 7), 1)).toEqual([0, 0]);
});

test('disagreement between stated backlog and flows is counted as drift', () => {
  const found = lateWork({ arriving: hours(1, 1), leaving: hours(1, 0.75), backlog: hours(0, 0) }, 0);
  expect(found.map(({ driftMWh }) => driftMWh)).toEqual([0, 0.25]);
});
