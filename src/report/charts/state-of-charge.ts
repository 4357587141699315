/** How full a storage is over the year: the range of each day and its mean, as shares of the energy capacity. */

import { stampOfHour } from '../../time.ts';
import { say } from '../content/words.ts';
import type { Language } from '../language/language.ts';
import { axisLook, type Chart } from './svg-chart.ts';
import { dayOf } from './week.ts';

const HOURS = 24;

export interface StateOfChargeYear {
  readonly id: string;
  readonly storage: string;
  readonly stateOfChargeMWh: Float64Array;
  readonly energyCapacityMWh: number;
  readonly year: number;
  readonly colour: string;
}

export function stateOfChargeChart(storage: StateOfChargeYear, language: Language): Chart {
  const days = dailyFractions(storage.stateOfChargeMWh, storage.energyCapacityMWh);
  const lowest = days.map(({ lowest }) => shown(lowest));
  const above = days.map(({ lowest, highest }) => shown(highest - lowest));
  const line = { type: 'line', symbol: 'none', silent: true } as const;
  const isMonthStart = (at: number) => stampOfHour(storage.year, at * HOURS).slice(8, 10) === '01';
  return {
    id: storage.id,
    label: language.text(
      say(
        'State of charge of {name} over the year: lowest, highest and mean of each day as a share of its energy capacity.',
        {
          name: storage.storage,
        },
      ),
    ),
    width: 960,
    height: 150,
    option: {
      grid: { left: 64, right: 16, top: 12, bottom: 26 },
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: days.map((_, day) => dayOf(stampOfHour(storage.year, day * HOURS), language)),
        ...axisLook,
        axisTick: { interval: isMonthStart },
        axisLabel: { ...axisLook.axisLabel, interval: isMonthStart },
      },
      yAxis: {
        type: 'value',
        min: 0,
        max: 100,
        interval: 25,
        ...axisLook,
        axisLabel: { ...axisLook.axisLabel, formatter: '{value} %' },
      },
      series: [
        { ...line, stack: 'range', data: lowest, lineStyle: { width: 0 } },
        {
          ...line,
          stack: 'range',
          data: above,
          lineStyle: { width: 0 },
          areaStyle: { color: storage.colour, opacity: 0.4 },
        },
        { ...line, data: days.map(({ mean }) => shown(mean)), lineStyle: { width: 1.4, color: storage.colour } },
      ],
    },
  };
}

export interface DayRange {
  readonly lowest: number;
  readonly highest: number;
  readonly mean: number;
}

/** Fractions of the energy capacity, by day of 24 hours from the first hour on. */
export function dailyFractions(stateOfChargeMWh: Float64Array, energyCapacityMWh: number): DayRange[] {
  return Array.from({ length: Math.ceil(stateOfChargeMWh.length / HOURS) }, (_, day) => {
    const hours = Array.from(
      stateOfChargeMWh.subarray(day * HOURS, (day + 1) * HOURS),
      (mwh) => mwh / energyCapacityMWh,
    );
    return {
      lowest: Math.min(...hours),
      highest: Math.max(...hours),
      mean: hours.reduce((sum, value) => sum + value, 0) / hours.length,
    };
  });
}

const shown = (fraction: number): number => Number((fraction * 100).toFixed(2));
