import { describe, expect, test } from 'vitest';
import {
  affineTargets,
  centralityTargets,
  completeBoundDuals,
  type ProductTargets,
  secondOrderTargets,
} from '../../../src/solvers/interior-point/iterate/newton-system.ts';
import {
  advance,
  productsOf,
  weigh,
  weightedDirection,
  weightedSum,
} from '../../../src/solvers/interior-point/iterate/point.ts';
import {
  bounded,
  columns,
  copyOf,
  draw,
  emptyTargets,
  moved,
  pricesOf,
  productsAt,
  roomOf,
  seeds,
  total,
} from '../points.ts';

describe('targets', () => {
  /** Products to first order after a whole step whose prices follow from the targets. */
  function firstOrder(seed: number, targets: ProductTargets, dx: Float64Array): number[] {
    const { point, upper } = draw(seed);
    const direction = { dx, dLowerDual: new Float64Array(columns), dUpperDual: new Float64Array(bounded) };
    completeBoundDuals(point, upper, targets, direction);
    const room = roomOf(point, upper);
    const prices = pricesOf(point);
    const dRoom = [...dx, ...dx.subarray(0, bounded).map((d) => -d)];
    const dPrices = [...direction.dLowerDual, ...direction.dUpperDual];
    return room.map((r, at) => r * prices[at]! + dRoom[at]! * prices[at]! + r * dPrices[at]!);
  }

  test('at the bounds: to first order every product becomes zero', () => {
    for (const seed of seeds) {
      const { point, upper, added } = draw(seed);
      const targets = emptyTargets();
      affineTargets(point, upper, targets, 1);
      for (const product of firstOrder(seed, targets, added.dx)) expect(product).toBeCloseTo(0, 12);
    }
  });

  test('part of the way to the bounds: to first order that share of every product is gone', () => {
    for (const seed of seeds) {
      const { point, upper, added } = draw(seed);
      const targets = emptyTargets();
      affineTargets(point, upper, targets, 0.4);
      firstOrder(seed, targets, added.dx).forEach((product, at) => {
        expect(product).toBeCloseTo(0.6 * productsAt(point, upper)[at]!, 12);
      });
    }
  });

  test('at the centre: the target, less what the direction to the bounds does beyond the first order', () => {
    for (const seed of seeds) {
      const { point, upper, base } = draw(seed);
      const targets = emptyTargets();
      // As small as this, nothing falls to less than minus itself.
      const little = weightedDirection({ primal: [0.05], dual: [0.05] }, [base]);
      secondOrderTargets(point, upper, little, { sigmaMu: 0.5, secondOrderCap: 2 }, targets);
      const dPrices = [...little.dLowerDual, ...little.dUpperDual];
      const dRoom = [...little.dx, ...little.dx.subarray(0, bounded).map((d) => -d)];
      [...targets.lower, ...targets.upper].forEach((wanted, at) => {
        expect(wanted).toBeCloseTo(0.5 - dRoom[at]! * dPrices[at]!, 12);
      });
    }
  });

  test('at the centre: a bound that would be passed far is believed to twice its distance', () => {
    const { point, upper, base } = draw(1);
    const far = { ...base, dx: point.x.map((value) => -100 * value), dLowerDual: point.lowerDual.map(() => 1) };
    const targets = emptyTargets();
    secondOrderTargets(point, upper, far, { sigmaMu: 0.5, secondOrderCap: 2 }, targets);
    targets.lower.forEach((wanted, j) => {
      expect(wanted).toBeCloseTo(0.5 + 2 * point.x[j]!, 12);
    });
  });

  test('at the centre: nothing beyond the first order where none of it is believed', () => {
    const { point, upper, base } = draw(1);
    const targets = emptyTargets();
    secondOrderTargets(point, upper, base, { sigmaMu: 0.5, secondOrderCap: 0 }, targets);
    for (const wanted of [...targets.lower, ...targets.upper]) expect(wanted).toBeCloseTo(0.5, 12);
  });

  test('closer: what would end far from the target is pulled in, the rest left alone', () => {
    const [sigmaMu, primal, dual] = [0.3, 0.9, 0.8];
    const seen = { low: 0, high: 0, within: 0 };
    for (const seed of seeds) {
      const { point, upper, base } = draw(seed);
      const targets = emptyTargets();
      // Twenty times the step throws some products out on the upper side.
      const wide = weightedDirection({ primal: [4], dual: [4] }, [base]);
      centralityTargets(point, upper, wide, { sigmaMu, primal, dual }, targets);
      const ends = productsAt(moved(point, wide, primal, dual), upper);
      [...targets.lower, ...targets.upper].forEach((wanted, at) => {
        const end = ends[at]!;
        if (end < 0.03) {
          seen.low++;
          expect(end + wanted).toBeCloseTo(0.03, 12);
        } else if (end > 3) {
          seen.high++;
          expect(wanted).toBeCloseTo(Math.max(-3, 3 - end), 12);
        } else {
          seen.within++;
          expect(wanted).toBe(0);
        }
      });
    }
    expect(Math.min(seen.low, seen.high, seen.within)).toBeGreaterThan(10);
  });
});

test('a step that rounding leads onto an upper bound ends below it', () => {
  const { point, base } = draw(1);
  const upper = Float64Array.of(0.3, 1e-9, 1, 7e5, 12);
  const close = { ...point, x: point.x.map((value, j) => upper[j] ?? value) };
  const into = copyOf(close);
  advance(close, upper, { ...base, dx: base.dx.map(() => 0) }, { primal: 1, dual: 1 }, into);
  upper.forEach((most, j) => {
    expect(into.x[j]).toBeLessThan(most);
    expect(into.x[j]).toBeGreaterThan(most * (1 - 1e-15));
  });
  expect(into.x.subarray(bounded)).toEqual(close.x.subarray(bounded));
});

test('what would lose more than all of itself keeps a share, a tenth where nothing else is said', () => {
  const { point, upper, base } = draw(1);
  const gone = { ...base, dx: base.dx.map((_, j) => (j % 2 === 0 ? -2 * point.x[j]! : 2 * (upper[j] ?? 0))) };
  for (const [kept, asked] of [[0.1], [1e-3, 1e-3]] as const) {
    const into = copyOf(point);
    advance(point, upper, gone, { primal: 1, dual: 0 }, into, asked);
    for (let j = 0; j < bounded; j++) {
      const room = upper[j]! - point.x[j]!;
      expect(into.x[j]).toBeCloseTo(j % 2 === 0 ? kept * point.x[j]! : upper[j]! - kept * room, 12);
    }
  }
});

test('directions add up in the shares asked for, and one taken whole is not copied', () => {
  const { base, added, third } = draw(1);
  const sum = weightedDirection({ primal: [1, 0.5, 0.25], dual: [1, 0] }, [base, added, third]);
  expect(sum.dx).toEqual(base.dx.map((d, j) => d + 0.5 * added.dx[j]! + 0.25 * third.dx[j]!));
  expect(sum.dLowerDual).toBe(base.dLowerDual);
  expect(sum.dUpperDual).toBe(base.dUpperDual);
  expect(weightedSum('test', [0, 0.5], [base.dx, added.dx])).toEqual(added.dx.map((d) => 0.5 * d));
  expect(weightedSum('test', [0], [base.dx])).toEqual(base.dx.map(() => 0));
});

test('a column is the less ready to move the dearer and nearer its bounds are', () => {
  const { point, upper } = draw(1);
  const θ = new Float64Array(columns);
  weigh(point, upper, 0.001, θ);
  const stiffness = roomOf(point, upper).map((room, at) => pricesOf(point)[at]! / room);
  θ.forEach((value, j) => {
    expect(1 / value).toBeCloseTo(stiffness[j]! + (j < bounded ? stiffness[columns + j]! : 0) + 0.001, 9);
  });
  expect(productsOf(point, upper)).toEqual({ sum: expect.closeTo(total(productsAt(point, upper)), 9), count: 14 });
});
