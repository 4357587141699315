import { expect, test } from 'vitest';
import { cut, headline, taskLines } from '../../src/cli/progress/lines.ts';
import { durationText, estimateText } from '../../src/cli/progress/remaining.ts';
import { remainingSeconds, StudyState } from '../../src/studies/study-state.ts';

const progress = (task: string, state: 'solving' | 'done', iterations = 0) =>
  ({
    kind: 'progress',
    progress: { task, state, size: '105,134 rows', solve: { iterations, seconds: 1 } },
  }) as const;

test('two of five programmes in 100 s leave 150 s, and more while the third takes its time', () => {
  expect(remainingSeconds(2, 5, 100)).toBe(150);
  expect(remainingSeconds(2, 5, 130)).toBe(195);
});

test('nothing is estimated before the first programme is solved, nor after the last', () => {
  expect(remainingSeconds(0, 5, 60)).toBeUndefined();
  expect(remainingSeconds(5, 5, 101)).toBeUndefined();
});

test('an estimate is no finer than it is known, and a duration is exact', () => {
  expect([3, 41, 100, 3300, 5400].map(estimateText)).toEqual([
    'about 5 s',
    'about 40 s',
    'about 2 min',
    'about 1 h',
    'about 1.5 h',
  ]);
  expect([41.2, 100, 4320].map(durationText)).toEqual(['41 s', '1 min 40 s', '1 h 12 min']);
});

test('a study tells what is solved, what is being solved and how long it may still take', () => {
  const state = new StudyState();
  expect(headline(state, 1)).toBe('starting, 1 s');
  state.take({ kind: 'stage', stage: 'plan', programmes: 3 }, 10);
  expect(taskLines(state, 10)).toEqual(['writing the programme']);
  state.take(progress('40 MW', 'solving'), 11);
  state.take(progress('40 MW', 'solving', 1234), 40);
  expect(taskLines(state, 41)).toEqual(['40 MW: 105,134 rows, 1,234 iterations, 30 s']);
  expect(headline(state, 41)).toBe('plan: 0 of 3 solved, 41 s');
  state.take(progress('40 MW', 'done', 2000), 70);
  // 60 s for the first, counted from the beginning of the stage: 120 s for the other two.
  expect(headline(state, 70)).toBe('plan: 1 of 3 solved, 1 min 10 s, about 2 min left');
});

test('bounds on both sides say how much of the gap is closed', () => {
  const state = new StudyState();
  state.take({ kind: 'stage', stage: 'plan', programmes: 1 }, 0);
  const { progress: begun } = progress('plan', 'solving');
  const bounds = {
    round: 31,
    seconds: 30,
    objective: 1.8967e9,
    dualBound: 1.8961e9,
    relativeGap: 3.2e-4,
    wantedGap: 1e-8,
  };
  state.take({ kind: 'progress', progress: { ...begun, bounds } }, 30);
  // From 10 down to 3.2e-4 are 4.5 of the 9 powers of ten to 1e-8: half of it in 30 s.
  expect(headline(state, 30)).toBe('plan: 0 of 1 solved, 30 s, about 30 s left');
  expect(taskLines(state, 30)).toEqual(['plan: round 31, bounds 1.89610e+9 … 1.89670e+9, gap 3e-4 of 1e-8, 0 s']);
  // A narrow terminal keeps the figures and cuts the name.
  expect(taskLines(state, 30, 42)).toEqual(['plan: round 31, gap 3e-4 of 1e-8, 0 s']);
  expect(taskLines(state, 30, 36)).toEqual(['pl…: round 31, gap 3e-4 of 1e-8, 0 s']);
});

test('a programme that nobody foresaw raises the total instead of making it wrong', () => {
  const state = new StudyState();
  state.take({ kind: 'stage', stage: 'plan', programmes: 1 }, 0);
  state.take(progress('plan', 'done'), 5);
  state.take(progress('least unmatched energy', 'solving'), 6);
  expect(headline(state, 6)).toMatch(/^plan: 1 of 2 solved/);
});

test('a line is cut to the width it has', () => {
  expect(cut('Nouaceur', 8)).toBe('Nouaceur');
  expect(cut('Nouaceur', 5)).toBe('Noua…');
});
