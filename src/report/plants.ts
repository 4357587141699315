/** What each plant gives and earns in an expected year of a phase, from its hours. */

import { curtailedMWh } from '../metrics/curtailed-mwh.ts';
import { expectedAnnual } from '../metrics/levelised-cost.ts';
import { effectiveMW } from '../schedule/effective.ts';
import { exceededByNineOfTen } from './hours/positions.ts';
import { expectedOfLedger } from './ledger-figures.ts';
import type { ReportData } from './report-data.ts';

export interface PlantYear {
  readonly name: string;
  /** At the plant, and of it at the site [MWh per year]. */
  readonly producedMWh: number;
  readonly deliveredMWh: number;
  /** At the plant. */
  readonly curtailedMWh: number;
  /** Of what all plants deliver. */
  readonly share: number;
  /** All items of the plant [currency per year]. */
  readonly annualCost: number;
  /** Median over the weather years, what nine of ten reach, and the least of any [MWh delivered per year]. */
  readonly p50MWh: number;
  readonly p90MWh: number;
  readonly leastMWh: number;
  /** Σ price·delivered / Σ delivered, over the mean price, and below it; absent without prices or delivery. */
  readonly capturePrice?: number;
  readonly captureRate?: number;
  readonly shapeCost?: number;
  /** By the hour ledger, at the site [MWh per year]; absent without it. */
  readonly ofLedger?: {
    readonly storedMWh: number;
    readonly exportedMWh: number;
    /** By the load, directly or out of store. */
    readonly usedMWh: number;
    /** Used, of the load. */
    readonly shareOfLoad: number;
  };
  /** By the study of values, of what the phase builds [currency per MWh]. */
  readonly breakEvenPrice?: number;
}

type Schedule = NonNullable<ReportData['schedule']>;

/** Of one phase, in the order of the scenario. */
export function plantYears(data: ReportData, schedule: Schedule, p: number): PlantYear[] {
  const { scenario, document, studies } = data;
  const { name: phase, capacities, weatherYears } = schedule.phases[p]!;
  const expected = (values: readonly number[]) => expectedAnnual(scenario.weatherYears, values);
  const delivered = scenario.renewables.map(({ loss }, i) =>
    weatherYears.map((year) => (1 - loss) * total(year.renewables[i]!.generationMW)),
  );
  const all = delivered.reduce((sum, years) => sum + expected(years), 0);
  return scenario.renewables.map(({ name, loss, capacityFactor }, i) => {
    const own = delivered[i]!;
    const items = document.cost?.items.filter((item) => item.name === name && item.phase === phase) ?? [];
    const deliveredMWh = expected(own);
    return {
      name,
      producedMWh: deliveredMWh / (1 - loss),
      deliveredMWh,
      curtailedMWh: expected(
        weatherYears.map((year, y) =>
          curtailedMWh(capacityFactor[y]!, effectiveMW(capacities.renewables[i]!), year.renewables[i]!.generationMW),
        ),
      ),
      share: all > 0 ? deliveredMWh / all : 0,
      annualCost: items.reduce((sum, { annualValue }) => sum + annualValue, 0),
      p50MWh: median(own),
      p90MWh: exceededByNineOfTen(own),
      leastMWh: Math.min(...own),
      ...captured(scenario, weatherYears, i),
      ...ofLedger(data, phase, i),
      ...breakEven(studies?.values, phase, name),
    };
  });
}

function captured(
  { weatherYears: weights }: ReportData['scenario'],
  years: Schedule['phases'][number]['weatherYears'],
  i: number,
): Pick<PlantYear, 'capturePrice' | 'captureRate' | 'shapeCost'> {
  if (years.some(({ shadowPricePerMWh }) => shadowPricePerMWh === undefined)) return {};
  const expected = (of: (year: (typeof years)[number]) => number) => expectedAnnual(weights, years.map(of));
  const generated = expected((year) => total(year.renewables[i]!.generationMW));
  const earned = expected(({ renewables, shadowPricePerMWh }) =>
    total(renewables[i]!.generationMW.map((mw, h) => mw * shadowPricePerMWh![h]!)),
  );
  const mean = expected(({ shadowPricePerMWh }) => total(shadowPricePerMWh!)) / expected(({ loadMW }) => loadMW.length);
  if (generated <= 0) return {};
  const capturePrice = earned / generated;
  return { capturePrice, shapeCost: mean - capturePrice, ...(mean > 0 && { captureRate: capturePrice / mean }) };
}

function ofLedger(data: ReportData, phase: string, i: number): Pick<PlantYear, 'ofLedger'> {
  const expected = expectedOfLedger(data, phase);
  if (expected === undefined) return {};
  const usedMWh = expected(({ totals }) => totals.plants[i]!.usedDirectlyWh + totals.plants[i]!.usedFromStorageWh);
  const load = expected(({ totals }) => totals.load.loadWh);
  return {
    ofLedger: {
      storedMWh: expected(({ totals }) => totals.plants[i]!.storedWh),
      exportedMWh: expected(({ totals }) => totals.plants[i]!.exportedWh),
      usedMWh,
      shareOfLoad: load > 0 ? usedMWh / load : 0,
    },
  };
}

function breakEven(
  values: NonNullable<ReportData['studies']>['values'],
  phase: string,
  name: string,
): Pick<PlantYear, 'breakEvenPrice'> {
  const built = values?.building.find((one) => one.builtIn === phase && one.name === name);
  return built?.breakEvenPricePerMWh === undefined ? {} : { breakEvenPrice: built.breakEvenPricePerMWh };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

const total = (series: Float64Array): number => series.reduce((sum, value) => sum + value, 0);
