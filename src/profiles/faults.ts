/** Gathers the faults of one file: all are counted, the first hundred are kept, so a hostile file costs no memory. */
import { type Issue, ProfileError } from '../errors.ts';

const MOST_KEPT = 100;
const MOST_SHOWN = 60;

/** Where and in which file; `column` counts cells from 1. */
export type Place = Pick<Issue, 'where' | 'line' | 'column'>;

export class FaultList {
  readonly file: string;
  readonly #kept: Issue[] = [];
  #count = 0;

  constructor(file: string) {
    this.file = file;
  }

  get count(): number {
    return this.#count;
  }

  /** `describe` runs only while there is room: wording costs more than finding. */
  add(code: Issue['code'], place: Place, describe: () => Pick<Issue, 'problem' | 'expected'>): void {
    this.#count++;
    if (this.#kept.length < MOST_KEPT) this.#kept.push({ code, file: this.file, ...place, ...describe() });
  }

  /** These faults, then those of `others`; a last issue says how many more there are than are listed. */
  issues(...others: readonly FaultList[]): Issue[] {
    const lists: readonly FaultList[] = [this, ...others];
    const listed = lists.flatMap((list) => list.#kept).slice(0, MOST_KEPT);
    const more = lists.reduce((sum, list) => sum + list.count, 0) - listed.length;
    if (more === 0) return listed;
    const problem = `${more} more problem${more === 1 ? '' : 's'}, not listed`;
    return [...listed, { code: 'profile.more', file: this.file, where: 'file', problem }];
  }

  /** @throws ProfileError with every fault of this list and of `others`, where there is one. */
  throwIfAny(...others: readonly FaultList[]): void {
    const issues = this.issues(...others);
    if (issues.length > 0) throw new ProfileError(this.file, issues);
  }
}

/** A fault after which nothing else in the file can be judged. */
export function refuse(file: string, code: Issue['code'], place: Place, problem: string, expected: string): never {
  throw new ProfileError(file, [{ code, file, ...place, problem, expected }]);
}

/** Text of the file for a message: quoted, control characters made visible, cut to a readable length. */
export function shown(text: string): string {
  const start = text.slice(0, MOST_SHOWN);
  // JSON leaves the byte order mark as it is, which nobody can see.
  const quoted = JSON.stringify(start).replaceAll('\uFEFF', '\\ufeff');
  return start.length < text.length ? `${quoted}… (${text.length} characters)` : quoted;
}
