import { describe, expect, test } from 'vitest';
import {
  type Aims,
  advance,
  aimAtBounds,
  aimAtCentre,
  aimCloser,
  completePrices,
  type Direction,
  mixed,
  mixedDirection,
  type Point,
  productsOf,
  weigh,
} from '../../src/solvers/interior-point/columns.ts';
import { reachOf, slopesOf } from '../../src/solvers/interior-point/reach.ts';
import { chanceOf } from '../verify/random-plan.ts';

const [columns, bounded] = [9, 5];

function draw(seed: number) {
  const chance = chanceOf(seed);
  const floats = (length: number, least: number, most: number) =>
    Float64Array.from({ length }, () => least + (most - least) * chance());
  const x = floats(columns, 0.1, 1);
  const upper = x.subarray(0, bounded).map((value) => value + 0.1 + chance());
  const point: Point = { x, lowerPrice: floats(columns, 0.1, 1), upperPrice: floats(bounded, 0.1, 1) };
  const direction = (): Direction => ({
    dx: floats(columns, -1, 1),
    dLowerPrice: floats(columns, -1, 1),
    dUpperPrice: floats(bounded, -1, 1),
  });
  return { point, upper, base: direction(), added: direction(), third: direction() };
}

const seeds = Array.from({ length: 50 }, (_, seed) => seed);
const emptyAims = (): Aims => ({ lower: new Float64Array(columns), upper: new Float64Array(bounded) });
const copyOf = ({ x, lowerPrice, upperPrice }: Point): Point => ({
  x: x.slice(),
  lowerPrice: lowerPrice.slice(),
  upperPrice: upperPrice.slice(),
});

/** Straight on, beyond bounds too. */
function moved({ x, lowerPrice, upperPrice }: Point, direction: Direction, primal: number, dual: number): Point {
  const along = (values: Float64Array, change: Float64Array, length: number) =>
    values.map((value, j) => value + length * change[j]!);
  return {
    x: along(x, direction.dx, primal),
    lowerPrice: along(lowerPrice, direction.dLowerPrice, dual),
    upperPrice: along(upperPrice, direction.dUpperPrice, dual),
  };
}

/** Distances to both bounds. */
const roomOf = ({ x }: Point, upper: Float64Array) => [...x, ...upper.map((most, j) => most - x[j]!)];
const pricesOf = ({ lowerPrice, upperPrice }: Point) => [...lowerPrice, ...upperPrice];

/** Distance times price of every bound. */
const productsAt = (point: Point, upper: Float64Array) =>
  roomOf(point, upper).map((room, at) => room * pricesOf(point)[at]!);

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('how far a direction leads', () => {
  const shares = [0.1, 0.4, 1];

  test('the longest step is the last at which nothing is below zero, of columns and of prices', () => {
    let short = 0;
    for (const seed of seeds) {
      const { point, upper, base, added } = draw(seed);
      const { primal, dual } = reachOf(point, upper, base, added, shares, 0);
      shares.forEach((share, s) => {
        const both = mixedDirection({ primal: [1, share], dual: [1, share] }, [base, added]);
        const least = (α: number, β: number, of: 'columns' | 'prices') => {
          const there = moved(point, both, α, β);
          return Math.min(...(of === 'columns' ? roomOf(there, upper) : pricesOf(there)));
        };
        expect(least(primal[s]!, 0, 'columns')).toBeGreaterThan(-1e-12);
        expect(least(0, dual[s]!, 'prices')).toBeGreaterThan(-1e-12);
        if (primal[s]! < 1) expect(least(primal[s]! + 1e-6, 0, 'columns')).toBeLessThan(0);
        if (dual[s]! < 1) expect(least(0, dual[s]! + 1e-6, 'prices')).toBeLessThan(0);
        if (primal[s]! < 1 && dual[s]! < 1) short++;
      });
    }
    expect(short).toBeGreaterThan(50);
  });

  test('of the nearest bounds as many do not count as are spared, and a step past them holds them back inside', () => {
    let past = 0;
    for (const seed of seeds) {
      const { point, upper, base, added } = draw(seed);
      const [strict, bold] = [0, 2].map((spared) => reachOf(point, upper, base, added, shares, spared));
      shares.forEach((share, s) => {
        const both = mixedDirection({ primal: [1, share], dual: [1, share] }, [base, added]);
        const [α, β] = [bold!.primal[s]!, bold!.dual[s]!];
        expect(α).toBeGreaterThanOrEqual(strict!.primal[s]!);
        expect(β).toBeGreaterThanOrEqual(strict!.dual[s]!);
        const straight = moved(point, both, α * 0.9995, β * 0.9995);
        const below = (values: Iterable<number>) => [...values].filter((value) => value < 0).length;
        expect(below(roomOf(straight, upper))).toBeLessThanOrEqual(2);
        expect(below(pricesOf(straight))).toBeLessThanOrEqual(2);
        past += below(roomOf(straight, upper)) + below(pricesOf(straight));
        const into = structuredClone(point);
        advance(point, upper, both, { primal: α * 0.9995, dual: β * 0.9995 }, into);
        straight.x.forEach((there, j) => {
          const [here, room] = [point.x[j]!, upper[j]! - point.x[j]!];
          if (there < 0) expect(into.x[j]).toBeCloseTo(here / 10, 12);
          else if (j < bounded && there > upper[j]!) expect(into.x[j]).toBeCloseTo(upper[j]! - room / 10, 12);
          else if (there > here / 1000 && !(there > here + 0.999 * room)) expect(into.x[j]).toBeCloseTo(there, 12);
        });
        for (const room of roomOf(into, upper)) expect(room).toBeGreaterThan(0);
        for (const price of pricesOf(into)) expect(price).toBeGreaterThan(0);
      });
    }
    expect(past).toBeGreaterThan(50);
  });

  test('a direction alone is taken whole', () => {
    for (const seed of seeds) {
      const { point, upper, added } = draw(seed);
      const still = {
        dx: added.dx.map(() => 0),
        dLowerPrice: added.dx.map(() => 0),
        dUpperPrice: new Float64Array(bounded),
      };
      expect(reachOf(point, upper, undefined, added, [1], 0)).toEqual(reachOf(point, upper, still, added, [1], 0));
    }
  });

  test('where nothing falls the step is whole', () => {
    const { point, upper, added } = draw(1);
    const outward = {
      ...added,
      dx: added.dx.map(() => 0),
      dLowerPrice: point.lowerPrice,
      dUpperPrice: point.upperPrice,
    };
    expect(reachOf(point, upper, undefined, outward, [1], 0)).toEqual({ primal: [1], dual: [1] });
  });

  test('the slopes say what becomes of the sum of products', () => {
    for (const seed of seeds) {
      const { point, upper, added } = draw(seed);
      const { byColumns, byPrices, byBoth } = slopesOf(point, upper, added);
      const [α, β] = [0.3, 0.7];
      const said = productsOf(point, upper).sum + α * byColumns + β * byPrices + α * β * byBoth;
      expect(said).toBeCloseTo(productsOf(moved(point, added, α, β), upper).sum, 12);
    }
  });
});

describe('aims', () => {
  /** Products to first order after a whole step whose prices follow from the aims. */
  function firstOrder(seed: number, aims: Aims, dx: Float64Array): number[] {
    const { point, upper } = draw(seed);
    const direction = { dx, dLowerPrice: new Float64Array(columns), dUpperPrice: new Float64Array(bounded) };
    completePrices(point, upper, aims, direction);
    const room = roomOf(point, upper);
    const prices = pricesOf(point);
    const dRoom = [...dx, ...dx.subarray(0, bounded).map((d) => -d)];
    const dPrices = [...direction.dLowerPrice, ...direction.dUpperPrice];
    return room.map((r, at) => r * prices[at]! + dRoom[at]! * prices[at]! + r * dPrices[at]!);
  }

  test('at the bounds: to first order every product becomes zero', () => {
    for (const seed of seeds) {
      const { point, upper, added } = draw(seed);
      const aims = emptyAims();
      aimAtBounds(point, upper, aims);
      for (const product of firstOrder(seed, aims, added.dx)) expect(product).toBeCloseTo(0, 12);
    }
  });

  test('at the centre: the target, less what the direction to the bounds does beyond the first order', () => {
    for (const seed of seeds) {
      const { point, upper, base } = draw(seed);
      const aims = emptyAims();
      // As small as this, nothing falls to less than minus itself.
      const little = mixedDirection({ primal: [0.05], dual: [0.05] }, [base]);
      aimAtCentre(point, upper, little, { target: 0.5, believed: 2 }, aims);
      const dPrices = [...little.dLowerPrice, ...little.dUpperPrice];
      const dRoom = [...little.dx, ...little.dx.subarray(0, bounded).map((d) => -d)];
      [...aims.lower, ...aims.upper].forEach((aim, at) => {
        expect(aim).toBeCloseTo(0.5 - dRoom[at]! * dPrices[at]!, 12);
      });
    }
  });

  test('at the centre: a bound that would be passed far is believed to twice its distance', () => {
    const { point, upper, base } = draw(1);
    const far = { ...base, dx: point.x.map((value) => -100 * value), dLowerPrice: point.lowerPrice.map(() => 1) };
    const aims = emptyAims();
    aimAtCentre(point, upper, far, { target: 0.5, believed: 2 }, aims);
    aims.lower.forEach((aim, j) => {
      expect(aim).toBeCloseTo(0.5 + 2 * point.x[j]!, 12);
    });
  });

  test('at the centre: nothing beyond the first order where none of it is believed', () => {
    const { point, upper, base } = draw(1);
    const aims = emptyAims();
    aimAtCentre(point, upper, base, { target: 0.5, believed: 0 }, aims);
    for (const aim of [...aims.lower, ...aims.upper]) expect(aim).toBeCloseTo(0.5, 12);
  });

  test('closer: what would end far from the target is pulled in, the rest left alone', () => {
    const [target, primal, dual] = [0.3, 0.9, 0.8];
    const seen = { low: 0, high: 0, within: 0 };
    for (const seed of seeds) {
      const { point, upper, base } = draw(seed);
      const aims = emptyAims();
      // Twenty times the step throws some products out on the upper side.
      const wide = mixedDirection({ primal: [4], dual: [4] }, [base]);
      aimCloser(point, upper, wide, { target, primal, dual }, aims);
      const ends = productsAt(moved(point, wide, primal, dual), upper);
      [...aims.lower, ...aims.upper].forEach((aim, at) => {
        const end = ends[at]!;
        if (end < 0.03) {
          seen.low++;
          expect(end + aim).toBeCloseTo(0.03, 12);
        } else if (end > 3) {
          seen.high++;
          expect(aim).toBeCloseTo(Math.max(-3, 3 - end), 12);
        } else {
          seen.within++;
          expect(aim).toBe(0);
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

test('directions add up in the shares asked for, and one taken whole is not copied', () => {
  const { base, added, third } = draw(1);
  const sum = mixedDirection({ primal: [1, 0.5, 0.25], dual: [1, 0] }, [base, added, third]);
  expect(sum.dx).toEqual(base.dx.map((d, j) => d + 0.5 * added.dx[j]! + 0.25 * third.dx[j]!));
  expect(sum.dLowerPrice).toBe(base.dLowerPrice);
  expect(sum.dUpperPrice).toBe(base.dUpperPrice);
  expect(mixed([0, 0.5], [base.dx, added.dx])).toEqual(added.dx.map((d) => 0.5 * d));
  expect(mixed([0], [base.dx])).toEqual(base.dx.map(() => 0));
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
