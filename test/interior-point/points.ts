/** Points and directions drawn by chance, and what is told of them. */

import type { ProductTargets } from '../../src/solvers/interior-point/iterate/newton-system.ts';
import type { Direction, Point } from '../../src/solvers/interior-point/iterate/point.ts';
import { chanceOf } from '../verify/random-plan.ts';

export const [columns, bounded] = [9, 5];

export function draw(seed: number) {
  const chance = chanceOf(seed);
  const floats = (length: number, least: number, most: number) =>
    Float64Array.from({ length }, () => least + (most - least) * chance());
  const x = floats(columns, 0.1, 1);
  const upper = x.subarray(0, bounded).map((value) => value + 0.1 + chance());
  const point: Point = { x, lowerDual: floats(columns, 0.1, 1), upperDual: floats(bounded, 0.1, 1) };
  const direction = (): Direction => ({
    dx: floats(columns, -1, 1),
    dLowerDual: floats(columns, -1, 1),
    dUpperDual: floats(bounded, -1, 1),
  });
  return { point, upper, base: direction(), added: direction(), third: direction() };
}

export const seeds = Array.from({ length: 50 }, (_, seed) => seed);
export const emptyTargets = (): ProductTargets => ({
  lower: new Float64Array(columns),
  upper: new Float64Array(bounded),
});
export const copyOf = ({ x, lowerDual, upperDual }: Point): Point => ({
  x: x.slice(),
  lowerDual: lowerDual.slice(),
  upperDual: upperDual.slice(),
});

/** Straight on, beyond bounds too. */
export function moved({ x, lowerDual, upperDual }: Point, direction: Direction, primal: number, dual: number): Point {
  const along = (values: Float64Array, change: Float64Array, length: number) =>
    values.map((value, j) => value + length * change[j]!);
  return {
    x: along(x, direction.dx, primal),
    lowerDual: along(lowerDual, direction.dLowerDual, dual),
    upperDual: along(upperDual, direction.dUpperDual, dual),
  };
}

/** Distances to both bounds. */
export const roomOf = ({ x }: Point, upper: Float64Array) => [...x, ...upper.map((most, j) => most - x[j]!)];
export const pricesOf = ({ lowerDual, upperDual }: Point) => [...lowerDual, ...upperDual];

/** Distance times price of every bound. */
export const productsAt = (point: Point, upper: Float64Array) =>
  roomOf(point, upper).map((room, at) => room * pricesOf(point)[at]!);

export const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
