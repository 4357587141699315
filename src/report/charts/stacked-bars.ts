import { shortened } from '../content/shortened.ts';
import type { Said } from '../content/words.ts';
import { number, short } from '../content/words.ts';
import type { Language } from '../language/language.ts';
import { axisLook, type Chart } from './svg-chart.ts';

export interface StackedBars {
  readonly id: string;
  readonly label: Said;
  readonly unit: Said;
  readonly categories: readonly string[];
  /** From the bottom up; negative values are stacked below zero. */
  readonly stacks: readonly { readonly colour: string; readonly values: readonly number[] }[];
}

/** Of the name of a category; all of it stands in the table. */
const MOST_LETTERS = 32;

/** One bar a category. */
export function stackedBars({ id, label, unit, categories, stacks }: StackedBars, language: Language): Chart {
  return {
    id,
    label: language.text(label),
    width: 350,
    height: 260,
    option: {
      grid: { left: 8, right: 8, top: 30, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
      xAxis: {
        type: 'category',
        data: categories.map((name) => shortened(name, MOST_LETTERS)),
        ...axisLook,
        axisTick: { show: false },
        axisLabel: { ...axisLook.axisLabel, interval: 0, width: 290 / categories.length, overflow: 'break' },
      },
      yAxis: {
        type: 'value',
        name: language.text(unit),
        ...axisLook,
        nameTextStyle: { ...axisLook.nameTextStyle, align: 'left' },
        splitNumber: 4,
        axisLabel: { ...axisLook.axisLabel, formatter: axisFigure(language) },
      },
      series: [
        ...stacks.map(({ colour, values }) => ({
          type: 'bar',
          stack: 'all',
          silent: true,
          barMaxWidth: 56,
          barCategoryGap: '35%',
          data: values,
          itemStyle: { color: colour, borderColor: '#ffffff', borderWidth: 0.5 },
        })),
        totals(stacks, categories, language),
      ],
    },
  };
}

/** Above each bar what all of it comes to: a stack more, of nothing. */
function totals(stacks: StackedBars['stacks'], categories: readonly string[], { text }: Language) {
  const sums = categories.map((_, at) => stacks.reduce((sum, { values }) => sum + values[at]!, 0));
  return {
    type: 'bar',
    stack: 'all',
    silent: true,
    data: sums.map(() => 0),
    itemStyle: { color: 'transparent' },
    label: {
      show: true,
      position: 'top',
      color: axisLook.axisLabel.color,
      fontSize: 11,
      formatter: ({ dataIndex }: { readonly dataIndex: number }) => text(short(sums[dataIndex]!)),
    },
  };
}

/** Round ticks need no decimals they do not have. */
export const axisFigure =
  ({ text }: Language) =>
  (value: number): string => {
    const decimals = String(Number(value.toPrecision(6))).split('.')[1]?.length ?? 0;
    return text(number(value, Math.min(decimals, 3)));
  };
