/** What is known about a study on its way: fed with events, read by a display. */

import type { StudyEvent, StudyProgress } from '../../index.ts';
import { remainingSeconds } from './remaining.ts';

/** Where both bounds are known from the start they are about this far apart. */
const FIRST_GAP = 10;

/** How much of a task is done, 0…1: each round takes about the same share off the gap. */
function shareDone({ bounds }: StudyProgress): number {
  if (!bounds || !(bounds.relativeGap > 0)) return 0;
  const share = Math.log(FIRST_GAP / bounds.relativeGap) / Math.log(FIRST_GAP / bounds.wantedGap);
  return Math.min(0.99, Math.max(0, share));
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
      this.done += 1;
      return;
    }
    this.active.set(progress.task, { ...progress, since: this.active.get(progress.task)?.since ?? now });
  }

  /** Grows where an infeasible phase asks for programmes that nobody foresaw. */
  get total(): number {
    return Math.max(this.#programmes, this.done + this.active.size);
  }

  remaining(now: number): number | undefined {
    const underWay = [...this.active.values()].reduce((sum, progress) => sum + shareDone(progress), 0);
    return remainingSeconds(this.done + underWay, this.total, now - this.#stageBegan);
  }
}
