/** Charts drawn on the server: plain SVG of presentation attributes, so that it obeys the strictest content policy. */

import { createRequire } from 'node:module';
import type { EChartsCoreOption } from 'echarts/core';
import { cleanText } from '../content/clean-text.ts';
import { escapeHtml } from '../html.ts';

let library: typeof import('echarts') | undefined;

/**
 * In one file: as modules it is six hundred, and to find them takes ten times as long as all charts of a report. Loaded with the
 * first chart, for most processes and threads that know of charts never draw one.
 */
function echarts(): typeof import('echarts') {
  library ??= createRequire(import.meta.url)('echarts/dist/echarts.min') as typeof import('echarts');
  return library;
}

export interface Chart {
  /** Unique on the page; letters, digits, hyphens. */
  readonly id: string;
  /** What the chart shows, for those who cannot see it. */
  readonly label: string;
  /** [px] */
  readonly width: number;
  readonly height: number;
  readonly option: EChartsCoreOption;
}

const ink = '#1b1f24';
const faint = '#d5d9de';

/** Text and lines of an axis, to be spread into its option. */
export const axisLook = {
  axisLine: { lineStyle: { color: '#6b7280' } },
  axisLabel: { color: ink, fontSize: 12 },
  nameTextStyle: { color: ink, fontSize: 12 },
  splitLine: { lineStyle: { color: faint } },
};

/** As SVG without style sheet, which is markup of its own. */
export function chartSvg({ id, label, width, height, option }: Chart): string {
  const chart = echarts().init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: 'sans-serif' }, ...option });
    return asPage(chart.renderToSVGString(), id, label);
  } finally {
    chart.dispose();
  }
}

/**
 * Without the style sheet and the marks for scripts; styles as attributes; ids that do not depend on what was drawn
 * before, so that the same data give the same text. Names inside are escaped, so no pattern here can occur in one.
 */
function asPage(svg: string, id: string, label: string): string {
  return cleanText(svg)
    .replace(/<style[\s\S]*?<\/style>\s*/g, '')
    .replace(/ (?:class|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => attributesOf(style))
    .replace(/ d="([MLZ\d\s.-]*)"/g, (_, path: string) => ` d="${stepsOf(path)}"`)
    .replace(/<path [^>]*stroke-width="0"[^>]*>(?:<\/path>)?/g, '')
    .replace(/ (?:baseProfile|version|xmlns:xlink|xml:space|pointer-events)="[^"]*"/g, '')
    .replace(/\bzr\d+-/g, `${id}-`)
    .replace('<svg ', () => `<svg role="img" aria-label="${escapeHtml(label)}" `)
    .replace(/<defs >\s*<\/defs>\s*/g, '');
}

/** Lines to the side or up and down say one number, not two, and one after the other are one: steps of hours are half as long. */
function stepsOf(path: string): string {
  let [atX, atY] = ['', ''];
  const steps = path.replace(/([ML])(-?[\d.]+) (-?[\d.]+)/g, (_, letter: string, x: string, y: string) => {
    const step = letter === 'M' ? `M${x} ${y}` : x === atX ? `V${y}` : y === atY ? `H${x}` : `L${x} ${y}`;
    [atX, atY] = [x, y];
    return step;
  });
  return steps.replace(/(?:H-?[\d.]+)+(H-?[\d.]+)/g, '$1').replace(/(?:V-?[\d.]+)+(V-?[\d.]+)/g, '$1');
}

function attributesOf(style: string): string {
  return style
    .split(';')
    .filter((part) => part.includes(':'))
    .map((part) => ` ${part.slice(0, part.indexOf(':')).trim()}="${part.slice(part.indexOf(':') + 1).trim()}"`)
    .join('');
}
