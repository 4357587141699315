/** What is known about a study on its way: fed with its events, read by whoever shows it. */

import type { StudyProgress } from './engine.ts';
import type { StudyEvent } from './study.ts';

/** Where both bounds are known from the start they are about this far apart. */
const FIRST_GAP = 10;

/**
 * As long for each programme that is left as for each that is done, counting the one under way: a long first programme
 * raises the estimate instead of running it down to nothing.
 *
 * @param done programmes solved, of `total`
 * @param seconds since the beginning
 * @returns seconds, or undefined where nothing has been done
 */
export function remainingSeconds(done: number, total: number, seconds: number): number | undefined {
  return done === 0 || done >= total ? undefined : (seconds / done) * (total - done);
}

/** How much of a task is done, 0…1: each round takes about the same share off the gap. */
function shareDone({ bounds }: StudyProgress): number {
  if (!bounds || !(bounds.relativeGap > 0)) return 0;
  const share = Math.log(FIRST_GAP / bounds.relativeGap) / Math.log(FIRST_GAP / bounds.wantedGap);
  return Math.min(0.99, Math.max(0, share));
}

export class StudyState {
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

  /** 0…1 */
  get share(): number {
    return this.total === 0 ? 0 : this.#worked / this.total;
  }

  remaining(now: number): number | undefined {
    return remainingSeconds(this.#worked, this.total, now - this.#stageBegan);
  }

  get #worked(): number {
    return [...this.active.values()].reduce((sum, progress) => sum + shareDone(progress), this.done);
  }
}
