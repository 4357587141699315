/** How long a solve may still take, on ways that real solves took. Each round is taken to last a second. */

import { expect, test } from 'vitest';
import { remainingRounds, remainingSeconds } from '../../src/studies/remaining.ts';
import { recordedWays } from './recorded-ways.ts';

const wayOf = (gaps: readonly number[]) => gaps.map((gap, round) => ({ round, seconds: 10 + round, gap }));

test.for(recordedWays)('$name: never off by more than a factor of three after the first tenth', (recorded) => {
  const { gaps, rounds, wantedGap } = recorded;
  let told = 0;
  for (let done = Math.ceil(rounds / 10); done < gaps.length; done++) {
    const left = remainingSeconds(wayOf(gaps.slice(0, done + 1)), wantedGap);
    if (left === undefined) continue;
    told++;
    expect(left / (rounds - done), `round ${done}`).toBeGreaterThan(1 / 3);
    expect(left / (rounds - done), `round ${done}`).toBeLessThan(3);
  }
  expect(told).toBeGreaterThan(0.6 * gaps.length);
});

test('a gap that stands still raises the estimate in place of running it down', () => {
  const gaps = Array.from({ length: 20 }, (_, round) => 10 ** (-0.2 * round));
  const before = remainingRounds(wayOf(gaps), 1e-6)!;
  const stuck = [...gaps, ...Array.from({ length: 10 }, () => gaps.at(-1)!)];
  expect(remainingRounds(wayOf(stuck), 1e-6)).toBeGreaterThan(1.3 * before);
});

test('nothing is said of the first rounds, and something finite of any gap', () => {
  expect(remainingSeconds([], 1e-6)).toBeUndefined();
  expect(remainingSeconds(wayOf([4, 3, 2]), 1e-6)).toBeUndefined();
  for (const gaps of [Array(60).fill(1e9), Array(60).fill(1e-15), [1e-9, 1, 1e9, 1, 1e-3, 2]]) {
    const left = remainingSeconds(wayOf(gaps), 1e-4);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left).toBeLessThan(1e4);
  }
});

test('seconds are those of the latest rounds: a machine that is busy now is taken to stay so', () => {
  const gaps = recordedWays.at(-1)!.gaps.slice(0, 21);
  const way = wayOf(gaps);
  const slower = way.map((done) => (done.round > 10 ? { ...done, seconds: 20 + 3 * (done.round - 10) } : done));
  expect(remainingSeconds(slower, 1e-6)! / remainingSeconds(way, 1e-6)!).toBeCloseTo(3, 9);
});
