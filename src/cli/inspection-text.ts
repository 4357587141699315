/** What a profile file holds, for people, in a terminal of any width. */

import type { InspectedColumn, Inspection } from '../index.ts';
import { harmless } from './harmless.ts';
import { sparkline } from './sparkline.ts';
import type { Terminal } from './terminal.ts';
import { wrap } from './wrap.ts';

/** More columns than these come in one line each. */
const MOST_SHAPES = 8;
/** What plants are not read from, or what has no mean: one line each unless asked for. */
const withoutShape: readonly InspectedColumn['quantity'][] = ['other', 'windDirection', 'pressure', 'capacity'];
const FIRST_WIDTH = 7;
const MONTHS_PER_LINE = 12;

export interface InspectionLayout {
  readonly file: string;
  /** Every column with its shapes. */
  readonly isWhole: boolean;
}

export function inspectionText(inspection: Inspection, layout: InspectionLayout, terminal: Terminal): string {
  const { format, columns, warnings, questions } = inspection;
  const width = terminal.printWidth;
  const facts = factsOf(inspection).map(([name, text]) => hanging(name, text, width));
  const telling = columns.filter(({ quantity }) => format === 'native' || !withoutShape.includes(quantity));
  const withShapes = new Set(layout.isWhole ? columns : telling.slice(0, MOST_SHAPES));
  const blocks = columns.map((column) => columnText(column, withShapes.has(column), terminal));
  const hidden = columns.length - withShapes.size;
  return [
    `${terminal.styled(harmless(layout.file), 'bold')}: ${format}`,
    ...facts,
    '',
    ...spaced(blocks),
    ...(hidden > 0 ? [wrap('--all shows months, weeks and days of every column.', width), ''] : []),
    ...section(
      'Warnings',
      warnings.map(({ message, line }) => (line ? `line ${line}: ${message}` : message)),
      terminal,
      'yellow',
    ),
    ...section(
      'Questions',
      questions.map(({ question, options }) => `${question} ${options.join(' | ')}`),
      terminal,
      'cyan',
    ),
  ]
    .join('\n')
    .trimEnd();
}

/** One line each stand together; blocks stand apart. */
function spaced(blocks: readonly string[]): string[] {
  const isBlock = (text: string | undefined) => text?.includes('\n  range') ?? true;
  return blocks.flatMap((block, at) => {
    if (isBlock(block)) return [block];
    return isBlock(blocks[at + 1]) ? [block, ''] : [block];
  });
}

function factsOf(inspection: Inspection): [string, string][] {
  const { why, zone, label, sampleMinutes, stepMinutes, rows, firstHour, lastHour, typicalYear, site, plane } =
    inspection;
  const labelText = {
    start: 'name the start of their interval',
    middle: 'name the middle of their interval',
    end: 'name the end of their interval',
    sample: `name the hour of a sample taken ${number(sampleMinutes ?? 0)} minutes into it`,
    unstated: 'the file does not say what they name',
  }[label];
  const facts: [string, string][] = [['why', why]];
  if (rows === 0) return facts;
  return [
    ...facts,
    ['zone', zone === 'unstated' ? 'the file does not say' : zone],
    ['stamps', labelText],
    [
      'rows',
      `${count(rows)}, one every ${stepMinutes === 1 ? 'minute' : `${number(stepMinutes)} minutes`}${stepMinutes < 60 ? '; averaged to hours, energy added up' : ''}`,
    ],
    [
      'hours',
      firstHour === undefined ? 'none' : `${firstHour} … ${lastHour}${typicalYear ? ', of a typical year' : ''}`,
    ],
    ...(site === undefined ? [] : [siteFact(site)]),
    ...(plane === undefined
      ? []
      : [
          ['plane', `${number(plane.tiltDeg)}° from the horizontal, facing ${number(plane.azimuthDeg)}°`] as [
            string,
            string,
          ],
        ]),
  ];
}

function siteFact({ latitudeDeg, longitudeDeg, elevationM }: NonNullable<Inspection['site']>): [string, string] {
  const angle = (degrees: number, [positive, negative]: readonly [string, string]) =>
    `${Math.abs(degrees).toFixed(2)}° ${degrees < 0 ? negative : positive}`;
  const height = elevationM === undefined ? '' : `, ${number(elevationM)} m above the sea`;
  return ['site', `${angle(latitudeDeg, ['N', 'S'])} ${angle(longitudeDeg, ['E', 'W'])}${height}`];
}

const quantities: Readonly<Record<InspectedColumn['quantity'], string>> = {
  capacityFactor: 'capacity factor',
  power: 'power',
  energy: 'energy',
  irradiance: 'irradiance',
  windSpeed: 'wind speed',
  windDirection: 'wind direction',
  temperature: 'temperature',
  pressure: 'pressure',
  price: 'price',
  capacity: 'capacity',
  other: 'other',
};
const irradiances: Readonly<Record<string, string>> = {
  plane: 'on the plane',
  global: 'global horizontal',
  beamNormal: 'direct normal',
  diffuse: 'diffuse horizontal',
  beamPlane: 'direct on the plane',
  diffusePlane: 'diffuse on the plane',
  reflectedPlane: 'reflected on the plane',
};

function columnText(column: InspectedColumn, hasShapes: boolean, terminal: Terminal): string {
  const { name, quantity, unit, irradiance, heightM, capacityKW, label, min, mean, max } = column;
  const width = terminal.printWidth;
  const what = [
    quantities[quantity],
    irradiance === undefined ? '' : (irradiances[irradiance] ?? ''),
    unit === null ? 'unit not stated' : unit === '1' ? '' : unit,
    heightM === undefined ? '' : `at ${number(heightM)} m`,
    capacityKW === undefined ? '' : `for a nameplate of ${number(capacityKW)} kW`,
    label === undefined ? '' : 'of the time before each stamp',
  ].filter(Boolean);
  const range =
    min === null || max === null || mean === null
      ? ''
      : `${number(min)} … ${number(max)}, mean ${number(mean)}${shareText(column)}`;
  const there = [
    count(column.hours),
    ...(column.missingHours > 0 ? [`${count(column.missingHours)} missing`] : []),
    ...(column.duplicateHours > 0 ? [`${count(column.duplicateHours)} more than once`] : []),
  ].join(', ');
  const head = `${harmless(name)}: ${harmless(what.join(', '))}`;
  const title = (text: string) => text.replace(harmless(name), (found) => terminal.styled(found, 'cyan'));
  if (!hasShapes) {
    const figures = [head, range === '' ? 'no values' : range, `hours ${there}`].join('; ');
    return title(wrap(figures, width - 2).replaceAll('\n', '\n  '));
  }
  return [
    title(wrap(head, width)),
    hanging('range', range === '' ? 'no values' : range, width),
    hanging('hours', there, width),
    ...shapesOf(column, width),
    '',
  ].join('\n');
}

const kilowatts: Readonly<Record<string, number>> = { W: 1e-3, kW: 1, MW: 1e3, GW: 1e6 };

/** Mean power as a share of the nameplate, where the file states both. */
function shareText({ quantity, unit, capacityKW, mean }: InspectedColumn): string {
  const size = kilowatts[unit ?? ''];
  if (quantity !== 'power' || size === undefined || capacityKW === undefined || mean === null) return '';
  return `: capacity factor ${number((mean * size) / capacityKW)}`;
}

function shapesOf({ weeklyMeans, hourOfDayMeans, monthlyMeans }: InspectedColumn, width: number): string[] {
  if (monthlyMeans.every((value) => value === null)) return [];
  const months = monthlyMeans.map((value) => (value === null ? '–' : short(value)));
  const widest = Math.max(...months.map((text) => text.length));
  const perLine =
    widest * MONTHS_PER_LINE + MONTHS_PER_LINE - 1 + FIRST_WIDTH + 2 > width ? MONTHS_PER_LINE / 2 : MONTHS_PER_LINE;
  const lines: string[] = [];
  for (let from = 0; from < months.length; from += perLine) {
    const cells = months.slice(from, from + perLine).map((text) => text.padStart(widest));
    lines.push(`  ${(from === 0 ? 'months' : '').padEnd(FIRST_WIDTH)}${cells.join(' ')}`);
  }
  return [
    ...lines,
    ...(weeklyMeans.filter((value) => value !== null).length > 1
      ? [`  ${'weeks'.padEnd(FIRST_WIDTH)}${sparkline(weeklyMeans)}`]
      : []),
    `  ${'day'.padEnd(FIRST_WIDTH)}${sparkline(hourOfDayMeans)}`,
  ].map((line) => line.trimEnd());
}

function section(title: string, lines: readonly string[], terminal: Terminal, emphasis: 'yellow' | 'cyan'): string[] {
  if (lines.length === 0) return [];
  const texts = lines.map((line) => `- ${wrap(harmless(line), terminal.printWidth - 2).replaceAll('\n', '\n  ')}`);
  return [terminal.styled(title, emphasis), ...texts, ''];
}

/** A name and its text; what does not fit goes on below the text. */
function hanging(name: string, text: string, width: number): string {
  const lines = wrap(harmless(text), width - FIRST_WIDTH - 2).split('\n');
  return lines.map((line, at) => `  ${(at === 0 ? name : '').padEnd(FIRST_WIDTH)}${line}`.trimEnd()).join('\n');
}

function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** Five digits, more only before the point: 1.0004 is not 1. */
function number(value: number): string {
  const rounded = Math.abs(value) >= 10_000 ? Math.round(value) : Number(value.toPrecision(5));
  if (rounded !== 0 && Math.abs(rounded) < 1e-4) return rounded.toExponential();
  return rounded.toLocaleString('en-US', { maximumFractionDigits: 8 }).replace('-', '−');
}

/** Three digits, so that twelve months stand in a line. */
function short(value: number): string {
  const rounded = Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
  return Math.abs(rounded) < 1e-3
    ? rounded === 0
      ? '0'
      : rounded.toExponential(0)
    : String(rounded).replace('-', '−');
}
