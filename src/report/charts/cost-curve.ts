/** Cost against what is varied: solved points on a line, and the band that is proven between and around them. */

import { figure, type MoneyScale } from '../figures.ts';
import { type Html, html } from '../html.ts';
import { languageNamed } from '../language/language.ts';
import { chartHtml } from '../writers/html-picture.ts';
import { axisFigure } from './stacked-bars.ts';
import { axisLook } from './svg-chart.ts';

export interface CostCurve {
  /** What is varied. */
  readonly name: string;
  readonly money: MoneyScale;
  /** In the order of the values; ends in currency. */
  readonly points: readonly {
    readonly value: number;
    readonly lower: number;
    readonly upper: number;
    readonly isSolved: boolean;
  }[];
}

const line = '#0b5fa5';
const band = '#9ec5e8';
const SHARE_OF_RANGE = 0.05;

export function costCurve({ name, money, points }: CostCurve): Html {
  const scale = money.unit.endsWith('million') ? 1e6 : money.unit.endsWith('thousand') ? 1e3 : 1;
  const at = (value: number, cost: number) => [value, cost / scale];
  const costs = points.flatMap(({ lower, upper }) => [lower, upper]).map((cost) => cost / scale);
  const room = SHARE_OF_RANGE * (Math.max(...costs) - Math.min(...costs)) || 1;
  const ends = points.map(({ value }) => value);
  const axis = { type: 'value', scale: true, ...axisLook };
  const solved = points.filter(({ isSolved }) => isSolved);
  const english = languageNamed('en');
  const chart = {
    id: 'cost-curve',
    label: `Cost in ${money.unit} against ${name}: from ${figure(costs[0] ?? 0, 2)} at ${ends[0]} to ${figure(costs.at(-1) ?? 0, 2)} at ${ends.at(-1)}.`,
    width: 720,
    height: 320,
    option: {
      grid: { left: 8, right: 24, top: 34, bottom: 30, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: {
        ...axis,
        name,
        nameLocation: 'middle',
        nameGap: 26,
        min: Math.min(...ends),
        max: Math.max(...ends),
        axisLabel: { ...axisLook.axisLabel, formatter: axisFigure(english) },
      },
      yAxis: {
        ...axis,
        name: money.unit,
        nameTextStyle: { ...axisLook.nameTextStyle, align: 'left' },
        min: Math.min(...costs) - room,
        max: Math.max(...costs) + room,
        axisLabel: { ...axisLook.axisLabel, formatter: axisFigure(english) },
      },
      series: [
        lineOf(
          points.map(({ value, lower }) => at(value, lower)),
          band,
        ),
        lineOf(
          points.map(({ value, upper }) => at(value, upper)),
          band,
        ),
        {
          type: 'line',
          silent: true,
          symbol: 'circle',
          symbolSize: 7,
          data: solved.map(({ value, upper }) => at(value, upper)),
          lineStyle: { color: line, width: points.length === solved.length ? 2 : 0 },
          itemStyle: { color: line },
        },
      ],
    },
  };
  const legend = [
    { name: 'solved', colour: line },
    { name: 'proven: no plan below the lower line, some plan on the upper', colour: band },
  ];
  return html`<figure>${chartHtml(chart, legend, english)}</figure>`;
}

function lineOf(data: readonly (readonly number[])[], color: string) {
  return { type: 'line', silent: true, symbol: 'none', data, lineStyle: { color, width: 2 } };
}
