/** Energy that stays unmatched, month by month: bars beside each other, one of each way to run the year. */

import type { Picture } from '../content/content.ts';
import { type Said, say } from '../content/words.ts';
import { type Language, monthNames } from '../language/language.ts';
import { axisFigure } from './stacked-bars.ts';
import { axisLook, type Chart } from './svg-chart.ts';

export interface UnmatchedByMonth {
  /** From the one that knows most to the one that knows least; [MWh] of each month told. */
  readonly ways: readonly { readonly name: Said; readonly unmatchedMWh: readonly number[] }[];
  /** 1 … 12. */
  readonly months: readonly number[];
}

/** Darker the less is known. */
const colours = ['#bcdcf2', '#56a0d3', '#0b3a66'];

export function unmatchedByMonth({ ways, months }: UnmatchedByMonth): Picture & {
  readonly draw: (language: Language) => Chart;
} {
  return {
    legend: ways.map(({ name }, at) => ({ name, colour: colours[at]! })),
    draw: (language) => ({
      id: 'unmatched-by-month',
      label: language.text(say('Unmatched energy of each month in MWh; the numbers are in the table.')),
      width: 480,
      height: 240,
      option: {
        grid: { left: 8, right: 8, top: 30, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
        xAxis: {
          type: 'category',
          data: months.map((month) => monthNames(language.code)[month - 1]),
          ...axisLook,
          axisTick: { show: false },
          axisLabel: { ...axisLook.axisLabel, interval: 0 },
        },
        yAxis: {
          type: 'value',
          name: 'MWh',
          ...axisLook,
          nameTextStyle: { ...axisLook.nameTextStyle, align: 'left' },
          splitNumber: 4,
          axisLabel: { ...axisLook.axisLabel, formatter: axisFigure(language) },
        },
        series: ways.map(({ unmatchedMWh }, at) => ({
          type: 'bar',
          silent: true,
          barMaxWidth: 20,
          barGap: '0%',
          data: unmatchedMWh,
          itemStyle: { color: colours[at] },
        })),
      },
    }),
  };
}
