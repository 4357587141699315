/** Series over hours, each holding for its whole hour: areas that are stacked already, and lines. */

import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { day } from '../words/figures.ts';

export interface Line {
  readonly name: string;
  readonly colour: string;
  readonly values: readonly number[];
  /** From zero to its values, under all that come after it. */
  readonly isArea: boolean;
}

export interface LinesChart {
  /** By hour from the first; undefined where the pointer is elsewhere. */
  point(hour: number | undefined): void;
  close(): void;
}

const HOUR_SECONDS = 3_600;
const HEIGHT = 300;
const AXIS = 64;
/** Between two marks of the axis. */
const DAYS = [1, 7, 31].map((days) => days * 24 * HOUR_SECONDS);

/**
 * @param stamps seconds since 1970, one an hour
 * @param hear is told which hour is pointed at
 */
export function drawLines(
  place: HTMLElement,
  stamps: readonly number[],
  lines: readonly Line[],
  unit: string,
  hear: (hour: number | undefined) => void,
): LinesChart {
  const look = getComputedStyle(place);
  const shown = resolved(place);
  const [text, line] = [look.getPropertyValue('--text'), look.getPropertyValue('--line')].map(shown);
  const axis = { stroke: text!, grid: { stroke: line!, width: 1 }, ticks: { stroke: line!, width: 1 } };
  const stepped = UPlot.paths.stepped!({ align: 1 });
  // A last stamp more, so that the last hour is drawn to its end.
  const ends = [...stamps, stamps.at(-1)! + HOUR_SECONDS];
  const chart = new UPlot(
    {
      width: place.clientWidth || 600,
      height: HEIGHT,
      tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
      scales: { x: { time: true } },
      axes: [
        { ...axis, incrs: DAYS, values: (_, days) => days.map((seconds) => day(seconds * 1000)) },
        { ...axis, label: unit, size: AXIS, labelSize: 20 },
      ],
      series: [
        {},
        ...lines.map(({ name, colour, isArea }) => ({
          label: name,
          stroke: shown(colour),
          ...(isArea ? { fill: shown(colour), width: 0 } : { width: 2 }),
          paths: stepped,
        })),
      ],
      hooks: { setCursor: [(own) => hear(own.cursor.idx ?? undefined)] },
    },
    [ends, ...lines.map(({ values }) => [...values, values.at(-1)!])],
    place,
  );
  const resize = new ResizeObserver(() => chart.setSize({ width: place.clientWidth, height: HEIGHT }));
  resize.observe(place);
  return {
    point(hour) {
      if (hour === undefined) return;
      chart.setCursor({ left: chart.valToPos(ends[hour]!, 'x') + 1, top: 10 }, false);
    },
    close() {
      resize.disconnect();
      chart.destroy();
    },
  };
}

/** What `light-dark()` comes to: a canvas knows no themes. */
function resolved(place: HTMLElement) {
  return (value: string): string => {
    const probe = document.createElement('span');
    probe.style.color = value;
    place.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
}
