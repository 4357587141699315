/** The state of a study in words. */

import type { StudyProgress, StudyState } from '../../index.ts';
import { durationText, estimateText } from './remaining.ts';

const count = (value: number) => value.toLocaleString('en-US');

/** `plan: 2 of 5 solved, 1 min 40 s, about 3 min left`. */
export function headline(state: StudyState, now: number): string {
  if (state.total === 0) return `starting, ${durationText(now)}`;
  const left = state.remaining(now);
  return [
    `${state.stage}: ${state.activity}`,
    `${state.done} of ${state.total} solved`,
    durationText(now),
    ...(left === undefined ? [] : [`${estimateText(left)} left`]),
  ].join(', ');
}

/**
 * One line for each programme that is written, solved or verified.
 *
 * @param width where lines have to fit, the bounds give way to the gap, and the name of the task is cut before any figure
 */
export function taskLines(state: StudyState, now: number, width = Number.POSITIVE_INFINITY): string[] {
  if (state.total === 0) return [];
  return [...state.active.values()].map(({ task, size, state: doing, solve, bounds, since }) => {
    const time = durationText(now - since);
    if (doing !== 'solving') return `${task}: ${doing}, ${time}`;
    if (bounds) {
      const whole = `${task}: ${boundsText(bounds)}, ${time}`;
      if (whole.length <= width) return whole;
      const figures = `: round ${bounds.round}, ${gapText(bounds)}, ${time}`;
      return cut(task, width - figures.length) + figures;
    }
    const iterations = solve.iterations > 0 ? `, ${count(solve.iterations)} iterations` : '';
    return `${task}: ${size}${iterations}, ${time}`;
  });
}

type Bounds = NonNullable<StudyProgress['bounds']>;

/**
 * `round 31, estimates 1.8912e+9 … 1.8967e+9, gap about 3e-3 of 1e-6`. Nothing is proven before the end: while equations
 * are open, cost may even lie below what duals say, and then the gap alone is told.
 */
function boundsText(bounds: Bounds): string {
  const { round, dualBound, objective, relativeGap } = bounds;
  if (!(dualBound <= objective)) return `round ${round}, ${gapText(bounds)}`;
  const digits = Math.min(12, Math.max(2, 2 - Math.floor(Math.log10(relativeGap))));
  return `round ${round}, estimates ${dualBound.toPrecision(digits)} … ${objective.toPrecision(digits)}, ${gapText(bounds)}`;
}

const gapText = ({ relativeGap, wantedGap }: Bounds): string =>
  `gap about ${relativeGap.toExponential(0)} of ${wantedGap.toExponential(0)}`;

/** Cut so that a line stays one line. */
export function cut(line: string, width: number): string {
  const letters = [...line];
  return letters.length <= width ? line : `${letters.slice(0, Math.max(0, width - 1)).join('')}…`;
}
