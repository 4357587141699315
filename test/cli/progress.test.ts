import { expect, test, vi } from 'vitest';
import { createDisplay } from '../../src/cli/progress/display.ts';
import { cut, headline, taskLines } from '../../src/cli/progress/lines.ts';
import { durationText, estimateText } from '../../src/cli/progress/remaining.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import type { StudyProgress } from '../../src/studies/engine.ts';
import { StudyState } from '../../src/studies/study-state.ts';

const progress = (task: string, state: StudyProgress['state'], iterations = 0) =>
  ({
    kind: 'progress',
    progress: { task, state, size: '105,134 rows', solve: { iterations, seconds: 1 } },
  }) as const;

test('two of five programmes in 100 s leave 150 s, and more while the third takes its time', () => {
  const state = new StudyState();
  state.take({ kind: 'stage', stage: 'plan', programmes: 5 }, 0);
  expect(state.remaining(60)).toBeUndefined();
  for (const task of ['first', 'second']) state.take(progress(task, 'done'), 100);
  expect([state.remaining(100), state.remaining(130)]).toEqual([150, 195]);
});

test('nothing is estimated after the last programme, nor of a solve that tells no bounds', () => {
  const state = new StudyState();
  state.take({ kind: 'stage', stage: 'plan', programmes: 1 }, 0);
  state.take(progress('plan', 'solving', 100), 10);
  expect(state.remaining(20)).toBeUndefined();
  state.take(progress('plan', 'done', 200), 30);
  expect(state.remaining(31)).toBeUndefined();
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
  expect(headline(state, 10)).toBe('plan: formulating, 0 of 3 solved, 10 s');
  state.take(progress('40 MW', 'formulating'), 10);
  expect(taskLines(state, 11)).toEqual(['40 MW: formulating, 1 s']);
  state.take(progress('40 MW', 'solving'), 11);
  state.take(progress('40 MW', 'solving', 1234), 40);
  // First heard of when it had taken a second.
  expect(taskLines(state, 41)).toEqual(['40 MW: 105,134 rows, 1,234 iterations, 31 s']);
  expect(headline(state, 41)).toBe('plan: solving, 0 of 3 solved, 41 s');
  state.take(progress('40 MW', 'done', 2000), 70);
  // 60 s for the first, counted from the beginning of the stage: 120 s for the other two.
  expect(headline(state, 70)).toBe('plan: formulating, 1 of 3 solved, 1 min 10 s, about 2 min left');
});

test('what is done after the last solve is told as well', () => {
  const state = new StudyState();
  state.take({ kind: 'stage', stage: 'plan', programmes: 1 }, 0);
  state.take(progress('plan', 'solving'), 1);
  state.take(progress('plan', 'done'), 30);
  state.take(progress('Nouaceur', 'verifying'), 30);
  expect(headline(state, 34)).toBe('plan: verifying, 1 of 1 solved, 34 s');
  expect(taskLines(state, 34)).toEqual(['Nouaceur: verifying, 4 s']);
  state.take(progress('Nouaceur', 'verified'), 35);
  state.take({ kind: 'reporting' }, 35);
  expect(headline(state, 36)).toBe('plan: reporting, 1 of 1 solved, 36 s');
  expect(taskLines(state, 36)).toEqual([]);
});

test('rounds say how far a solve is, as estimates until the end', () => {
  const state = new StudyState();
  state.take({ kind: 'stage', stage: 'plan', programmes: 1 }, 0);
  const { progress: begun } = progress('plan', 'solving');
  const tell = (round: number, relativeGap: number, objective: number) => {
    const [dualBound, wantedGap, seconds] = [1.8961e9, 1e-6, round];
    const bounds = { round, seconds, objective, dualBound, relativeGap, wantedGap };
    state.take({ kind: 'progress', progress: { ...begun, solve: { iterations: round, seconds }, bounds } }, round);
  };
  for (let round = 0; round <= 30; round++) tell(round, 4 * 10 ** (-0.14 * round), 1.8967e9);
  // 3.6 decades from 4 are closed at a seventh each second; 2.7 to a half of 1e-6 are left, at a little more than half of that.
  expect(headline(state, 30)).toBe('plan: solving, 0 of 1 solved, 30 s, about 25 s left');
  expect(state.share).toBeGreaterThan(0.4);
  expect(state.share).toBeLessThan(0.6);
  expect(taskLines(state, 30)).toEqual([
    'plan: round 30, estimates 1.89610e+9 … 1.89670e+9, gap about 3e-4 of 1e-6, 30 s',
  ]);
  // A narrow terminal keeps the figures and cuts the name.
  expect(taskLines(state, 30, 50)).toEqual(['plan: round 30, gap about 3e-4 of 1e-6, 30 s']);
  expect(taskLines(state, 30, 43)).toEqual(['pl…: round 30, gap about 3e-4 of 1e-6, 30 s']);
  // Equations are open yet: the cost says nothing.
  tell(31, 2e-4, 1.89e9);
  expect(taskLines(state, 31)).toEqual(['plan: round 31, gap about 2e-4 of 1e-6, 31 s']);
});

test('a programme that nobody foresaw raises the total instead of making it wrong', () => {
  const state = new StudyState();
  state.take({ kind: 'stage', stage: 'plan', programmes: 1 }, 0);
  state.take(progress('plan', 'done'), 5);
  state.take(progress('least unmatched energy', 'solving'), 6);
  expect(headline(state, 6)).toMatch(/^plan: solving, 1 of 2 solved/);
});

test('a line is cut to the width it has', () => {
  expect(cut('Nouaceur', 8)).toBe('Nouaceur');
  expect(cut('Nouaceur', 5)).toBe('Noua…');
});

test('lines that stay come soon at first and then ever more seldom, and what begins is told at once', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  try {
    const toldAfterSeconds: number[] = [];
    const note = () => toldAfterSeconds.push(performance.now() / 1000);
    const display = createDisplay({ isLive: false, noteWidth: 80, note } as unknown as Terminal);
    display.hear({ kind: 'stage', stage: 'plan', programmes: 1 });
    for (let tenth = 0; tenth < 200; tenth++) {
      display.hear(progress('plan', tenth < 1 ? 'formulating' : 'solving'));
      vi.advanceTimersByTime(100);
    }
    const from = toldAfterSeconds[0]!;
    expect(toldAfterSeconds.map((told) => Number((told - from).toFixed(1)))).toEqual([
      0, 0.1, 0.6, 1.6, 3.6, 7.6, 12.6, 17.6,
    ]);
  } finally {
    vi.useRealTimers();
  }
});

test('plain lines of a plan of many programmes fit a narrow terminal', () => {
  const noted: string[] = [];
  const terminal = { isLive: false, noteWidth: 80, note: (text: string) => noted.push(text) } as unknown as Terminal;
  const display = createDisplay(terminal);
  display.hear({ kind: 'stage', stage: 'plan', programmes: 20 });
  for (let at = 0; at < 20; at++) display.hear(progress(`from ${'a long name '.repeat(9)} ${at}`, 'solving', 1000));
  display.end();
  const lines = noted.flatMap((text) => text.split('\n'));
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});
