/** What is known about a study on its way: fed with events, read by a display. */

import type { StudyProgress } from '../../index.ts';
import type { StudyEvent } from '../thread/jobs.ts';
import { remainingSeconds } from './remaining.ts';

/** A coarse or fenced solve on the way to a programme: how many there will be nobody knows, so they are not counted. */
function isStep(task: string): boolean {
  return /, (coarse|approach \d+)$/.test(task);
}

export class ProgressState {
  stage = '';
  done = 0;
  /** Tasks being solved, by name, in the order of their beginning. */
  readonly active = new Map<string, StudyProgress & { readonly since: number }>();
  #programmes = 0;
  #stageBegan = 0;

  /** @param now seconds since the study began */
  take(event: StudyEvent, now: number): void {
    if (event.kind === 'stage') {
      this.stage = event.stage;
      this.done = 0;
      this.active.clear();
      this.#programmes = event.programmes;
      this.#stageBegan = now;
      return;
    }
    const { progress } = event;
    if (progress.state === 'done') {
      this.active.delete(progress.task);
      if (isStep(progress.task)) return;
      this.done += 1;
      return;
    }
    this.active.set(progress.task, { ...progress, since: this.active.get(progress.task)?.since ?? now });
  }

  /** Grows where an infeasible phase asks for programmes that nobody foresaw. */
  get total(): number {
    const open = [...this.active.keys()].filter((task) => !isStep(task));
    return Math.max(this.#programmes, this.done + open.length);
  }

  remaining(now: number): number | undefined {
    return remainingSeconds(this.done, this.total, now - this.#stageBegan);
  }
}
