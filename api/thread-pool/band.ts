/** What is proven of the cost of a change, from results that are there. They stay in memory, so that an answer takes a moment. */

import { ResultError, ScenarioError } from '../../src/errors.ts';
import type { ResultDirectory } from '../../src/index.ts';
import { readResultDirectory } from '../../src/results/read-directory.ts';
import { pointerOf } from '../../src/scenario/faults/fault.ts';
import { loadScenarioDocument } from '../../src/scenario/load.ts';
import { isIssue, variedPath, withValue } from '../../src/scenario/variation.ts';
import { bandOf } from '../../src/studies/sweep/band.ts';
import { nearestTwo } from '../../src/studies/sweep/nearest-two.ts';
import { loadStoredScenario, type StoredDocument, storedInputs } from '../jobs/stored-scenario.ts';
import type { ObjectPlace, ObjectStore } from '../store/objects.ts';
import { openObjects } from '../store/open-objects.ts';
import { makeScratchDirectory } from '../store/scratch-directory.ts';
import { layOut } from './lay-out.ts';
import { Recent } from './recent.ts';

export interface BandRequest {
  readonly objects: ObjectPlace;
  /** What is changed, and the hash of what it asks. */
  readonly scenario: StoredDocument & { readonly hash: string };
  /** Path → value. */
  readonly changes: Readonly<Record<string, number>>;
  /** Results of it and of other changes of it, each with the run that it is of. */
  readonly solved: readonly { readonly place: string; readonly run: string }[];
}

/** An end of the band, with the runs that prove it: as much of the second of them as `share`. */
interface ProvenEnd {
  readonly cost: number;
  readonly by: string[];
  readonly share: number;
}

export interface BandAnswer {
  readonly currency: string;
  readonly lower?: ProvenEnd;
  readonly upper?: ProvenEnd;
}

const MEGABYTE = 2 ** 20;
const scenarios = new Recent<Awaited<ReturnType<typeof openScenario>>>(128 * MEGABYTE);
const results = new Recent<Solved>(256 * MEGABYTE);

/** @throws ScenarioError where the change is none that could be solved; ResultError where a result holds no plan */
export async function bandOfStored({ objects, scenario, changes, solved }: BandRequest): Promise<BandAnswer> {
  const store = openObjects(objects);
  const { document, readProfile } = await scenarios.get(scenario.hash, () => openScenario(scenario, store));
  const paths = Object.keys(changes);
  let changed: unknown = document;
  for (const path of paths) changed = withValue(changed, pathIn(path, document), changes[path]);
  const loaded = await loadScenarioDocument(changed, { file: 'scenario', directory: '', readProfile });
  const plans: (Solved & { readonly run: string })[] = [];
  for (const { place, run } of solved)
    plans.push({ run, ...(await results.get(place, () => openResult(store, place))) });
  const { of, share } = nearestTwo(
    Object.values(changes),
    plans.map((plan) => paths.map((path) => numberAt(plan.document, path))),
  );
  const { lower, upper } = bandOf(
    loaded.scenario,
    share,
    of.map((at, value) => ({ ...plans[at]!, at, value })),
  );
  const told = (end: NonNullable<typeof lower>): ProvenEnd => ({ ...end, by: end.by.map((at) => plans[at]!.run) });
  return {
    currency: loaded.scenario.currency,
    ...(lower && { lower: told(lower) }),
    ...(upper && { upper: told(upper) }),
  };
}

async function openScenario({ text, profiles }: StoredDocument, store: ObjectStore) {
  const inputs = storedInputs(profiles, store);
  // With every default filled in, so that each path leads somewhere.
  const { document } = (await loadStoredScenario(text, inputs)).loaded;
  return { document, readProfile: inputs.readProfile };
}

type Solved = Required<Pick<ResultDirectory, 'schedule' | 'buildOut' | 'proofs'>> &
  Pick<ResultDirectory['loaded'], 'scenario' | 'document'>;

async function openResult(store: ObjectStore, place: string): Promise<Solved> {
  await using scratch = await makeScratchDirectory('band');
  await layOut(store, { place }, scratch.path);
  const { loaded, schedule, buildOut, proofs, document } = await readResultDirectory(scratch.path);
  const [proof] = proofs ?? [];
  if (document.study !== 'plan' || !schedule || !buildOut || proof === undefined || proofs?.length !== 1) {
    const problem = 'it holds no plan of all phases together, with its duals';
    throw new ResultError('result', [{ code: 'result.unreadable', where: 'proof', problem }]);
  }
  return { schedule, buildOut, proofs: [proof], scenario: loaded.scenario, document: loaded.document };
}

function pathIn(text: string, document: unknown) {
  const path = variedPath(text, document);
  if (isIssue(path))
    throw new ScenarioError('scenario', [{ ...path, where: text, pointer: pointerOf(['changes', text]) }]);
  return path;
}

/** 0 where it is no number: it only helps to choose. */
function numberAt(document: unknown, text: string): number {
  const found = pathIn(text, document).reduce<unknown>((part, key) => Reflect.get(Object(part), key), document);
  return typeof found === 'number' ? found : 0;
}
