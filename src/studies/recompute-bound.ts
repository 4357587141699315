/** The dual bound of a plan from its stored proofs: programmes are formulated again, nothing is solved. */

import { formulate } from '../model/formulation.ts';
import type { Formulation, Scope } from '../model/variables.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { BuildOut } from '../schedule/schedule.ts';
import { tolerance } from '../units.ts';
import { provenLowerBound } from '../verify/dual-bound.ts';
import type { Proof } from './answer.ts';
import { wholeScope } from './scope.ts';

export interface Programme {
  readonly proof: Proof;
  readonly formulation: Formulation;
}

/** Programmes of proofs that fit; what does not fit, in words. Duals may be anything: wrong ones only weaken a bound. */
export function programmesOf(
  scenario: Scenario,
  study: 'plan' | 'dispatch',
  proofs: readonly Proof[],
  buildOut: readonly BuildOut[],
): { readonly programmes: Programme[]; readonly problems: string[] } {
  const problems: string[] = [];
  const asked = scopesAsked(scenario, study, proofs.length, buildOut);
  if (asked === undefined) {
    const problem = `there are ${proofs.length} proofs, but a ${study} of ${scenario.phases.length} phases has another number`;
    return { programmes: [], problems: [problem] };
  }
  const programmes = proofs.flatMap((proof, at): Programme[] => {
    // A bound of another programme proves nothing about this one: fewer choices would make it higher.
    const difference = differenceOf(asked[at]!, proof.scope);
    if (difference !== undefined) problems.push(`proof ${at + 1} is of another programme: ${difference}`);
    if (difference !== undefined) return [];
    const formulation = formulate(scenario, proof.scope);
    const { rowCount } = formulation.program;
    if (proof.rowDual.length === rowCount) return [{ proof, formulation }];
    problems.push(`proof ${at + 1} has ${proof.rowDual.length} duals, but its programme has ${rowCount} rows`);
    return [];
  });
  return { programmes, problems };
}

/** @param cutoffOf cost of the plan in the programme; any value is safe, the right one makes open columns count */
export function boundOf(programmes: readonly Programme[], cutoffOf: (scope: Scope) => number): number {
  return programmes.reduce(
    (sum, { proof, formulation }) => sum + provenLowerBound(formulation.program, proof.rowDual, cutoffOf(proof.scope)),
    0,
  );
}

/** What a study formulates: see `plan.ts` and `dispatch.ts`. */
function scopesAsked(scenario: Scenario, study: string, count: number, buildOut: readonly BuildOut[]) {
  const whole = wholeScope(scenario);
  const byPhase = scenario.phases.map((_, p) => p);
  if (study === 'plan' && count === 1) return [whole];
  if (count !== scenario.phases.length) return undefined;
  if (study === 'plan') {
    const sizes = buildOut.map(sizesOf);
    return byPhase.map((p): Scope => ({ ...whole, phases: [p], built: sizes.slice(0, p) }));
  }
  const nothing = buildOut.map((vintage) => sizesOf(vintage).fill(0));
  return byPhase.map((p): Scope => ({ ...whole, phases: [p], built: nothing, importAllowed: true, mostImportMWh: [] }));
}

/** In the order of `buildablesOf`. */
function sizesOf({ renewables, storages, links }: BuildOut): Float64Array {
  const powers = storages.map(({ builtMW }) => builtMW);
  const energies = storages.map(({ builtMWh }) => builtMWh);
  const single = ({ builtMW }: { readonly builtMW: number }) => builtMW;
  return Float64Array.from([...renewables.map(single), ...powers, ...energies, ...links.map(single)]);
}

function differenceOf(asked: Scope, given: Scope): string | undefined {
  const fields = ['phases', 'weatherYears', 'matching', 'importAllowed', 'exportAllowed', 'minimise'] as const;
  for (const field of fields) {
    const [want, have] = [plain(asked[field]), plain(given[field])];
    if (want !== have) return `${field} is ${have}, not ${want}`;
  }
  if ((asked.mostImportMWh === undefined) !== (given.mostImportMWh === undefined))
    return 'its import is capped otherwise';
  if (given.mostImportMWh && given.mostImportMWh.length !== given.weatherYears.length)
    return 'a cap on import is missing';
  if (!isSame(asked.built, given.built)) return 'the sizes it takes as decided are not those that were built';
  return undefined;
}

function isSame(asked: Scope['built'], given: Scope['built']): boolean {
  const close = (a: number, b: number) =>
    Math.abs(a - b) <= tolerance.hourlyMWh + tolerance.relative * Math.max(Math.abs(a), Math.abs(b));
  return (
    asked.length === given.length &&
    asked.every((want, p) => {
      const have = given[p];
      if (want === undefined || have === undefined) return want === have;
      return want.length === have.length && want.every((size, at) => close(size, have[at]!));
    })
  );
}

/** Equal for equal values, whatever the order of their fields. */
function plain(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
