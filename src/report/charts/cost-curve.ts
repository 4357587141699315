/** Cost against what is varied: solved points on a line, and the band that is proven between and around them. */

import type { Picture } from '../content/content.ts';
import { given, type MoneyScale, number, say } from '../content/words.ts';
import type { Language } from '../language/language.ts';
import { axisFigure } from './stacked-bars.ts';
import { axisLook, type Chart } from './svg-chart.ts';

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

export function costCurve(curve: CostCurve): Picture & { readonly draw: (language: Language) => Chart } {
  const isBanded = curve.points.some(({ isSolved }) => !isSolved);
  return {
    legend: [
      { name: say('solved'), colour: line },
      ...(isBanded
        ? [{ name: say('proven: no plan below the lower line, some plan on the upper'), colour: band }]
        : []),
    ],
    draw: (language) => drawn(curve, language),
  };
}

function drawn({ name, money, points }: CostCurve, language: Language): Chart {
  const { text } = language;
  const at = (value: number, cost: number) => [value, money.of(cost).value];
  const costs = points.flatMap(({ lower, upper }) => [lower, upper]).map((cost) => money.of(cost).value);
  const ends = points.map(({ value }) => value);
  const axis = { type: 'value', scale: true, ...axisLook };
  const look = { ...axis, axisLabel: { ...axisLook.axisLabel, formatter: axisFigure(language) } };
  const solved = points.filter(({ isSolved }) => isSolved);
  return {
    id: 'cost-curve',
    label: text(
      say('Cost in {unit} against {name}: from {first} at {from} to {last} at {to}.', {
        unit: money.unit,
        name,
        first: number(costs[0] ?? 0, 2),
        from: given(ends[0] ?? 0),
        last: number(costs.at(-1) ?? 0, 2),
        to: given(ends.at(-1) ?? 0),
      }),
    ),
    width: 480,
    height: 260,
    option: {
      grid: { left: 8, right: 24, top: 34, bottom: 30, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: {
        ...look,
        name,
        nameLocation: 'middle',
        nameGap: 26,
        min: Math.min(...ends),
        max: Math.max(...ends),
      },
      yAxis: {
        ...look,
        name: text(money.unit),
        nameTextStyle: { ...axisLook.nameTextStyle, align: 'left' },
        boundaryGap: ['5%', '5%'],
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
}

function lineOf(data: readonly (readonly number[])[], color: string) {
  return { type: 'line', silent: true, symbol: 'none', data, lineStyle: { color, width: 2 } };
}
