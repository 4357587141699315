import { describe, expect, test } from 'vitest';
import {
  clearSecants,
  completeSecantDuals,
  newSecants,
  takeSecants,
  weighSecants,
  zeroSecantTargets,
} from '../../../src/solvers/interior-point/iterate/bound-secants.ts';
import { type Direction, type Point, weigh } from '../../../src/solvers/interior-point/iterate/point.ts';
import { bounded, columns, draw, emptyTargets, pricesOf, productsAt, roomOf, seeds } from '../points.ts';

const ρ = 1e-9;
const boundCount = columns + bounded;
/** Two in a hundred bounds have room: as for so many columns. */
const roomy = () => newSecants(100 * boundCount);

/** A direction to products of zero, whose columns move as drawn, some of them many times their distance. */
function straightTo(seed: number) {
  const { point, upper, base } = draw(seed);
  const dx = base.dx.map((d, j) => d * (j % 3 === 0 ? 20 : 0.1));
  return { point, upper, direction: along(point, upper, dx) };
}

function along({ x, lowerDual, upperDual }: Point, upper: Float64Array, dx: Float64Array): Direction {
  return {
    dx,
    dLowerDual: lowerDual.map((z, j) => -z - (z / x[j]!) * dx[j]!),
    dUpperDual: upperDual.map((z, j) => -z + (z / (upper[j]! - x[j]!)) * dx[j]!),
  };
}

/** What price and distance would lose, as multiples of what they are. */
function overshootsOf(point: Point, upper: Float64Array, { dx, dLowerDual, dUpperDual }: Direction) {
  const changes = [...dx, ...dx.subarray(0, bounded).map((d) => -d)];
  const dPrices = [...dLowerDual, ...dUpperDual];
  return roomOf(point, upper).map((room, at) => ({
    ofDistance: -changes[at]! / room,
    ofPrice: -dPrices[at]! / pricesOf(point)[at]!,
  }));
}

const bentIn = ({ count, bound }: ReturnType<typeof newSecants>) => Array.from(bound.subarray(0, count[0]));

describe('bends', () => {
  test('are the bounds whose price or distance would lose more than three times itself', () => {
    let seen = 0;
    for (const seed of seeds) {
      const { point, upper, direction } = straightTo(seed);
      const secants = roomy();
      takeSecants(secants, point, upper, direction);
      const overshot = overshootsOf(point, upper, direction).flatMap(({ ofDistance, ofPrice }, bound) =>
        Math.max(ofDistance, ofPrice) > 3 ? [bound] : [],
      );
      expect(bentIn(secants)).toEqual(overshot);
      seen += overshot.length;
    }
    expect(seen).toBeGreaterThan(100);
  });

  test('lead a column that is to move away as far, at the product it had', () => {
    for (const seed of seeds) {
      const { point, upper, direction } = straightTo(seed);
      const secants = roomy();
      takeSecants(secants, point, upper, direction);
      const overshoots = overshootsOf(point, upper, direction);
      completeSecantDuals(secants, direction);
      const dPrices = [...direction.dLowerDual, ...direction.dUpperDual];
      const changes = [...direction.dx, ...direction.dx.subarray(0, bounded).map((d) => -d)];
      for (const bound of bentIn(secants)) {
        if (overshoots[bound]!.ofPrice < 3) continue;
        const product = (roomOf(point, upper)[bound]! + changes[bound]!) * (pricesOf(point)[bound]! + dPrices[bound]!);
        expect(product).toBeCloseTo(productsAt(point, upper)[bound]!, 12);
      }
    }
  });

  test('lead a price that is to rise as far, at the product it had', () => {
    for (const seed of seeds) {
      const { point, upper, direction } = straightTo(seed);
      const secants = roomy();
      takeSecants(secants, point, upper, direction);
      const risen = [...direction.dLowerDual, ...direction.dUpperDual];
      overshootsOf(point, upper, direction).forEach(({ ofDistance }, bound) => {
        if (ofDistance < 3) return;
        const slope = secants.slope[bentIn(secants).indexOf(bound)]!;
        const left = roomOf(point, upper)[bound]! - risen[bound]! / slope;
        const product = left * (pricesOf(point)[bound]! + risen[bound]!);
        expect(product).toBeCloseTo(productsAt(point, upper)[bound]!, 12);
      });
    }
  });

  test('bend further when they are overshot again, stay otherwise, and are gone once straightened', () => {
    const { point, upper, direction } = straightTo(3);
    const secants = roomy();
    takeSecants(secants, point, upper, direction);
    const [bound, slope] = [bentIn(secants), secants.slope.slice()];
    const { dx } = direction;
    takeSecants(
      secants,
      point,
      upper,
      along(
        point,
        upper,
        dx.map((d) => d / 1000),
      ),
    );
    expect([bentIn(secants), secants.slope]).toEqual([bound, slope]);
    takeSecants(secants, point, upper, direction);
    overshootsOf(point, upper, direction).forEach(({ ofDistance, ofPrice }, at) => {
      const k = bound.indexOf(at);
      if (k < 0) return;
      const further = ofDistance > ofPrice ? ofDistance : 1 / ofPrice;
      expect(secants.slope[k]! / slope[k]!).toBeCloseTo(further, 9);
    });
    clearSecants(secants);
    expect(bentIn(secants)).toEqual([]);
  });

  test('are no more than two of a hundred bounds, the first ones', () => {
    const { point, upper, direction } = straightTo(3);
    const all = roomy();
    takeSecants(all, point, upper, direction);
    const few = newSecants(100);
    takeSecants(few, point, upper, direction);
    expect(bentIn(all).length).toBeGreaterThan(2);
    expect(bentIn(few)).toEqual(bentIn(all).slice(0, 2));
  });

  test('weigh with their slopes in place of their tangents, and aim at no change of their products', () => {
    for (const seed of seeds) {
      const { point, upper, direction } = straightTo(seed);
      const secants = roomy();
      takeSecants(secants, point, upper, direction);
      const θ = new Float64Array(columns);
      weigh(point, upper, ρ, θ);
      weighSecants(secants, point, upper, θ);
      const slopes = roomOf(point, upper).map((room, at) => pricesOf(point)[at]! / room);
      bentIn(secants).forEach((bound, k) => {
        slopes[bound] = secants.slope[k]!;
      });
      θ.forEach((weight, j) => {
        const sum = slopes[j]! + (j < bounded ? slopes[columns + j]! : 0);
        expect(weight * (sum + ρ)).toBeCloseTo(1, 9);
      });
      const targets = emptyTargets();
      targets.lower.fill(5);
      targets.upper.fill(5);
      zeroSecantTargets(secants, targets);
      const expected = Array.from({ length: boundCount }, (_, bound) => (bentIn(secants).includes(bound) ? 0 : 5));
      expect([...targets.lower, ...targets.upper]).toEqual(expected);
    }
  });
});
