import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apportion, checked, shareOf, wholeDown, wholeUp } from '../../src/ledger/whole-watt-hours.ts';

/** Up to what a campus of 1.5 GW takes in twenty years. */
const energy = fc.maxSafeNat();

describe('a whole split by weights', () => {
  test('over the quarters of an event is 429, 857 and 214 Wh of 1,500', () => {
    // 17:30 to 19:15: 30, 60 and 15 minutes of 105; in proportion 428.57, 857.14 and 214.29.
    expect(apportion(1500, [30, 60, 15])).toEqual([429, 857, 214]);
  });

  test('gives 1,080 Wh out of 1,200 to what was charged, in proportion', () => {
    expect(apportion(1080, [500, 500, 200])).toEqual([450, 450, 180]);
  });

  test('gives what is left to the largest remainders, of equal ones to the first', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(apportion(2, [1, 1, 1])).toEqual([1, 1, 0]);
  });

  test('gives nothing to one without weight, and refuses to give something to nobody', () => {
    expect(apportion(7, [0, 3, 0])).toEqual([0, 7, 0]);
    expect(apportion(0, [0, 0])).toEqual([0, 0]);
    expect(() => apportion(1, [0, 0])).toThrow('1 Wh are to be split among nobody.');
  });

  test('adds up, and no part is a whole watt-hour from its share', () => {
    const weights = fc.array(fc.nat({ max: 2 ** 48 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(energy, weights, (total, given) => {
        const sum = given.reduce((a, b) => a + b);
        fc.pre(sum > 0);
        const parts = apportion(total, given);
        expect(parts.reduce((a, b) => a + BigInt(b), 0n)).toBe(BigInt(total));
        for (const [at, part] of parts.entries()) {
          const exact = BigInt(total) * BigInt(given[at]!);
          const distance = BigInt(part) * BigInt(sum) - exact;
          expect(distance < sum && -distance < sum).toBe(true);
        }
      }),
    );
  });
});

test('a share is exact where the product is far beyond 2^53', () => {
  fc.assert(
    fc.property(energy, energy, energy, (total, weight, more) => {
      const sum = Math.min(Number.MAX_SAFE_INTEGER, weight + more);
      fc.pre(sum > 0);
      expect(shareOf(total, weight, sum)).toBe(Number((BigInt(total) * BigInt(weight)) / BigInt(sum)));
    }),
  );
});

test('what is claimed is rounded down and what is needed up, far beyond 32 bits', () => {
  expect(wholeDown(2_500.000_000_9)).toBe(2_500_000_000);
  expect(wholeUp(4_300.000_000_1)).toBe(4_300_000_001);
  expect(() => wholeDown(1e10)).toThrow('no whole number of watt-hours below 2^53');
  expect(() => checked(0.5)).toThrow(RangeError);
});
