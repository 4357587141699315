/** What is known about a study on its way: fed with its events, read by whoever shows it. */

import type { StudyProgress } from './engine.ts';
import { type RoundDone, remainingRounds, remainingSeconds } from './remaining.ts';
import type { StudyEvent } from './study.ts';

export type Activity = 'formulating' | 'solving' | 'verifying' | 'reporting';

/** A task that is worked on: seconds of the study at which its solve or what else is done began, and the rounds it has done. */
export interface ActiveTask extends StudyProgress {
  readonly since: number;
  readonly way: readonly RoundDone[];
}

export class StudyState {
  stage = '';
  done = 0;
  /** Tasks under way, by name, in the order of their beginning. */
  readonly active = new Map<string, ActiveTask>();
  #programmes = 0;
  #stageBegan = 0;
  #isReporting = false;
  #share = 0;

  /** @param now seconds since the study began */
  take(event: StudyEvent, now: number): void {
    if (event.kind === 'reporting') {
      this.#isReporting = true;
      return;
    }
    if (event.kind === 'stage') {
      this.stage = event.stage;
      this.done = 0;
      this.active.clear();
      this.#programmes = event.programmes;
      this.#stageBegan = now;
      this.#share = 0;
      return;
    }
    const { progress } = event;
    if (progress.state === 'done' || progress.state === 'verified') {
      this.active.delete(progress.task);
      if (progress.state === 'done') this.done += 1;
      return;
    }
    const before = this.active.get(progress.task);
    const same = before?.state === progress.state ? before : undefined;
    // A solve is first heard of when its first round is done.
    const began = progress.state === 'solving' ? now - progress.solve.seconds : now;
    this.active.set(progress.task, { ...progress, since: same?.since ?? began, way: wayOf(progress, same?.way ?? []) });
  }

  /** What is being done; the solve where tasks do several things. */
  get activity(): Activity {
    if (this.#isReporting) return 'reporting';
    const states = [...this.active.values()].map(({ state }) => state);
    if (states.includes('solving')) return 'solving';
    if (states.includes('formulating') || this.done < this.total || this.total === 0) return 'formulating';
    return 'verifying';
  }

  /** Grows where an infeasible phase asks for programmes that nobody foresaw. */
  get total(): number {
    return Math.max(this.#programmes, this.done + this.#open.length);
  }

  /** 0…1; never falls, though an estimate may. */
  get share(): number {
    if (this.total > 0) this.#share = Math.max(this.#share, this.#worked / this.total);
    return this.#share;
  }

  /**
   * Seconds until all programmes are solved; undefined where nothing can be said, as of a solve without bounds. Where all
   * that are left are under way, what the slowest still takes; else as long for each that waits as for those so far.
   */
  remaining(now: number): number | undefined {
    const waiting = this.total - this.done - this.#open.length;
    if (this.#open.length === 0 && waiting === 0) return undefined;
    if (waiting > 0) {
      const worked = this.#worked;
      const isKnown = this.#open.every(({ way }) => way.length > 0 || this.done > 0);
      const hasBegun = worked > 0 && isKnown;
      return hasBegun ? ((now - this.#stageBegan) / worked) * (this.total - worked) : undefined;
    }
    const lefts = this.#open.map(({ since, way, bounds }) => {
      const left = bounds && remainingSeconds(way, bounds.wantedGap);
      return left === undefined ? undefined : Math.max(0, left - (now - since - way.at(-1)!.seconds));
    });
    return lefts.reduce(
      (most, left) => (most === undefined || left === undefined ? undefined : Math.max(most, left)),
      0,
    );
  }

  /** Programmes being written or solved. */
  get #open(): ActiveTask[] {
    return [...this.active.values()].filter(({ state }) => state !== 'verifying');
  }

  get #worked(): number {
    return this.#open.reduce((sum, task) => sum + shareDone(task), this.done);
  }
}

function wayOf({ bounds, solve }: StudyProgress, before: readonly RoundDone[]): readonly RoundDone[] {
  if (bounds === undefined || !(bounds.relativeGap > 0)) return before;
  return [...before, { round: bounds.round, seconds: solve.seconds, gap: bounds.relativeGap }];
}

/** How much of a task is done, 0…1. */
function shareDone({ way, bounds }: ActiveTask): number {
  const left = bounds && remainingRounds(way, bounds.wantedGap);
  const done = way.at(-1)?.round ?? 0;
  return left === undefined ? 0 : done / (done + left);
}
