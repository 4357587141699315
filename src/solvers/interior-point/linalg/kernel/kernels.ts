/** The code of a template, compiled, and where the arrays of its blocks stand in their memory. */

import { leadingColumns, type Template, type TemplateNumbers } from '../template.ts';
import { type ArrayPlace, basesOf } from './addresses.ts';
import { directionBackward, directionForward, directionKinds } from './directions.ts';
import { moduleOf } from './emit.ts';
import { evaluationOfHour, stepOfHour, weightOfHour } from './evaluation.ts';
import { hourFactors, type OwnParameter, ownParameters, parameterAt } from './factor.ts';
import type { HourGraph } from './graph.ts';
import { hourOrder } from './hour-order.ts';
import { restingBackward, restingForward, restingKinds } from './resting-directions.ts';
import { backwardSolve, forwardSolve } from './solves.ts';
import { type CompiledModule, Memory, Module, type SharedMemory } from './web-assembly.ts';

/** Lanes of a vector. */
const LANES = 2;
const PAGE_BYTES = 65_536;

/** In bytes from where it begins. */
interface Region {
  readonly offset: number;
  /** In numbers. */
  readonly length: number;
}

export interface Kernels {
  readonly template: Template;
  readonly segments: number;
  readonly segmentHours: number;
  readonly module: CompiledModule;
  readonly bases: readonly string[];
  readonly pages: number;
  /** In the memory of a block. */
  readonly regions: ReadonlyMap<string, Region>;
  /** In each of its points and directions. */
  readonly within: ReadonlyMap<string, Region>;
  /** Of each carry among all. */
  readonly slots: ReadonlyMap<string, number>;
}

/**
 * How many segments the year is cut into, whatever the number of threads: sums over them are always the same.
 *
 * @returns undefined where hours are too few or odd
 */
function segmentsOf(hours: number): number | undefined {
  return [4, 2].find((segments) => hours % segments === 0 && hours / segments >= 2);
}

export function kernelsOf(template: Template): Kernels | undefined {
  const segments = segmentsOf(template.hours);
  if (segments === undefined) return undefined;
  const { first, other } = hourFactors(template, hourOrder(template));
  const graphs = new Map<string, HourGraph>([
    ['factorFirst', first.graph],
    ['factor', other.graph],
    ['forwardFirst', forwardSolve(template, first, true)],
    ['forward', forwardSolve(template, other, false)],
    ['backwardFirst', backwardSolve(template, first, true)],
    ['backward', backwardSolve(template, other, false)],
    ['evaluateFirst', evaluationOfHour(template, true)],
    ['evaluate', evaluationOfHour(template, false)],
    ['step', stepOfHour(template)],
    ['weigh', weightOfHour(template)],
    ...directionKinds.flatMap((kind): [string, HourGraph][] => [
      [`forward ${kind}First`, directionForward(template, first, kind, true)],
      [`forward ${kind}`, directionForward(template, other, kind, false)],
      [`backward ${kind}First`, directionBackward(template, first, kind, true)],
      [`backward ${kind}`, directionBackward(template, other, kind, false)],
    ]),
    ...restingKinds.flatMap((kind): [string, HourGraph][] => [
      [`forward ${kind}First`, restingForward(template, first, kind, true)],
      [`forward ${kind}`, restingForward(template, other, kind, false)],
      [`backward ${kind}First`, restingBackward(template, first, kind, true)],
      [`backward ${kind}`, restingBackward(template, other, kind, false)],
    ]),
  ]);
  const names = [...new Set([...graphs.values()].flatMap((graph) => graph.carryNames()))];
  const slots = new Map(names.map((name, slot) => [name, slot]));
  const counts = {
    lower: Math.max(first.lower.length, other.lower.length),
    spread: Math.max(first.spread.length, other.spread.length),
  };
  const { regions, within, places, bytes } = layoutOf(template, segments, counts, names.length);
  const pages = Math.ceil(bytes / PAGE_BYTES);
  const functions = [...graphs].map(([name, graph]) => ({ name, graph, isBackward: name.startsWith('backward') }));
  const bases = basesOf(places);
  const code = moduleOf(functions, {
    ...{ places, bases, pages },
    parametersOffset: regions.get('parameters')!.offset,
    carryAt: (name) => 16 * slots.get(name)!,
  });
  return {
    template,
    segments,
    segmentHours: template.hours / segments,
    module: new Module(code),
    bases,
    pages,
    regions,
    within,
    slots,
  };
}

function layoutOf(
  template: Template,
  segments: number,
  counts: { readonly lower: number; readonly spread: number },
  carryCount: number,
) {
  const { hours, rows, kinds, carried, links, acrossCount, parameterCount, hourlyCount } = template;
  const bounded = kinds.filter(({ upper }) => upper).length;
  const apart = (perHour: number) => ({ perHour, isPaired: false });
  const ofRows = apart(rows);
  const paired = (perHour: number) => ({ perHour, isPaired: true });
  /** Bounded columns hour by hour, then the others hour by hour. */
  const ofColumns = (offset: number, base?: string): ArrayPlace => {
    const common = { isPaired: false, ...(base !== undefined && { base }) };
    const open = { ...common, offset: offset + 8 * bounded * hours, perHour: kinds.length - bounded };
    return { ...common, offset, perHour: bounded, further: { from: bounded, place: open } };
  };
  const places = new Map<string, ArrayPlace>();
  const put = (regions: Map<string, Region>, from: number, name: string, length: number) => {
    regions.set(name, { offset: from, length });
    return from + 64 * Math.ceil(length / 8);
  };
  /** Of points and directions. */
  const within = new Map<string, Region>();
  // Of the factor at one point, in place of the other one, from which it was reached.
  places.set('spread', { ...paired(counts.spread), offset: 0, base: 'spread' });
  places.set('h', { ...ofRows, offset: 0, base: 'h' });
  let pointBytes = 0;
  for (const [name, kindCount] of [
    ['x', kinds.length],
    ['lowerDual', kinds.length],
    ['upperDual', bounded],
  ] as const) {
    places.set(name, ofColumns(pointBytes, 'point'));
    places.set(`into ${name}`, ofColumns(pointBytes, 'into'));
    pointBytes = put(within, pointBytes, name, kindCount * hours);
  }
  places.set('y', { ...ofRows, offset: pointBytes, base: 'point' });
  // Behind the last hour the first one stands once more, where a column of the last looks for it: see `closeCircle`.
  pointBytes = put(within, pointBytes, 'y', hours * rows + Math.max(rows, acrossCount));
  // X is longer than a point: what is needed for one point alone stands behind it.
  places.set('residual', { ...ofRows, offset: pointBytes, base: 'point' });
  pointBytes = put(within, pointBytes, 'residual', rows * hours + acrossCount);
  places.set('steepest', { ...apart(4), offset: pointBytes, base: 'point' });
  pointBytes = put(within, pointBytes, 'steepest', 4 * hours);
  for (const base of ['direction', 'first', 'second', 'third']) places.set(`${base} x`, ofColumns(0, base));
  places.set('dy', { ...ofRows, offset: 0, base: 'dy' });
  const dyOffset = put(within, 0, 'dx', kinds.length * hours);
  const directionBytes = put(within, dyOffset, 'dy', rows * hours + acrossCount);
  const regions = new Map<string, Region>();
  const edges = segments * carried.length;
  let bytes = 0;
  const area = (name: string, length: number, place?: Omit<ArrayPlace, 'offset'>) => {
    if (place) places.set(name, { ...place, offset: bytes });
    bytes = put(regions, bytes, name, length);
  };
  area('parameters', parameterCount + ownParameters.length);
  area('carries', segments * carryCount);
  if (acrossCount > 0) places.set('y', { ...ofRows, offset: bytes });
  area('circle', acrossCount > 0 ? (hours + 1) * rows : 0);
  area('border factor', edges * edges);
  area('border links', edges * leadingColumns(template));
  area('border rhs', edges);
  area('across factor', acrossCount ** 2);
  area('across links', acrossCount * links.length);
  area('across rhs', acrossCount);
  area('reduced across links', acrossCount * links.length);
  for (const at of [0, 1]) area(`point ${at}`, Math.max(pointBytes / 8, counts.spread * hours));
  for (const at of [0, 1]) area(`direction ${at}`, directionBytes / 8);
  places.set('θ', ofColumns(bytes));
  area('θ', kinds.length * hours);
  area('hourly', hourlyCount * hours, paired(hourlyCount));
  area('lower', counts.lower * hours, paired(counts.lower));
  area('inverse', rows * hours, paired(rows));
  return { regions, within, places, bytes };
}

/** What a block has for itself. */
export interface RepeatingEquations {
  readonly kernels: Kernels;
  readonly memory: SharedMemory;
}

/** @returns undefined where there is no room: a system may grant few memories */
export function repeatingEquations(kernels: Kernels, numbers: TemplateNumbers): RepeatingEquations | undefined {
  const { pages, template, segmentHours } = kernels;
  let memory: SharedMemory;
  try {
    memory = new Memory({ shared: true, initial: pages, maximum: pages });
  } catch {
    return undefined;
  }
  const equations = { kernels, memory };
  regionOf(equations, 'parameters').set(numbers.parameters);
  regionOf(equations, 'across links').set(numbers.acrossLinks);
  regionOf(equations, 'across rhs').set(numbers.acrossRhs);
  const hourly = regionOf(equations, 'hourly');
  const { hourlyCount } = template;
  numbers.hourly.forEach((values, at) => {
    for (let h = 0; h < values.length; h++) hourly[pairedAt(segmentHours, hourlyCount, h, at)] = values[h]!;
  });
  return equations;
}

/** Where element `at` of hour h stands in an array whose lanes are side by side. */
export function pairedAt(segmentHours: number, perHour: number, h: number, at: number): number {
  const segment = Math.floor(h / segmentHours);
  const [pair, lane] = [Math.floor(segment / LANES), segment % LANES];
  return ((pair * segmentHours + (h % segmentHours)) * perHour + at) * LANES + lane;
}

export function regionOf({ kernels, memory }: RepeatingEquations, name: string, part?: string): Float64Array {
  const { offset, length } = placeOf(kernels, name, part);
  return new Float64Array(memory.buffer, offset, length);
}

/** @param part of a point or a direction */
export function placeOf({ regions, within }: Kernels, name: string, part?: string): Region {
  const region = regions.get(name)!;
  if (part === undefined) return region;
  const { offset, length } = within.get(part)!;
  return { offset: region.offset + offset, length };
}

/** What code finds in place of its named parameters, until it is set again. */
export function setParameters(
  equations: RepeatingEquations,
  values: Readonly<Partial<Record<OwnParameter, number>>>,
): void {
  const parameters = regionOf(equations, 'parameters');
  for (const name of ownParameters) {
    const value = values[name];
    if (value !== undefined) parameters[parameterAt(equations.kernels.template, name)] = value;
  }
}

/** Lets code find the first hour of a point behind its last one; where rows across the hours stand there, in a copy. */
export function closeCircle(equations: RepeatingEquations, point: string): void {
  const { hours, rows, acrossCount } = equations.kernels.template;
  const y = regionOf(equations, point, 'y');
  const circle = acrossCount > 0 ? regionOf(equations, 'circle') : y;
  if (acrossCount > 0) circle.set(y.subarray(0, hours * rows));
  circle.copyWithin(hours * rows, 0, rows);
}
