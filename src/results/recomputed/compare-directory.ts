/** A result beside what its own files give: what is otherwise, and what is neither the same nor comparable. */

import type { ScenarioInput } from '../../scenario/scenario-input.ts';
import type { Answer, SolverReport } from '../../studies/answer.ts';
import type { Disagreement } from '../../studies/compare-claims.ts';
import type { ResultVerification } from '../../studies/verify-result.ts';
import { tolerance } from '../../units.ts';
import { gapFloorOf } from '../../verify/gap-floor.ts';
import { hourmatchVersion } from '../document/hourmatch-version.ts';
import { resultDocument } from '../document/make-document.ts';
import { exactJson } from '../files/exact-json.ts';
import { SCENARIO_FILE } from '../files/file-names.ts';
import type { ResultDirectory } from '../read-directory.ts';
import { type Comparison, compareDocument } from './compare-document.ts';
import { besideSentences, compareFiles, strangersOf } from './compare-files.ts';
import { compareShortages } from './compare-shortages.ts';

export interface Compared {
  readonly disagreements: readonly Disagreement[];
  /** In sentences that begin with the paths they speak of. */
  readonly notChecked: readonly string[];
}

/**
 * `result.json` and the list of files, but not the report.
 *
 * @param found of its schedule; undefined where there is none
 * @param again of the same files, see `documentAgain`
 */
export function compareDirectory(
  result: ResultDirectory,
  found: ResultVerification | undefined,
  again: object | undefined = documentAgain(result, found),
): Compared {
  const told = found?.disagreements ?? [];
  const document = again && compareDocument(result.raw, again, passedOver(found));
  const { shortages = [] } = result.document;
  const more = [
    ...(document?.disagreements ?? []),
    ...unsaidOf(result, document),
    ...(found === undefined ? compareShortages(result.loaded.scenario, shortages) : []),
    ...planlessOf(result, found),
    ...compareFiles(result),
    ...result.companions.problems,
  ];
  return {
    // Where a claim is told already, once is enough.
    disagreements: [...told, ...more.filter(({ where }) => !told.some((one) => one.where === where))],
    notChecked: [...(found?.notChecked ?? [unproven(result)]), ...gapsOf(result, document)],
  };
}

/** Who lists the files wrote all of the document; of others, what can be recomputed may be absent. */
const isWhole = ({ document }: ResultDirectory) => document.files !== undefined;

/**
 * `result.json` as the files beside it give it, by what it claims the study to be; undefined where the hours cannot be
 * read as one of the scenario. Of what else is claimed only `solver` stands in it, and is compared with nothing.
 */
export function documentAgain(result: ResultDirectory, found: ResultVerification | undefined): object | undefined {
  const answer = answerOf(result, found);
  if (answer === undefined) return undefined;
  const { document, loaded } = result;
  const parts = { loaded: { ...loaded, inputs: inputsOf(result) }, study: document.study, answer };
  return JSON.parse(exactJson(resultDocument({ ...parts, baselines: [], createdAt: new Date(0) }))) as object;
}

/** The answer as its files give it. */
function answerOf(
  { document, loaded, schedule, proofs = [] }: ResultDirectory,
  found: ResultVerification | undefined,
): Answer | undefined {
  // Nothing of it is compared.
  const solver = document.solver as SolverReport;
  if (schedule === undefined || found === undefined) return { status: 'infeasible', shortages: [], solver };
  const { cost, verification, vintages: buildOut } = found;
  if (cost === undefined || buildOut === undefined) return undefined;
  const verified = verification.violations.length === 0;
  // The bound and its gap are passed over then.
  const unproven = { objective: cost.objective, dualBound: 0, relativeGap: 0, maxViolationMWh: 0, verified };
  const certificate = found.certificate ?? { ...unproven, gapFloor: gapFloorOf(loaded.scenario) };
  return { status: 'optimal', schedule, buildOut, cost, certificate, verification, proofs, solver };
}

/** Under the names the user gave, each once. */
export function inputsOf({ inputs }: Pick<ResultDirectory, 'inputs'>): ScenarioInput[] {
  const byName = new Map(inputs.map(({ storedAs: _, ...input }) => [`${input.kind} ${input.file}`, input]));
  return [...byName.values()];
}

/** Of each there is a sentence in `notChecked`, or it is compared elsewhere. */
function passedOver(found: ResultVerification | undefined): ReadonlySet<string> {
  return new Set([
    ...['createdAt', 'hourmatchVersion', 'status', 'baselines', 'solver', 'files'],
    ...['certificate.maxViolationMWh', 'certificate.requiredGap'],
    ...(found === undefined ? ['shortages', 'remedies'] : []),
    ...(found?.certificate === undefined ? ['certificate.dualBound', 'certificate.relativeGap'] : []),
  ]);
}

function planlessOf({ document: { status } }: ResultDirectory, found: ResultVerification | undefined): Disagreement[] {
  if (found !== undefined || status !== 'optimal') return [];
  return [{ where: 'status', problem: 'optimal is claimed, but there is no plan' }];
}

function unsaidOf(result: ResultDirectory, document: Comparison | undefined): Disagreement[] {
  if (!isWhole(result)) return [];
  return (document?.unsaid ?? []).map((where) => ({ where, problem: 'is missing, or holds too little' }));
}

function unproven({ document: { status } }: ResultDirectory): string {
  const why = 'no proof of it is kept; solving the scenario again asks anew';
  switch (status) {
    case 'infeasible':
      return `status, shortages: that no plan keeps the promise, and that at least this energy is missing whatever is built: ${why}. That the shortages fit the scenario and add up was checked; remedies were not: repair finds them again.`;
    case 'unbounded':
      return `status: that cost falls without end: ${why}.`;
    default:
      return `status: ${status ?? 'none'} is said, and there is no schedule to verify.`;
  }
}

const MOST_NAMED = 5;

function listOf(paths: readonly string[]): string {
  const more = paths.length - MOST_NAMED;
  return `${paths.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function gapsOf(result: ResultDirectory, document: Comparison | undefined): string[] {
  const { unsaid = [], rounded = [] } = document ?? {};
  const strangers = strangersOf(result);
  return [
    'createdAt: when it was written.',
    versionSentence(result),
    ...idleSubscriptions(result),
    ...besideSentences(result),
    ...(rounded.length > 0 ? [`${listOf(rounded)}: right to a billionth, not to the last digit.`] : []),
    ...(isWhole(result)
      ? []
      : [
          ...(unsaid.length > 0 ? [`${listOf(unsaid)}: not stated, or only in part.`] : []),
          'files: no hashes are listed, so that nobody says whether these are the files that were written.',
          ...(strangers.length > 0 ? [`${listOf(strangers)}: of no part of the result.`] : []),
        ]),
    `${SCENARIO_FILE} inputs: what files were called before they were copied, and in what words it tells how they were read.`,
    ...result.laidOutOtherwise.map(
      (file) => `${file}: its text is not laid out as hourmatch does; what it says was compared.`,
    ),
  ];
}

function versionSentence({ document: { hourmatchVersion: stated } }: ResultDirectory): string {
  if (stated === hourmatchVersion) return 'hourmatchVersion: by which version it was written.';
  const writer = stated === undefined ? 'it says none' : `it says ${stated}`;
  return `hourmatchVersion: ${writer}, this is ${hourmatchVersion}; what disagrees may be defined otherwise there.`;
}

/** No cost holds back a size that costs nothing, and no law that is more than it need be. */
function idleSubscriptions({ schedule, loaded: { scenario } }: ResultDirectory): string[] {
  if (scenario.grid.subscribedPowerCostPerMWYear !== 0) return [];
  return (schedule?.phases ?? []).flatMap(({ capacities, weatherYears }, p) => {
    const { subscribedPowerMW } = capacities.grid;
    const peakMW = weatherYears.reduce((most, { importMW }) => importMW.reduce((a, b) => Math.max(a, b), most), 0);
    if (subscribedPowerMW <= peakMW * (1 + tolerance.claimedShare)) return [];
    return [
      `phases[${p}].grid.subscribedPowerMW: ${subscribedPowerMW} cost nothing, so that no peak (${peakMW}) asks for them.`,
    ];
  });
}
