/** Average days side by side, a month each: supply by kind of source against the load. */

import type { Picture } from '../content/content.ts';
import { say } from '../content/words.ts';
import { familyNames } from '../family.ts';
import type { AverageDays } from '../hours/average-days.ts';
import { type Language, monthNames } from '../language/language.ts';
import { familyColour, gridColour, loadColour } from './colours.ts';
import { axisFigure } from './stacked-bars.ts';
import { axisLook, type Chart } from './svg-chart.ts';

const DAY = 24;

export function averageDaysChart(
  { supply, loadMW }: AverageDays,
  { id, phase }: { readonly id: string; readonly phase: string },
): Picture & { readonly draw: (language: Language) => Chart } {
  const layers = [...supply]
    .filter(([, series]) => series.some((mw) => mw > 0))
    .map(([source, series]) => ({
      name: source === 'import' ? say('Grid import (unmatched)') : say(familyNames[source]),
      colour: source === 'import' ? gridColour : familyColour(source),
      series,
    }));
  const draw = (language: Language): Chart => ({
    id,
    label: language.text(
      say('Supply by kind of source and load on the average day of each month, {phase}.', { phase }),
    ),
    width: 960,
    height: 250,
    option: {
      grid: { left: 64, right: 16, top: 28, bottom: 26 },
      xAxis: {
        type: 'category',
        data: Array.from(loadMW, (_, at) => at),
        boundaryGap: false,
        ...axisLook,
        axisTick: { interval: (at: number) => at % DAY === 0 },
        axisLabel: {
          ...axisLook.axisLabel,
          interval: (at: number) => at % DAY === DAY / 2,
          formatter: (at: string) => monthNames(language.code)[Math.floor(Number(at) / DAY)] ?? '',
        },
      },
      yAxis: {
        type: 'value',
        name: 'MW',
        ...axisLook,
        nameTextStyle: { ...axisLook.nameTextStyle, align: 'left' },
        axisLabel: { ...axisLook.axisLabel, formatter: axisFigure(language) },
      },
      series: [
        ...layers.map(({ colour, series }) => ({
          ...lineOf(series, colour),
          stack: 'supply',
          areaStyle: { color: colour, opacity: 1 },
          lineStyle: { width: 0 },
        })),
        { ...lineOf(loadMW, loadColour), z: 5, lineStyle: { width: 1.8, color: loadColour } },
      ],
    },
  });
  return { legend: [...layers, { name: say('Load'), colour: loadColour, line: 'solid' }], draw };
}

function lineOf(series: Float64Array, color: string) {
  const data = Array.from(series, (mw) => Number(mw.toPrecision(4)));
  return { type: 'line', step: 'end', symbol: 'none', silent: true, color, data };
}
