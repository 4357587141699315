import { describe, expect, test } from 'vitest';
import { advance, productsOf, weightedDirection } from '../../../src/solvers/interior-point/iterate/point.ts';
import { productSlopesOf, ratioTest } from '../../../src/solvers/interior-point/iterate/ratio-test.ts';
import { bounded, draw, moved, pricesOf, roomOf, seeds } from '../points.ts';

describe('how far a direction leads', () => {
  const shares = [0.1, 0.4, 1];

  test('the longest step is the last at which nothing is below zero, of columns and of prices', () => {
    let short = 0;
    for (const seed of seeds) {
      const { point, upper, base, added } = draw(seed);
      const { primal, dual } = ratioTest(point, upper, base, added, shares, 0);
      shares.forEach((share, s) => {
        const both = weightedDirection({ primal: [1, share], dual: [1, share] }, [base, added]);
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

  test('of the nearest bounds as many do not count as are ignored, and a step past them holds them back inside', () => {
    let past = 0;
    for (const seed of seeds) {
      const { point, upper, base, added } = draw(seed);
      const [strict, bold] = [0, 2].map((ignored) => ratioTest(point, upper, base, added, shares, ignored));
      shares.forEach((share, s) => {
        const both = weightedDirection({ primal: [1, share], dual: [1, share] }, [base, added]);
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
        dLowerDual: added.dx.map(() => 0),
        dUpperDual: new Float64Array(bounded),
      };
      expect(ratioTest(point, upper, undefined, added, [1], 0)).toEqual(ratioTest(point, upper, still, added, [1], 0));
    }
  });

  test('where nothing falls the step is whole', () => {
    const { point, upper, added } = draw(1);
    const outward = {
      ...added,
      dx: added.dx.map(() => 0),
      dLowerDual: point.lowerDual,
      dUpperDual: point.upperDual,
    };
    expect(ratioTest(point, upper, undefined, outward, [1], 0)).toEqual({ primal: [1], dual: [1] });
  });

  test('the slopes say what becomes of the sum of products', () => {
    for (const seed of seeds) {
      const { point, upper, added } = draw(seed);
      const { byColumns, byDuals, byBoth } = productSlopesOf(point, upper, added);
      const [α, β] = [0.3, 0.7];
      const said = productsOf(point, upper).sum + α * byColumns + β * byDuals + α * β * byBoth;
      expect(said).toBeCloseTo(productsOf(moved(point, added, α, β), upper).sum, 12);
    }
  });
});
