/** What is known of a sweep on its way, and its directory brought up to that after every point. */

import { join } from 'node:path';
import { ScenarioError } from '../../errors.ts';
import { rememberingReader } from '../../profiles/read.ts';
import type { LoadedScenario, TextOptions } from '../../scenario/load.ts';
import type { Band } from '../../studies/sweep/band.ts';
import type { Sweep, SweepAnswer, SweepPoint } from '../../studies/sweep/document.ts';
import { gapForBand } from '../../studies/sweep.ts';
import type { ResultToVerify, ResultVerification } from '../../studies/verify-result.ts';
import { tolerance } from '../../units.ts';
import { hourmatchVersion } from '../document/hourmatch-version.ts';
import { readResultDirectory } from '../read-directory.ts';
import { verifyResultDirectory } from '../verify-directory.ts';
import type { BandsToFind } from './bands.ts';
import { lastPercentOf } from './last-percent.ts';
import { answerOf, placeOfPoint, writeSweep } from './sweep-directory.ts';
import { loadVaried } from './varied-scenario.ts';

type Scalar = number | string | boolean;
type Vary = readonly { readonly path: string; readonly values: readonly Scalar[] }[];

/** Of two paths the second changes first. */
export function combinationsOf([first, second]: Vary): Scalar[][] {
  return first!.values.flatMap((value) =>
    second === undefined ? [[value]] : second.values.map((other) => [value, other]),
  );
}

export interface PointToSolve {
  readonly values: readonly Scalar[];
  /** `matching.target 0.92`. */
  readonly label: string;
  readonly loaded: LoadedScenario;
}

/**
 * The scenario with each value, checked before anything is solved; of two paths the second changes first.
 *
 * @throws ScenarioError with the faults of the first value that has any
 */
export async function pointsOfSweep(document: unknown, vary: Vary, options: TextOptions): Promise<PointToSolve[]> {
  const readProfile = rememberingReader();
  const points: PointToSolve[] = [];
  for (const values of combinationsOf(vary)) {
    const variation = vary.map(({ path }, at) => ({ path, value: values[at]! }));
    const label = variation.map(({ path, value }) => `${path} ${value}`).join(', ');
    try {
      points.push({ values, label, loaded: await loadVaried(document, variation, { readProfile, ...options }) });
    } catch (error) {
      if (error instanceof ScenarioError) throw new ScenarioError(`${error.subject} with ${label}`, error.issues);
      throw error;
    }
  }
  return points;
}

/**
 * Whether a result stands there that verification does not contradict.
 *
 * @param gap no plan that is proven no nearer than this will do
 */
export async function holdsVerified(
  directory: string,
  gap: number,
  verify: (result: ResultToVerify) => ResultVerification | Promise<ResultVerification>,
): Promise<boolean> {
  try {
    const { verified, found, disagreements, status } = await verifyResultDirectory(directory, verify);
    // A limit may be another this time.
    if (status === 'limit') return false;
    if ((found?.certificate?.relativeGap ?? 0) > gap) return false;
    return verified || (found === undefined && disagreements.length === 0);
  } catch {
    return false;
  }
}

export interface SweepParts {
  readonly loaded: LoadedScenario;
  readonly vary: Vary;
  readonly study: Sweep['study'];
  readonly points: readonly PointToSolve[];
  readonly directory: string;
  readonly band?: number | undefined;
  /** What the last points of target cost is told too: then solved values are worth every digit. */
  readonly lastPercent?: boolean | undefined;
}

export class SweepState {
  readonly #parts: SweepParts;
  readonly #answers = new Map<number, SweepAnswer>();
  #bands: ReadonlyMap<number, Band> = new Map();
  /** One after the other. */
  #writing: Promise<void> = Promise.resolve();

  constructor(parts: SweepParts) {
    this.#parts = parts;
  }

  /** That plans are solved to where no other was asked for, as a share of the cost. */
  get gap(): number {
    const { band, lastPercent } = this.#parts;
    return band === undefined || lastPercent ? tolerance.relativeGap : gapForBand(band);
  }

  placeOf(at: number): string {
    return join(this.#parts.directory, placeOfPoint(this.#parts.points[at]!.loaded.contentHash));
  }

  /** Takes in a result that is written by now. @returns what it says, in words */
  async finish(at: number): Promise<string> {
    const answer = answerOf(await readResultDirectory(this.placeOf(at)));
    this.#answers.set(at, answer);
    this.#writing = this.#writing.then(() => writeSweep(this.#parts.directory, this.#document(false)));
    await this.#writing;
    const { currency } = this.#parts.loaded.scenario;
    return answer.objective === undefined
      ? answer.status
      : `${answer.status}, ${currency} ${(answer.objective / 1e6).toFixed(2)} million`;
  }

  /** Indices without an answer, but for one that has just been given. */
  open(but: number): number[] {
    return [...this.#parts.points.keys()].filter((at) => at !== but && !this.#answers.has(at));
  }

  finished(): number {
    return this.#answers.size;
  }

  hasPlan(at: number): boolean {
    return this.#answers.get(at)?.objective !== undefined;
  }

  /** Values of what is varied, where it is one path of numbers. */
  curve(): number[] {
    return this.#parts.points.map(({ values: [value] }) => value as number);
  }

  bandsToFind(asked: readonly { readonly at: number; readonly by: readonly number[] }[]): BandsToFind {
    const { vary } = this.#parts;
    const valueAt = (at: number) => this.curve()[at]!;
    const by = [...new Set(asked.flatMap((one) => one.by))];
    return {
      path: vary[0]!.path,
      solved: by.map((at) => {
        const { resultSha256 } = this.#answers.get(at)!;
        return { at, value: valueAt(at), directory: this.placeOf(at), resultSha256 };
      }),
      asked: asked.map((one) => ({ value: valueAt(one.at), by: one.by })),
    };
  }

  takeBands(bands: ReadonlyMap<number, Band>): void {
    this.#bands = bands;
  }

  async complete(): Promise<Sweep> {
    const { lastPercent } = this.#parts;
    const document = this.#document(true);
    const whole = lastPercent ? await lastPercentOf(document, this.#parts.directory) : undefined;
    const sweep = { ...document, ...(whole && { lastPercent: whole }) };
    await this.#writing;
    await writeSweep(this.#parts.directory, sweep);
    return sweep;
  }

  #document(complete: boolean): Sweep {
    const { loaded, vary, study, points, band } = this.#parts;
    return {
      schemaVersion: 1,
      hourmatchVersion,
      synthetic: loaded.inputs.some(({ synthetic }) => synthetic),
      scenario: { name: loaded.scenario.name, currency: loaded.scenario.currency },
      study,
      vary: vary.map(({ path, values }) => ({ path, values: [...values] })),
      ...(band !== undefined && { band }),
      complete,
      points: points.map(({ values, loaded: { contentHash } }, at): SweepPoint => {
        const answer = this.#answers.get(at);
        const found = this.#bands.get(at);
        return {
          values: [...values],
          contentHash,
          ...(answer && { place: placeOfPoint(contentHash), answer }),
          ...(!answer && found && { band: bandDocument(found) }),
        };
      }),
    };
  }
}

export function bandDocument({ lower, upper }: Band): NonNullable<SweepPoint['band']> {
  return {
    ...(lower && { lower: lower.cost, lowerBy: [...lower.by], lowerShare: lower.share }),
    ...(upper && { upper: upper.cost, upperBy: [...upper.by], upperShare: upper.share }),
  };
}
