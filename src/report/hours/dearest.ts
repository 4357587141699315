/** Stretches of hours whose load costs far more than that of others: those that decide what is built. */

import type { Scenario } from '../../scenario/scenario.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import { stampOfHour } from '../../time.ts';
import { stretchesAbove } from './events.ts';

const TIMES_THE_MEAN = 3;
const MOST = 3;

export interface DearStretch {
  readonly phase: string;
  readonly weatherYear: string;
  readonly from: string;
  readonly to: string;
  readonly hours: number;
  /** Mean by load. */
  readonly pricePerMWh: number;
  /** Of price × load of the year. */
  readonly shareOfValue: number;
}

/** Nothing where the schedule has no prices. */
export function dearestStretches({ weatherYears }: Scenario, { phases }: Schedule): DearStretch[] {
  return phases.flatMap(({ name: phase, weatherYears: years }) =>
    years.flatMap(({ name: weatherYear, loadMW, shadowPricePerMWh }, y) => {
      if (shadowPricePerMWh === undefined) return [];
      const load = sum(loadMW);
      const value = sum(loadMW.map((mw, h) => mw * shadowPricePerMWh[h]!));
      if (load <= 0 || value <= 0) return [];
      const { year } = weatherYears[y]!;
      return stretchesAbove(shadowPricePerMWh, (TIMES_THE_MEAN * value) / load)
        .map(({ first, last }): DearStretch => {
          const own = loadMW.subarray(first, last + 1);
          const worth = sum(own.map((mw, at) => mw * shadowPricePerMWh[first + at]!));
          return {
            phase,
            weatherYear,
            from: stampOfHour(year, first),
            to: stampOfHour(year, last + 1),
            hours: last - first + 1,
            pricePerMWh: worth / Math.max(sum(own), Number.MIN_VALUE),
            shareOfValue: worth / value,
          };
        })
        .sort((a, b) => b.shareOfValue - a.shareOfValue)
        .slice(0, MOST);
    }),
  );
}

const sum = (series: Float64Array): number => series.reduce((all, value) => all + value, 0);
