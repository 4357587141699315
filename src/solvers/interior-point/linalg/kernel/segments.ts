/** The segments of a year and the dense system of their edges that joins them. */

import { choleskyInPlace, dot, solveCholesky } from '../dense-cholesky.ts';
import { leadingColumns } from '../template.ts';
import { acrossMoves, acrossOf, factoriseAcross, reduceAcross } from './across.ts';
import { acrossDualName, acrossRhsName } from './directions.ts';
import { columnName, edgeLinkName, edgeName, gramName, matrixName } from './factor.ts';
import { placeOf, type RepeatingEquations, regionOf, setParameters } from './kernels.ts';
import { dualName, edgeRhsName, moveName, rhsName, schurRhsName } from './solves.ts';
import { Instance, type SharedMemory } from './web-assembly.ts';

/** A region of the memory of a block, and a part of it. */
export type Place = readonly [region: string, part?: string];

/** By base: what it stands for. */
export type Arrays = Readonly<Record<string, Place>>;

/** Which code, and what its bases stand for. */
export interface HourRun {
  readonly code: string;
  readonly arrays: Arrays;
}

/** What the hours of all segments leave to each other and find: one number a carry and segment. */
export class Carries {
  private readonly values: Float64Array;
  private readonly slots: ReadonlyMap<string, number>;

  constructor(equations: RepeatingEquations) {
    this.values = regionOf(equations, 'carries').fill(0);
    this.slots = equations.kernels.slots;
  }

  of(name: string, segment: number): number {
    const slot = this.slots.get(name);
    return slot === undefined ? 0 : this.values[this.at(slot, segment)]!;
  }

  /** Sets what code looks for; what it does not is nobody's. */
  set(name: string, segment: number, value: number): void {
    const slot = this.slots.get(name);
    if (slot !== undefined) this.values[this.at(slot, segment)] = value;
  }

  private at(slot: number, segment: number): number {
    return ((segment >> 1) * this.slots.size + slot) * 2 + (segment & 1);
  }
}

/** To make one takes as long as a tenth of a pass through the hours. */
const instances = new WeakMap<SharedMemory, InstanceType<typeof Instance>>();

function instanceOf({ kernels, memory }: RepeatingEquations) {
  const instance = instances.get(memory) ?? new Instance(kernels.module, { block: { memory } });
  instances.set(memory, instance);
  return instance;
}

/** Runs through all hours: the first of each segment may have code of its own. */
export function runHours(equations: RepeatingEquations, name: string, isBackward: boolean, arrays: Arrays) {
  const { segments, segmentHours, bases, regions, slots } = equations.kernels;
  const { exports } = instanceOf(equations);
  const others = exports[name]!;
  const first = exports[`${name}First`] ?? others;
  const addresses = bases.map((base) => (arrays[base] ? placeOf(equations.kernels, ...arrays[base]).offset : 0));
  const run = (kernel: typeof others, pair: number, hour: number, count: number) => {
    const from = 2 * pair * segmentHours + hour;
    const carries = regions.get('carries')!.offset + 16 * pair * slots.size;
    kernel(pair * segmentHours + hour, from, from + segmentHours, count, carries, ...addresses);
  };
  for (let pair = 0; pair < segments / 2; pair++) {
    if (!isBackward) run(first, pair, 0, 1);
    run(others, pair, isBackward ? segmentHours - 1 : 1, segmentHours - 1);
    if (isBackward) run(first, pair, 0, 1);
  }
}

/** Lets code know the duals of the rows across the hours. */
export function setAcrossDuals(equations: RepeatingEquations, carries: Carries, { point }: Arrays): void {
  const { template, segments } = equations.kernels;
  if (template.acrossCount === 0) return;
  const y = acrossOf(equations, regionOf(equations, point![0], 'y'));
  for (let row = 0; row < template.acrossCount; row++) {
    for (let s = 0; s < segments; s++) carries.set(acrossDualName(row), s, y[row]!);
  }
}

/** Factorises A·Θ·Aᵀ + δ·I; gives Tᵀ·(A·Θ·Aᵀ)⁻¹·T, row by row. */
export function factoriseHours(equations: RepeatingEquations, arrays: Arrays, δ: number): Float64Array {
  const { template, segments } = equations.kernels;
  const { length: edge } = template.carried;
  const width = leadingColumns(template);
  setParameters(equations, { δ, 'least pivot': δ / 100 });
  const carries = new Carries(equations);
  runHours(equations, 'factor', false, arrays);
  const size = segments * edge;
  const matrix = regionOf(equations, 'border factor').fill(0);
  const links = regionOf(equations, 'border links').fill(0);
  for (let s = 0; s < segments; s++) {
    const next = (s + 1) % segments;
    for (let a = 0; a < edge; a++) {
      const [own, ahead] = [s * edge + a, next * edge + a];
      for (let b = 0; b < edge; b++) {
        const [high, low] = a > b ? [a, b] : [b, a];
        const kept = carries.of(edgeName(high, low), s) - carries.of(gramName(width + high, width + low), s);
        matrix[own * size + s * edge + b]! += kept;
        matrix[ahead * size + next * edge + b]! += carries.of(matrixName(high, low), s);
        const across = carries.of(columnName(a, width + b), s);
        matrix[ahead * size + s * edge + b]! += across;
        matrix[(s * edge + b) * size + ahead]! += across;
      }
      for (let l = 0; l < width; l++) {
        links[l * size + own]! += carries.of(edgeLinkName(a, l), s) - carries.of(gramName(width + a, l), s);
        links[l * size + ahead]! += carries.of(columnName(a, l), s);
      }
    }
  }
  choleskyInPlace(matrix, size);
  const schur = new Float64Array(width * width);
  for (let l = 0; l < width; l++) {
    const own = links.subarray(l * size, (l + 1) * size);
    const solved = solveCholesky(matrix, size, own.slice());
    for (let m = 0; m < width; m++) {
      let sum = 0;
      for (let s = 0; s < segments; s++) sum += carries.of(gramName(Math.max(l, m), Math.min(l, m)), s);
      schur[m * width + l] = sum + dot(links.subarray(m * size, (m + 1) * size), solved);
    }
  }
  return template.acrossCount === 0 ? schur : factoriseAcross(equations, schur, δ);
}

/**
 * L⁻¹ of the right-hand side in `h`, in place; gives Tᵀ·(A·Θ·Aᵀ)⁻¹ of it.
 *
 * @param run whose code makes the right-hand side too, where it has a name
 */
export function eliminateHours(equations: RepeatingEquations, run: HourRun): Float64Array {
  const { template, segments } = equations.kernels;
  const { length: edge } = template.carried;
  const width = leadingColumns(template);
  const carries = new Carries(equations);
  setAcrossDuals(equations, carries, run.arrays);
  runHours(equations, `forward${run.code}`, false, run.arrays);
  const size = segments * edge;
  const rhs = regionOf(equations, 'border rhs').fill(0);
  for (let s = 0; s < segments; s++) {
    const next = (s + 1) % segments;
    for (let a = 0; a < edge; a++) {
      rhs[s * edge + a]! += carries.of(edgeRhsName(a), s) - carries.of(schurRhsName(width + a), s);
      rhs[next * edge + a]! += carries.of(rhsName(a), s);
    }
  }
  const solved = solveCholesky(regionOf(equations, 'border factor'), size, rhs.slice());
  const links = regionOf(equations, 'border links');
  const schurRhs = Float64Array.from({ length: width }, (_, l) => {
    let sum = 0;
    for (let s = 0; s < segments; s++) sum += carries.of(schurRhsName(l), s);
    return sum + dot(links.subarray(l * size, (l + 1) * size), solved);
  });
  if (template.acrossCount === 0) return schurRhs;
  const h = acrossOf(equations, regionOf(equations, ...run.arrays['h']!));
  for (let row = 0; row < template.acrossCount; row++) {
    for (let s = 0; s < segments; s++) h[row]! += carries.of(acrossRhsName(row), s);
  }
  return reduceAcross(equations, schurRhs, h);
}

/**
 * The rest of a solve, from where `eliminateHours` left it.
 *
 * @param dz what the linking columns move by
 * @param run which code goes with it, and the direction whose `dy` it becomes
 * @returns sums over all hours that the code makes, by name
 */
export function substituteHours(
  equations: RepeatingEquations,
  dz: Float64Array,
  run: HourRun,
): (name: string) => number {
  const { h, dy } = run.arrays;
  const across = acrossMoves(equations, dz, acrossOf(equations, regionOf(equations, ...h!)));
  const leading = Float64Array.of(...dz, ...across);
  acrossOf(equations, regionOf(equations, ...dy!)).set(across);
  const { template, segments } = equations.kernels;
  const { length: edge } = template.carried;
  const width = leadingColumns(template);
  const size = segments * edge;
  const links = regionOf(equations, 'border links');
  const moves = regionOf(equations, 'border rhs').slice();
  for (let l = 0; l < width; l++) for (let i = 0; i < size; i++) moves[i]! -= links[l * size + i]! * leading[l]!;
  solveCholesky(regionOf(equations, 'border factor'), size, moves);
  const carries = new Carries(equations);
  setAcrossDuals(equations, carries, run.arrays);
  for (let s = 0; s < segments; s++) {
    const next = (s + 1) % segments;
    for (let l = 0; l < width; l++) carries.set(moveName(l), s, leading[l]!);
    for (let a = 0; a < edge; a++) {
      carries.set(moveName(width + a), s, moves[s * edge + a]!);
      carries.set(dualName(a), s, moves[next * edge + a]!);
    }
  }
  runHours(equations, `backward${run.code}`, true, run.arrays);
  return (name) => {
    let sum = 0;
    for (let s = 0; s < segments; s++) sum += carries.of(name, s);
    return sum;
  };
}
