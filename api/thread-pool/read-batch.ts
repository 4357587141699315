/** The body of a batch, read and judged away from who answers requests: it may hold a thousand scenarios. */

import type { Issue, VariedPath } from '../../src/index.ts';
import { withValue } from '../../src/scenario/variation.ts';
import { readJson } from '../http/json.ts';
import { Problem, type ProblemCode, type ProblemParts } from '../http/problem.ts';
import { judged } from '../http/validation.ts';
import { MOST_PROFILES, namedProfiles } from '../jobs/named-profiles.ts';
import { batchRequestOf, MOST_RUNS } from '../schemas/batch.ts';
import type { RunRequest } from '../schemas/run.ts';
import { LARGEST_SCENARIO_BYTES } from '../schemas/scenario.ts';
import { hashOfBody } from '../submission/idempotency.ts';
import { type Document, pathOf, valuesOf } from '../submission/sweeps.ts';

/** Of all bodies together; more cannot be read in a moment even on a thread. */
const MOST_VALUES = 1_000_000;

/** What is asked, whatever of. */
type Question = Pick<RunRequest, 'study' | 'options' | 'priority'>;

export interface BatchToCheck {
  readonly name: string;
  /** Of the request as it was understood. */
  readonly bodyHash: string;
  readonly sweep?:
    | {
        readonly path: string;
        readonly values: readonly (number | string | boolean)[];
        readonly scenario: string | Sent;
        readonly question: Question;
      }
    | undefined;
  /** Each with the index of its scenario; of a study on a plan there is none. */
  readonly runs: readonly { readonly scenario?: number; readonly question: Question }[];
  /** Ids of stored ones, or as sent; none is here twice. */
  readonly scenarios: readonly (string | Sent)[];
  /** Profiles that are named by what was sent. */
  readonly profiles: readonly string[];
}

export interface BatchAsSent {
  readonly bytes: Uint8Array;
  /** That a run may be solved. */
  readonly longestSeconds: number;
}

export interface Sent {
  readonly text: string;
}

/** On their way between threads errors would lose their class. */
export type Refused = { readonly refused: { readonly code: ProblemCode; readonly parts: ProblemParts } };

export async function readBatch({ bytes, longestSeconds }: BatchAsSent): Promise<BatchToCheck | Refused> {
  return orRefused(() => {
    const body = judged(batchRequestOf(longestSeconds), readJson(new TextDecoder().decode(bytes), MOST_VALUES), 'body');
    const { sweep } = body;
    const values = sweep === undefined ? [] : valuesOf(sweep.values);
    const count = values.length + (body.runs?.length ?? 0);
    if (count === 0 || count > MOST_RUNS) {
      const expected = `From 1 to ${MOST_RUNS} of them, in sweep, runs or both.`;
      throw invalid([
        { code: 'request.out-of-range', where: 'runs', pointer: '/runs', problem: `${count} runs`, expected },
      ]);
    }
    const places = new Map<string, number>();
    const scenarios: (string | Sent)[] = [];
    const profiles = new Set<string>();
    const runs = (body.runs ?? []).map(({ scenario, ...question }) => {
      if (scenario === undefined) return { question };
      const text = JSON.stringify(scenario);
      requireShort(text, 'runs');
      const place = places.get(text) ?? scenarios.length;
      if (place === scenarios.length) {
        places.set(text, place);
        scenarios.push(typeof scenario === 'string' ? scenario : { text });
        if (typeof scenario !== 'string') for (const name of namedProfiles(scenario)) profiles.add(name);
      }
      return { scenario: place, question };
    });
    if (profiles.size > MOST_PROFILES) throw tooManyProfiles('runs');
    const bodyHash = hashOfBody(body);
    if (sweep === undefined) return { name: body.name, bodyHash, runs, scenarios, profiles: [...profiles] };
    const { path, values: _, scenario, ...question } = sweep;
    const sent = typeof scenario === 'string' ? scenario : { text: JSON.stringify(scenario) };
    if (typeof sent !== 'string') requireShort(sent.text, 'sweep');
    return {
      ...{ name: body.name, bodyHash, runs, scenarios, profiles: [...profiles] },
      sweep: { path, values, scenario: sent, question },
    };
  });
}

export interface Survey {
  readonly path: VariedPath;
  readonly profiles: readonly string[];
}

/** Where a sweep leads, and every profile that one of its scenarios names. */
export async function surveySweep(sweep: {
  readonly text: string;
  readonly path: string;
  readonly values: readonly unknown[];
}): Promise<Survey | Refused> {
  return orRefused(() => {
    const document = JSON.parse(sweep.text) as Document;
    const path = pathOf(sweep.path, document);
    const isName = sweep.values.some((value) => typeof value === 'string');
    const variants = isName ? sweep.values : sweep.values.slice(0, 1);
    const profiles = new Set(variants.flatMap((value) => namedProfiles(withValue(document, path, value))));
    if (profiles.size > MOST_PROFILES) throw tooManyProfiles('sweep.scenario');
    return { path, profiles: [...profiles] };
  });
}

function requireShort(text: string, where: string): void {
  if (text.length <= LARGEST_SCENARIO_BYTES) return;
  const problem = `a scenario of ${text.length} characters`;
  const expected = `At most ${LARGEST_SCENARIO_BYTES}.`;
  throw invalid([{ code: 'request.out-of-range', where, problem, expected }]);
}

const invalid = (issues: readonly Issue[]) =>
  new Problem('request.invalid', { detail: 'The batch cannot be accepted; no run of it was.', issues });

export function tooManyProfiles(where: string): Problem {
  const problem = `more than ${MOST_PROFILES} profiles are named`;
  return invalid([{ code: 'request.out-of-range', where, problem, expected: `At most ${MOST_PROFILES}.` }]);
}

function orRefused<T>(work: () => T): T | Refused {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { refused: { code: error.code, parts: error.parts } };
  }
}
