/** How long a solve may still take, on ways that real solves took. */

import { expect, test } from 'vitest';
import { remainingRounds, remainingSeconds } from '../../src/studies/remaining.ts';
import { type RecordedWay, recordedWays } from './recorded-ways.ts';

const wayOf = (gaps: readonly number[], secondsAt = (round: number) => 10 + round) =>
  gaps.map((gap, round) => ({ round, seconds: secondsAt(round), gap }));

/** Where a solve stands after each round, what is told of it, and what it took from there; from the first tenth of its time on. */
function toldOf({ gaps, rounds, seconds, wantedGap }: RecordedWay) {
  const secondsAt = (round: number) => seconds?.atRound[round] ?? round;
  const end = seconds?.atEnd ?? rounds;
  return gaps.flatMap((_, done) => {
    const way = wayOf(gaps.slice(0, done + 1), secondsAt);
    const told = secondsAt(done) < end / 10 ? undefined : remainingSeconds(way, wantedGap);
    return told === undefined ? [] : [{ done, ratio: told / (end - secondsAt(done)) }];
  });
}

test.for(recordedWays)('$name: never off by more than a factor of three after the first tenth', (recorded) => {
  const told = toldOf(recorded);
  for (const { done, ratio } of told) {
    expect(ratio, `round ${done}`).toBeGreaterThan(1 / 3);
    expect(ratio, `round ${done}`).toBeLessThan(3);
  }
  expect(told.length).toBeGreaterThan(0.6 * recorded.gaps.length);
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
