/** Rows of the table of phases for tiers that have more to tell, over all weather years of a phase. */

import type { PhaseResult } from '../results/document/result-document.ts';
import { number, say, share } from './content/words.ts';
import type { Quantity } from './quantity.ts';

type Tier = NonNullable<PhaseResult['weatherYears'][number]['tiers']>[number];

export function tierQuantities(phases: readonly PhaseResult[]): Quantity[] {
  const all = phases.map(({ weatherYears }) => weatherYears.flatMap(({ tiers = [] }) => tiers));
  const names = [...new Set(all.flat().map(({ name }) => name))];
  return names.flatMap((name) => {
    const years = all.map((tiers) => tiers.filter((tier) => tier.name === name));
    return [...throughputQuantities(name, years), ...enduranceQuantities(name, years)];
  });
}

/** Hours at work of each campaign, in the weather year with the most of them. */
export function campaignQuantities(phases: readonly PhaseResult[]): Quantity[] {
  const all = phases.map(({ weatherYears }) => weatherYears.flatMap(({ campaigns = [] }) => campaigns));
  const names = [...new Set(all.flat().map(({ name }) => name))];
  return names.map((name) => ({
    group: 'Load',
    name: say('{name}, running', { name }),
    unit: 'h',
    values: all.map((runs) => {
      const hours = runs.filter((run) => run.name === name).map(({ runningHours }) => runningHours);
      return hours.length === 0 ? undefined : number(Math.max(...hours));
    }),
  }));
}

/** @param years by phase: the tier in each weather year */
function throughputQuantities(name: string, years: readonly (readonly Tier[])[]): Quantity[] {
  const scores = years.map((tiers) => tiers.flatMap(({ throughput = [] }) => throughput));
  if (scores.flat().length === 0) return [];
  const sums = scores.map((own) => {
    const sum = (of: 'workMWh' | 'energyMWh' | 'lostMWh') => own.reduce((total, score) => total + score[of], 0);
    return { work: sum('workMWh'), energy: sum('energyMWh'), lost: sum('lostMWh') };
  });
  return [
    {
      group: 'Load',
      name: say('Energy per work, {name}', { name }),
      unit: 'MWh/MWh',
      values: sums.map(({ energy, work }) => (work === 0 ? undefined : number(energy / work, 3))),
    },
    {
      group: 'Load',
      name: say('Throughput lost, {name}', { name }),
      unit: '',
      // Of what the energy could have done.
      values: sums.map(({ lost, work }) => share(lost === 0 ? 0 : lost / (work + lost))),
    },
  ];
}

function enduranceQuantities(name: string, years: readonly (readonly Tier[])[]): Quantity[] {
  const scores = years.map((tiers) => tiers.flatMap(({ endurance = [] }) => endurance));
  if (scores.flat().length === 0) return [];
  return [
    {
      group: 'Load',
      name: say('Deepest reduction, {name}', { name }),
      unit: '',
      values: scores.map((own) => share(Math.max(0, ...own.map(({ deepestShare }) => deepestShare)))),
    },
    {
      group: 'Load',
      name: say('Least endurance left, {name}', { name }),
      unit: '',
      values: scores.map((own) => share(Math.min(1, ...own.map(({ leastLeftShare }) => leastLeftShare)))),
    },
  ];
}
