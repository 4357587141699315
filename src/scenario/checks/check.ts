/** Rules that cross fields. Each returns all it finds; a field that is absent or at fault is passed over. */

import { tolerance } from '../../units.ts';
import type { Draft } from '../document/draft.ts';
import { conflict, type Fault, type Path } from '../faults/fault.ts';
import { assetFaults } from './assets.ts';
import { campaignFaults } from './campaigns.ts';
import { facilityFaults } from './facility.ts';
import { gridFaults } from './grid.ts';
import { nameFaults } from './names.ts';
import { tableFaults } from './tables.ts';
import { throughputFaults } from './throughput.ts';

export function crossFieldFaults(draft: Draft): Fault[] {
  return [
    ...nameFaults(draft),
    ...weightFaults(draft),
    ...phaseFaults(draft),
    ...facilityFaults(draft),
    ...tierFaults(draft),
    ...campaignFaults(draft),
    ...assetFaults(draft),
    ...gridFaults(draft),
    ...securityFaults(draft),
  ];
}

/** A reserve is held in storages. */
function securityFaults({ security, storages }: Draft): Fault[] {
  if (security?.reserveHours === undefined || storages.length > 0) return [];
  const expected = 'Give the scenario a storage, or leave this field out.';
  return [conflict(['security', 'reserveHours'], 'no storage that could hold a reserve', expected)];
}

function weightFaults({ weatherYears }: Draft): Fault[] {
  const weights = weatherYears.map((year) => year.weight);
  const given = weights.filter((weight) => weight !== undefined);
  if (given.length === 0) return [];
  if (given.length < weights.length) {
    const problem = 'no weight, but other weather years have one';
    const expected = 'Give every weather year a weight, or none.';
    return weights.flatMap((weight, at) =>
      weight === undefined ? conflict(['weatherYears', at, 'weight'], problem, expected) : [],
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
    return conflict(['phases', at, 'firstYear'], `${phase.firstYear} ${kind} ${last}`, `Expected ${due}.`);
  });
}

/** A tier that serves all its work as it arrives holds nothing back. */
function enduranceFaults({ endurance, deadlineHours, shed }: Draft['load']['tiers'][number], path: Path): Fault[] {
  if (endurance === undefined || deadlineHours !== 0 || shed !== undefined) return [];
  const problem = 'the work of this tier neither waits nor may be given up, so none of it is held back';
  return [conflict([...path, 'endurance'], problem, 'Leave it out, or give the tier a deadline or let it shed.')];
}

/** Beside campaigns tiers need not take all machines. */
function leavesRoom(shares: readonly number[], { campaigns = [] }: Draft['load']): boolean {
  return campaigns.length > 0 && shares.reduce((sum, share) => sum + share, 0) < 1;
}

function tierFaults({ load }: Draft): Fault[] {
  const shares = load.tiers.map((tier) => tier.share);
  const given = shares.filter((share) => share !== undefined);
  return [
    ...(given.length === shares.length && given.length > 0 && !leavesRoom(given, load)
      ? sumFaults(given, ['load', 'tiers'], 'the shares')
      : []),
    ...load.tiers.flatMap(({ shed }, at) => tableFaults(shed ?? {}, ['load', 'tiers', at, 'shed'])),
    ...load.tiers.flatMap((tier, at) => enduranceFaults(tier, ['load', 'tiers', at])),
    ...load.tiers.flatMap((tier, at) => throughputFaults(tier, ['load', 'tiers', at], load.utilisation)),
  ];
}
