/** One week hour by hour: supply by source against the load, what is charged below zero, work that waits underneath. */

import type { Scenario } from '../../scenario/scenario.ts';
import { stampOfHour } from '../../time.ts';
import { tolerance } from '../../units.ts';
import type { Picture } from '../content/content.ts';
import { type Said, say } from '../content/words.ts';
import type { Week } from '../hours/hardest-week.ts';
import type { SiteHours } from '../hours/site-hours.ts';
import { type Language, monthNames } from '../language/language.ts';
import { coloursOf, gridColour, loadColour } from './colours.ts';
import type { LegendEntry } from './legend.ts';
import { axisFigure } from './stacked-bars.ts';
import { axisLook, type Chart } from './svg-chart.ts';

interface Layer extends LegendEntry {
  readonly stack?: 'supply' | 'use' | 'backlog';
  readonly series: Float64Array;
}

type DrawnPicture = Picture & { readonly draw: (language: Language) => Chart };

export function weekChart(scenario: Scenario, site: SiteHours, week: Week): DrawnPicture {
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
    { name: say('Grid import (unmatched)'), colour: gridColour, stack: 'supply', series: flows.importMW },
    ...flows.storages.map(
      ({ name, chargeMW }, s): Layer => ({
        name,
        colour: colours.storages[s]!,
        stack: 'use',
        series: negative(chargeMW),
      }),
    ),
    { name: EXPORT, colour: '#c7ccd4', stack: 'use', series: negative(flows.exportMW) },
    { name: say('Load if no work waited'), colour: loadColour, line: 'dashed', series: unshiftedLoadMW },
    { name: say('Load'), colour: loadColour, line: 'solid', series: flows.loadMW },
  ];
  const waiting = flows.tiers.flatMap(({ name, backlogMWh }, k): Layer[] =>
    (scenario.load.tiers[k]?.deadlineHours ?? 0) > 0
      ? [{ name: say('Waiting: {name}', { name }), colour: colours.tiers[k]!, stack: 'backlog', series: backlogMWh }]
      : [],
  );
  const leastMW = tolerance.seenShare * site.phase.itCapacityMW;
  const isSeen = ({ series, line }: Layer) =>
    line !== undefined || inWeek(series, week).some((value) => Math.abs(value) > leastMW);
  const seen = power.filter(isSeen);
  const stamps = Array.from({ length: week.hours + 1 }, (_, at) => stampOfHour(year, week.firstHour + at));
  const isMidnight = (at: number) => stamps[at]?.slice(11, 13) === '00';
  const hasWaiting = waiting.length > 0;
  const axis = (gridIndex: number, isLast: boolean, language: Language) => ({
    gridIndex,
    type: 'category',
    data: stamps,
    boundaryGap: false,
    ...axisLook,
    axisLine: { onZero: false, ...axisLook.axisLine },
    axisTick: { interval: isMidnight },
    axisLabel: {
      ...axisLook.axisLabel,
      show: isLast,
      interval: isMidnight,
      formatter: (stamp: string) => dayOf(stamp, language),
    },
  });
  const value = (gridIndex: number, name: Said, language: Language) => ({
    gridIndex,
    type: 'value',
    name: language.text(name),
    ...axisLook,
    nameTextStyle: { ...axisLook.nameTextStyle, align: 'left' },
    splitNumber: gridIndex === 0 ? 5 : 2,
    axisLabel: { ...axisLook.axisLabel, formatter: axisFigure(language) },
  });
  const entries = [
    ...seen.filter(({ stack }) => stack !== 'use'),
    ...(seen.some(({ stack, name }) => stack === 'use' && name === EXPORT)
      ? seen.filter(({ name }) => name === EXPORT)
      : []),
    ...waiting,
  ];
  const draw = (language: Language): Chart => ({
    id: `week-${site.phaseIndex}-${site.yearIndex}`,
    label: language.text(say('Supply by source, load and waiting work in the hardest week.')),
    width: 960,
    height: hasWaiting ? 440 : 320,
    option: {
      grid: [
        { left: 64, right: 16, top: 28, height: 250 },
        ...(hasWaiting ? [{ left: 64, right: 16, top: 326, height: 84 }] : []),
      ],
      xAxis: [axis(0, !hasWaiting, language), ...(hasWaiting ? [axis(1, true, language)] : [])],
      yAxis: [value(0, 'MW', language), ...(hasWaiting ? [value(1, say('MWh IT waiting'), language)] : [])],
      series: [...seen.map((layer) => seriesOf(layer, week, 0)), ...waiting.map((layer) => seriesOf(layer, week, 1))],
    },
  });
  return { legend: entries, draw };
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

const EXPORT = say('Export');

/** `2005-01-12T00:00Z` → `12 Jan`. */
export function dayOf(stamp: string, { code }: Language): string {
  const name = monthNames(code)[Number(stamp.slice(5, 7)) - 1] ?? '';
  return `${Number(stamp.slice(8, 10))} ${name}`;
}
