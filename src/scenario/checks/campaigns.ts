/** Rules of large runs: that their windows are some, their work fits into them and their machines fit beside the others. */

import { HOURS_PER_DAY } from '../../units.ts';
import type { Draft, Usable } from '../document/draft.ts';
import { nearest } from '../faults/did-you-mean.ts';
import { conflict, type Fault, type Path } from '../faults/fault.ts';
import type { ScenarioDocument } from '../schema/schema.ts';

type CampaignDocument = NonNullable<ScenarioDocument['load']['campaigns']>[number];

export function campaignFaults({ load, phases }: Draft): Fault[] {
  const runs = load.campaigns ?? [];
  return runs.flatMap((run, at) => {
    if (!isWhole(run)) return [];
    const path = ['load', 'campaigns', at];
    return [
      ...phaseFaults(run, phases, path),
      ...windowFaults(run, path),
      ...machineFaults(run, runs.filter(isWhole), load, phases, path),
    ];
  });
}

/** Whether no field that a run needs is at fault. */
function isWhole(run: Usable<CampaignDocument>): run is CampaignDocument {
  const { name, phase, from, deadline, workMWh, greatestMW, mayPause } = run;
  return [name, phase, from, deadline, workMWh, greatestMW, mayPause].every((value) => value !== undefined);
}

/** Of a year of 365 days. */
const dayOf = (day: string): number => Date.UTC(2001, Number(day.slice(0, 2)) - 1, Number(day.slice(3))) / 86_400_000;

function phaseFaults({ phase }: CampaignDocument, phases: Draft['phases'], path: Path): Fault[] {
  const names = phases.flatMap(({ name }) => name ?? []);
  if (names.includes(phase) || names.length < phases.length) return [];
  const meant = nearest(phase, names);
  const expected = meant === undefined ? `Phases: ${names.join(', ')}.` : `Did you mean ${JSON.stringify(meant)}?`;
  const problem = `${JSON.stringify(phase)} is not the name of a phase`;
  return [{ code: 'scenario.unknown-name', path: [...path, 'phase'], problem, expected }];
}

function windowFaults(run: CampaignDocument, path: Path): Fault[] {
  const { from, deadline, workMWh, greatestMW, leastMW, mayPause } = run;
  const days = dayOf(deadline) - dayOf(from) + 1;
  if (days < 1) {
    return [
      conflict([...path, 'deadline'], `${deadline} is before the first day, ${from}`, 'A window lies within a year.'),
    ];
  }
  const hours = days * HOURS_PER_DAY;
  const faults: Fault[] = [];
  if (workMWh > greatestMW * hours) {
    const expected = `Expected at most ${greatestMW * hours} [MWh IT], or more power or a longer window.`;
    faults.push(
      conflict([...path, 'workMWh'], `${workMWh} is more than ${greatestMW} MW do in ${hours} hours`, expected),
    );
  }
  if (leastMW === undefined) return faults;
  if (!mayPause) {
    const problem = 'given beside mayPause: false, which says the power of every hour already';
    faults.push(conflict([...path, 'leastMW'], problem, 'Keep one of the two.'));
  } else if (leastMW * hours > workMWh) {
    const expected = `Expected at most ${Number((workMWh / hours).toPrecision(6))} [MW].`;
    faults.push(conflict([...path, 'leastMW'], `${leastMW} MW do more than the work in ${hours} hours`, expected));
  }
  return faults;
}

/** Machines of tiers and of the runs that share its first day are no more than there are; later ones are judged at theirs. */
function machineFaults(
  run: CampaignDocument,
  runs: readonly CampaignDocument[],
  { tiers }: Draft['load'],
  phases: readonly Usable<Draft['phases'][number]>[],
  path: Path,
): Fault[] {
  const capacityMW = phases.find(({ name }) => name === run.phase)?.itCapacityMW;
  const shares = tiers.map(({ share }) => share);
  if (capacityMW === undefined || shares.includes(undefined)) return [];
  const begins = dayOf(run.from);
  const beside = runs.filter(
    ({ phase, from, deadline }) => phase === run.phase && dayOf(from) <= begins && begins <= dayOf(deadline),
  );
  const takenMW = shares.reduce<number>((sum, share = 0) => sum + share * capacityMW, 0);
  const runningMW = beside.reduce((sum, { greatestMW }) => sum + greatestMW, 0);
  if (takenMW + runningMW <= capacityMW * (1 + 1e-9)) return [];
  const left = Number((capacityMW - takenMW).toPrecision(6));
  const problem = `${runningMW} MW run from ${run.from} on, but tiers leave ${left} MW of the ${capacityMW} MW of ${run.phase}`;
  return [
    conflict(
      [...path, 'greatestMW'],
      problem,
      'Lower the shares of tiers, the power of runs, or let these follow each other.',
    ),
  ];
}
