/** Sizes under the names by which they are asked for and told: each its own, and groups of them that are added up. */

import { type Issue, ScenarioError } from '../../errors.ts';
import { buildablesOf } from '../../model/buildable.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Alternatives } from './document.ts';

export type Group = NonNullable<Alternatives['asked']['groups']>[number];

export interface NamedSize {
  readonly name: string;
  readonly quantity: Alternatives['sizes'][number]['quantity'];
  /** In the order of `buildablesOf`. */
  readonly of: readonly number[];
  /** Of a group, as it was asked for. */
  readonly members?: string[];
}

const quantities = {
  renewable: 'capacityMW',
  storagePower: 'powerCapacityMW',
  storageEnergy: 'energyCapacityMWh',
  link: 'capacityMW',
} as const;

const words = { capacityMW: '', powerCapacityMW: ' power', energyCapacityMWh: ' energy' } as const;

/** As its plans are told: `Battery power`, `Battery energy`, `Coast`. */
export const wordsOf = ({ name, quantity }: Pick<NamedSize, 'name' | 'quantity'>): string => name + words[quantity];

/**
 * Every size, then every group.
 *
 * @throws ScenarioError where a group has a name or a member that will not do
 */
export function namedSizes(scenario: Scenario, groups: readonly Group[]): NamedSize[] {
  const own = buildablesOf(scenario).map(
    ({ name, kind }, i): NamedSize => ({ name, quantity: quantities[kind], of: [i] }),
  );
  const issues = groups.flatMap((group, at) => faultsOf(group, at, groups, own));
  if (issues.length > 0) throw new ScenarioError(scenario.name, issues);
  return [...own, ...groups.map((group) => groupOf(group, own))];
}

const found = ({ members }: Group, own: readonly NamedSize[]): NamedSize[] =>
  members.flatMap((member) => own.filter((one) => wordsOf(one) === member));

function groupOf(group: Group, own: readonly NamedSize[]): NamedSize {
  const all = found(group, own);
  const [quantity, ...others] = new Set(all.map((one) => one.quantity));
  const { name, members } = group;
  return { name, members, of: all.flatMap(({ of }) => of), quantity: others.length === 0 ? quantity! : 'capacityMW' };
}

function faultsOf({ name, members }: Group, at: number, groups: readonly Group[], own: readonly NamedSize[]): Issue[] {
  const place = `asked.groups[${at}]`;
  const taken = own.some((one) => one.name === name) || groups.slice(0, at).some((one) => one.name === name);
  const shown = JSON.stringify(name);
  const expected = 'Expected another name.';
  const issues: Issue[] = taken
    ? [
        {
          code: 'scenario.duplicate-name',
          where: `${place}.name`,
          problem: `${shown} is the name of something else`,
          expected,
        },
      ]
    : [];
  for (const [k, member] of members.entries()) {
    const where = `${place}.members[${k}]`;
    const problem = JSON.stringify(member);
    const count = own.filter((one) => wordsOf(one) === member).length;
    if (count === 0) {
      const known = `Known here: ${own.map(wordsOf).join(', ')}.`;
      issues.push({
        code: 'scenario.unknown-name',
        where,
        problem: `${problem} is no size of the scenario`,
        expected: known,
      });
    } else if (count > 1 || members.indexOf(member) < k) {
      const again = count > 1 ? `${problem} is the name of ${count} sizes` : `${problem} stands twice`;
      issues.push({ code: 'scenario.duplicate-name', where, problem: again, expected: 'Expected each size once.' });
    }
  }
  const all = found({ name, members }, own);
  const energies = all.filter(({ quantity }) => quantity === 'energyCapacityMWh');
  if (energies.length > 0 && energies.length < all.length) {
    issues.push({
      ...{ code: 'scenario.conflict', where: `${place}.members` },
      problem: `${energies.map(wordsOf).join(', ')} in MWh and ${all
        .filter((one) => !energies.includes(one))
        .map(wordsOf)
        .join(', ')} in MW cannot be added up`,
      expected: 'Expected sizes of one unit: make two groups of them.',
    });
  }
  return issues;
}
