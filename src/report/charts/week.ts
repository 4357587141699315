/** One week hour by hour: supply by source against the load, what is charged below zero, work that waits underneath. */

import type { Scenario } from '../../scenario/scenario.ts';
import { stampOfHour } from '../../time.ts';
import { tolerance } from '../../units.ts';
import type { Week } from '../hours/hardest-week.ts';
import type { SiteHours } from '../hours/site-hours.ts';
import { type Html, html } from '../html.ts';
import { coloursOf, gridColour, loadColour } from './colours.ts';
import { type LegendEntry, legend } from './legend.ts';
import { axisFigure } from './stacked-bars.ts';
import { axisLook, drawChart } from './svg-chart.ts';

interface Layer extends LegendEntry {
  readonly stack?: 'supply' | 'use' | 'backlog';
  readonly series: Float64Array;
}

export function weekChart(scenario: Scenario, site: SiteHours, week: Week): Html {
  const { flows, arrivingMW, unshiftedLoadMW, year } = site;
  const colours = coloursOf(scenario);
  const negative = (series: Float64Array) => series.map((value) => -value);
  const power: Layer[] = [
    ...flows.renewables.map(
      ({ name }, i): Layer => ({ name, colour: colours.renewables[i]!, stack: 'supply', series: arrivingMW[i]! }),
    ),
    ...flows.storages.map(
      ({ name, dischargeMW }, s): Layer => ({
        name,
        colour: colours.storages[s]!,
        stack: 'supply',
        series: dischargeMW,
      }),
    ),
    { name: 'Grid import (unmatched)', colour: gridColour, stack: 'supply', series: flows.importMW },
    ...flows.storages.map(
      ({ name, chargeMW }, s): Layer => ({
        name,
        colour: colours.storages[s]!,
        stack: 'use',
        series: negative(chargeMW),
      }),
    ),
    { name: 'Export', colour: '#c7ccd4', stack: 'use', series: negative(flows.exportMW) },
    { name: 'Load if no work waited', colour: loadColour, line: 'dashed', series: unshiftedLoadMW },
    { name: 'Load', colour: loadColour, line: 'solid', series: flows.loadMW },
  ];
  const waiting = flows.tiers.flatMap(({ name, backlogMWh }, k): Layer[] =>
    scenario.load.tiers[k]!.deadlineHours > 0
      ? [{ name: `Waiting: ${name}`, colour: colours.tiers[k]!, stack: 'backlog', series: backlogMWh }]
      : [],
  );
  const leastMW = tolerance.seenShare * site.phase.itCapacityMW;
  const isSeen = ({ series, line }: Layer) =>
    line !== undefined || inWeek(series, week).some((value) => Math.abs(value) > leastMW);
  const seen = power.filter(isSeen);
  const stamps = Array.from({ length: week.hours + 1 }, (_, at) => stampOfHour(year, week.firstHour + at));
  const isMidnight = (at: number) => stamps[at]?.slice(11, 13) === '00';
  const hasWaiting = waiting.length > 0;
  const axis = (gridIndex: number, isLast: boolean) => ({
    gridIndex,
    type: 'category',
    data: stamps,
    boundaryGap: false,
    ...axisLook,
    axisLine: { onZero: false, ...axisLook.axisLine },
    axisTick: { interval: isMidnight },
    axisLabel: { ...axisLook.axisLabel, show: isLast, interval: isMidnight, formatter: dayOf },
  });
  const value = (gridIndex: number, name: string) => ({
    gridIndex,
    type: 'value',
    name,
    ...axisLook,
    nameTextStyle: { ...axisLook.nameTextStyle, align: 'left' },
    splitNumber: gridIndex === 0 ? 5 : 2,
    axisLabel: { ...axisLook.axisLabel, formatter: axisFigure },
  });
  const entries = [
    ...seen.filter(({ stack }) => stack !== 'use'),
    ...(seen.some(({ stack, name }) => stack === 'use' && name === 'Export')
      ? seen.filter(({ name }) => name === 'Export')
      : []),
    ...waiting,
  ];
  const chart = drawChart({
    id: `week-${site.phaseIndex}-${site.yearIndex}`,
    label: 'Supply by source, load and waiting work in the hardest week.',
    width: 960,
    height: hasWaiting ? 440 : 320,
    option: {
      grid: [
        { left: 64, right: 16, top: 28, height: 250 },
        ...(hasWaiting ? [{ left: 64, right: 16, top: 326, height: 84 }] : []),
      ],
      xAxis: [axis(0, !hasWaiting), ...(hasWaiting ? [axis(1, true)] : [])],
      yAxis: [value(0, 'MW'), ...(hasWaiting ? [value(1, 'MWh IT waiting')] : [])],
      series: [...seen.map((layer) => seriesOf(layer, week, 0)), ...waiting.map((layer) => seriesOf(layer, week, 1))],
    },
  });
  return html`${chart}${legend(entries)}`;
}

const inWeek = (series: Float64Array, { firstHour, hours }: Week) => series.subarray(firstHour, firstHour + hours);

/** A value holds for its whole hour, so lines are steps and the last hour is drawn to its end. */
function seriesOf({ series, stack, colour, line }: Layer, week: Week, grid: number) {
  const values = Array.from(inWeek(series, week), (value) => Number(value.toFixed(3)));
  return {
    type: 'line',
    xAxisIndex: grid,
    yAxisIndex: grid,
    data: [...values, values.at(-1) ?? 0],
    step: 'end',
    symbol: 'none',
    silent: true,
    color: colour,
    ...(stack === undefined ? { z: 5 } : { stack, areaStyle: { color: colour, opacity: 1 } }),
    lineStyle:
      line === undefined
        ? { width: 0.5, color: '#ffffff' }
        : { width: line === 'solid' ? 2.2 : 1.4, type: line, color: colour },
  };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2005-01-12T00:00Z` → `12 Jan`. */
export function dayOf(stamp: string): string {
  return `${Number(stamp.slice(8, 10))} ${months[Number(stamp.slice(5, 7)) - 1] ?? ''}`;
}
