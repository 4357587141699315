/** Rules that cross fields. Each returns all it finds; a field that is absent or at fault is passed over. */

import { HOURS_PER_YEAR, tolerance } from '../units.ts';
import { assetFaults } from './check-assets.ts';
import type { Draft, Usable } from './draft.ts';
import type { Fault, Path } from './fault.ts';
import { slugOf } from './names.ts';

export function crossFieldFaults(draft: Draft): Fault[] {
  return [
    ...duplicateNames(draft),
    ...weightFaults(draft),
    ...phaseFaults(draft),
    ...tierFaults(draft),
    ...assetFaults(draft),
  ];
}

/** Names are unique within their kind; those that become file names also as file names. */
function duplicateNames(draft: Draft): Fault[] {
  return [
    ...sameNames(draft.weatherYears, ['weatherYears'], slugOf),
    ...sameNames(draft.phases, ['phases'], slugOf),
    ...sameNames(draft.load.tiers, ['load', 'tiers'], normalised),
    ...sameNames(draft.renewables, ['renewables'], normalised),
    ...sameNames(draft.storages, ['storages'], normalised),
    ...sameNames(draft.links, ['links'], normalised),
  ];
}

/** The same letters may be composed in two ways; they look the same. */
function normalised(name: string): string {
  return name.normalize('NFC');
}

function sameNames(items: readonly Usable<{ name: string }>[], list: Path, keyOf: (name: string) => string): Fault[] {
  const first = new Map<string, number>();
  return items.flatMap(({ name }, at): Fault[] => {
    if (name === undefined) return [];
    const earlier = first.get(keyOf(name));
    if (earlier === undefined) {
      first.set(keyOf(name), at);
      return [];
    }
    const other = items[earlier]?.name;
    const isSame = other === name;
    return [
      {
        code: 'scenario.duplicate-name',
        path: [...list, at, 'name'],
        problem: `${JSON.stringify(name)} is ${isSame ? 'already the name' : `too like ${JSON.stringify(other)}, the name`} of ${list.at(-1)}[${earlier}]`,
        expected: isSame ? 'Names differ within a list.' : `Both would make the file name ${keyOf(name)}.`,
      },
    ];
  });
}

function weightFaults({ weatherYears }: Draft): Fault[] {
  const weights = weatherYears.map((year) => year.weight);
  const given = weights.filter((weight) => weight !== undefined);
  if (given.length === 0) return [];
  if (given.length < weights.length) {
    return weights.flatMap((weight, at) =>
      weight !== undefined
        ? []
        : [
            conflict(
              ['weatherYears', at, 'weight'],
              'no weight, but other weather years have one',
              'Give every weather year a weight, or none.',
            ),
          ],
    );
  }
  return sumFaults(given, ['weatherYears'], 'the weights');
}

function sumFaults(shares: readonly number[], path: Path, what: string): Fault[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) <= tolerance.shareSum) return [];
  const problem = `${what} ${shares.join(' + ')} add up to ${Number(sum.toPrecision(12))}`;
  return [conflict(path, problem, 'Together they are 1.')];
}

function phaseFaults({ phases }: Draft): Fault[] {
  return phases.flatMap((phase, at) => {
    const before = phases[at - 1];
    if (before?.firstYear === undefined || before.years === undefined || phase.firstYear === undefined) return [];
    const due = before.firstYear + before.years;
    if (phase.firstYear === due) return [];
    const kind = phase.firstYear < due ? 'overlaps' : 'leaves a gap after';
    const last = `phases[${at - 1}], which lasts to the end of ${due - 1}`;
    return [conflict(['phases', at, 'firstYear'], `${phase.firstYear} ${kind} ${last}`, `Expected ${due}.`)];
  });
}

function tierFaults({ load }: Draft): Fault[] {
  const shares = load.tiers.map((tier) => tier.share);
  const given = shares.filter((share) => share !== undefined);
  const faults =
    given.length === shares.length && given.length > 0 ? sumFaults(given, ['load', 'tiers'], 'the shares') : [];
  load.tiers.forEach((tier, at) => {
    const path = ['load', 'tiers', at];
    if (tier.deadlineHours !== undefined && tier.deadlineHours > HOURS_PER_YEAR) {
      const problem = `${tier.deadlineHours} is longer than a year`;
      faults.push({
        code: 'scenario.out-of-range',
        path: [...path, 'deadlineHours'],
        problem,
        expected: `Expected at most ${HOURS_PER_YEAR} [hours].`,
      });
    }
  });
  return faults;
}

function conflict(path: Path, problem: string, expected: string): Fault {
  return { code: 'scenario.conflict', path, problem, expected };
}
