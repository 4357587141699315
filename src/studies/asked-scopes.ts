/** Which programmes a study must have proven, and whether a proof is of one of them. */

import type { Scope } from '../model/variables.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { BuildOut } from '../schedule/schedule.ts';
import { tolerance } from '../units.ts';
import { wholeScope } from './scope.ts';

/**
 * What a study formulates: see `plan.ts` and `dispatch.ts`.
 *
 * @param count how many programmes there are
 * @returns undefined where the study never has so many
 */
export function scopesAsked(
  scenario: Scenario,
  study: 'plan' | 'dispatch',
  count: number,
  buildOut: readonly BuildOut[],
): Scope[] | undefined {
  const whole = wholeScope(scenario);
  const byPhase = scenario.phases.map((_, p) => p);
  if (study === 'plan' && count === 1) return [whole];
  if (count !== scenario.phases.length) return undefined;
  if (study === 'plan') {
    const sizes = buildOut.map(sizesBuilt);
    return byPhase.map((p): Scope => ({ ...whole, phases: [p], built: sizes.slice(0, p) }));
  }
  const nothing = buildOut.map((vintage) => sizesBuilt(vintage).fill(0));
  return byPhase.map((p): Scope => ({ ...whole, phases: [p], built: nothing, importAllowed: true, mostImportMWh: [] }));
}

/** In the order of `buildablesOf`. */
export function sizesBuilt({ renewables, storages, links }: BuildOut): Float64Array {
  const powers = storages.map(({ builtMW }) => builtMW);
  const energies = storages.map(({ builtMWh }) => builtMWh);
  const single = ({ builtMW }: { readonly builtMW: number }) => builtMW;
  return Float64Array.from([...renewables.map(single), ...powers, ...energies, ...links.map(single)]);
}

/** In words; undefined where the programmes are the same. */
export function differenceOf(asked: Scope, given: Scope): string | undefined {
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
  const largest = Math.max(0, ...asked.flatMap((sizes) => [...(sizes ?? [])]));
  const close = (a: number, b: number) =>
    Math.abs(a - b) <= tolerance.hourlyShare * largest + tolerance.relative * Math.max(Math.abs(a), Math.abs(b));
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
