/** What each contract costs and brings: volume, cost and the price that comes of both. */

import type { Scenario } from '../scenario/scenario.ts';
import type { PhaseSchedule } from '../schedule/schedule.ts';
import { expectedAnnual } from './levelised-cost.ts';

/** One contract in an expected year of a phase. */
export interface ContractFigures {
  /** What is paid under it, unused energy that is paid for included [currency per year]. */
  readonly annualCost: number;
  /** Taken at the plant, or discharged of a storage. */
  readonly annualMWh: number;
  /** Cost ÷ volume; absent where nothing is taken. */
  readonly effectivePricePerMWh?: number;
}

/** Undiscounted [currency per year]. */
interface AnnualCost {
  readonly name: string;
  readonly phase: string;
  readonly kind: string;
  readonly annualValue: number;
}

const paidUnderContract = new Set(['energyPurchase', 'shortfall', 'tolling']);

/** By name of the asset that is contracted; empty where all is owned. */
export function contractsOf(
  { renewables, storages, weatherYears }: Scenario,
  phase: PhaseSchedule,
  costs: readonly AnnualCost[],
): ({ readonly name: string } & ContractFigures)[] {
  const figures = (name: string, flowMW: (year: PhaseSchedule['weatherYears'][number]) => Float64Array) => {
    const items = costs.filter(
      (item) => item.phase === phase.name && item.name === name && paidUnderContract.has(item.kind),
    );
    const annualCost = items.reduce((sum, { annualValue }) => sum + annualValue, 0);
    const annualMWh = expectedAnnual(
      weatherYears,
      phase.weatherYears.map((year) => flowMW(year).reduce((sum, mw) => sum + mw, 0)),
    );
    return { name, annualCost, annualMWh, ...(annualMWh > 0 ? { effectivePricePerMWh: annualCost / annualMWh } : {}) };
  };
  return [
    ...renewables.flatMap(({ name, purchase }, i) =>
      purchase.kind === 'ppa' ? [figures(name, (year) => year.renewables[i]!.generationMW)] : [],
    ),
    ...storages.flatMap(({ name, purchase }, s) =>
      purchase === undefined ? [] : [figures(name, (year) => year.storages[s]!.dischargeMW)],
    ),
  ];
}
