/** Events of a study → events of its run, no more of them than a reader can follow. */

import { StudyState } from '../../src/studies/study-state.ts';
import type { NewRunEvent } from '../store/run-events.ts';
import type { Told } from './solving-threads.ts';

type Heard = Exclude<Told, { kind: 'part' }>;

const PAUSE_MILLISECONDS = 500;

/** @param write stores one event; a failure is no reason to stop solving */
export function progressWriter(write: (event: NewRunEvent) => Promise<void>): {
  hear(told: Heard): void;
  /** Waits for what is being written; nothing is written after it. */
  end(): Promise<void>;
} {
  const state = new StudyState();
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  let last = Promise.resolve();
  let isDue = true;
  let isEnded = false;
  const send = (event: NewRunEvent) => {
    last = last.then(() => write(event)).catch(() => undefined);
  };
  const tell = () => {
    if (!isDue || isEnded) return;
    isDue = false;
    setTimeout(() => {
      isDue = true;
    }, PAUSE_MILLISECONDS).unref();
    send({ kind: 'progress', data: progressOf(state, seconds()) });
  };
  return {
    hear(told) {
      if (told.kind === 'log') return send({ kind: 'log', data: { message: told.message } });
      state.take(told.event, seconds());
      tell();
    },
    async end() {
      isEnded = true;
      await last;
    },
  };
}

function progressOf(state: StudyState, now: number): Readonly<Record<string, unknown>> {
  const remaining = state.remaining(now);
  return {
    progress: Math.min(0.99, state.share),
    stage: state.stage,
    activity: state.activity,
    solved: state.done,
    programmes: state.total,
    seconds: now,
    ...(remaining === undefined ? {} : { remainingSeconds: remaining }),
    tasks: [...state.active.values()].map(({ task, size, state: taskState, solve, bounds }) => ({
      task,
      size,
      activity: taskState,
      round: solve.iterations,
      ...(bounds === undefined
        ? {}
        : { objective: bounds.objective, dualBound: bounds.dualBound, relativeGap: bounds.relativeGap }),
    })),
  };
}
