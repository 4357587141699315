import { describe, expect, test } from 'vitest';
import { relativeGap } from '../../src/units.ts';
import { impliedBounds } from '../../src/verify/bound-propagation.ts';
import { certifyBlocks } from '../../src/verify/certificate.ts';
import { cutterOf } from '../../src/verify/cut.ts';
import { provenLowerBoundOfBlocks } from '../../src/verify/linked-bound.ts';
import { linkedBlocks } from './linked-blocks.ts';
import { programOf } from './tiny-programs.ts';

const open = Number.POSITIVE_INFINITY;

/**
 * A plant K at 3 a MW, at most 10 MW; one block needs 4 MW, or 5 a MWh for what is missing; the other 6 MW, where the plant
 * yields double, or 1 a MWh. 3K + 5·max(0, 4 − K) + max(0, 6 − 2K) falls by 4, then 2, up to K = 4, then rises: 12.
 */
const twoBlocks = linkedBlocks(
  [{ cost: 3, lower: 0, upper: 10 }],
  [],
  [
    {
      linkedTo: [0],
      columns: [{ cost: 5, lower: 0, upper: open }],
      rows: [{ lower: 4, upper: open, coefficients: [1, 1] }],
    },
    {
      linkedTo: [0],
      columns: [{ cost: 1, lower: 0, upper: 6 }],
      rows: [{ lower: 6, upper: open, coefficients: [2, 1] }],
    },
  ],
);
const dualsOf = (first: number, second: number) => ({
  linking: new Float64Array(0),
  blocks: [Float64Array.of(first), Float64Array.of(second)],
});
const anywhere = { lower: Float64Array.of(0), upper: Float64Array.of(10) };

describe('two blocks by hand', () => {
  test('a price of 3 in the first block proves that it costs at least 12 − 3K', () => {
    const { program } = twoBlocks.block(0);
    const { constant, slope } = cutterOf(program, 1, anywhere)(Float64Array.of(3));
    expect(constant).toBeCloseTo(12, 12);
    expect(constant).toBeLessThanOrEqual(12);
    expect(slope.value[0]).toBe(-3);
    expect(slope.error[0]).toBeLessThan(1e-14);
  });

  test('both cuts together prove the optimum, and a point in it closes the gap', () => {
    const bound = provenLowerBoundOfBlocks(twoBlocks, dualsOf(3, 0), open);
    expect(bound).toBeCloseTo(12, 12);
    expect(bound).toBeLessThanOrEqual(12);
    const linking = { primal: Float64Array.of(4), rowDual: new Float64Array(0) };
    const blocks = [
      { primal: Float64Array.of(4, 0), rowDual: Float64Array.of(3) },
      { primal: Float64Array.of(4, 0), rowDual: Float64Array.of(0) },
    ];
    const { objective, dualBound, maxViolation } = certifyBlocks(twoBlocks, { linking, blocks });
    expect([objective, maxViolation]).toEqual([12, 0]);
    expect(dualBound).toBe(bound);
    expect(relativeGap(objective, dualBound, 0)).toBeLessThan(1e-13);
  });

  test('other prices prove less: 4 and 1 leave 16 + 6 − 3K, −8 at 10 MW, where columns alone cost no less than 0', () => {
    expect(provenLowerBoundOfBlocks(twoBlocks, dualsOf(4, 1), open)).toBe(0);
    expect(provenLowerBoundOfBlocks(twoBlocks, dualsOf(3.2, 0), open)).toBeCloseTo(10.8, 12);
    expect(provenLowerBoundOfBlocks(twoBlocks, dualsOf(2, 0), open)).toBeCloseTo(8, 12);
    expect(provenLowerBoundOfBlocks(twoBlocks, dualsOf(Number.NaN, -1), open)).toBeCloseTo(0, 12);
  });

  test('a price above what is missing costs proves nothing where nothing holds that column', () => {
    expect(cutterOf(twoBlocks.block(0).program, 1, anywhere)(Float64Array.of(6)).constant).toBe(-open);
    expect(provenLowerBoundOfBlocks(twoBlocks, dualsOf(6, 0), 12)).toBe(0);
    // The other block may miss 6 MWh at most: 1.4·6 − 0.4·6 = 6, and 3 − 2.8 of K.
    expect(provenLowerBoundOfBlocks(twoBlocks, dualsOf(0, 1.4), 12)).toBeCloseTo(6, 12);
  });

  test('blocks are held to the sizes that were chosen, not to their own idea of them', () => {
    const linking = { primal: Float64Array.of(3), rowDual: new Float64Array(0) };
    const blocks = [Float64Array.of(4, 0), Float64Array.of(4, 0)].map((primal) => ({
      primal,
      rowDual: Float64Array.of(0),
    }));
    expect(certifyBlocks(twoBlocks, { linking, blocks })).toMatchObject({ objective: 9, maxViolation: 1 });
  });

  test('an answer of too few blocks, or to other ones, is refused', () => {
    const linking = { primal: Float64Array.of(4), rowDual: new Float64Array(0) };
    const block = { primal: Float64Array.of(4, 0), rowDual: Float64Array.of(0) };
    expect(() => certifyBlocks(twoBlocks, { linking, blocks: [block] })).toThrow(/1 answers do not fit 2 blocks/);
    const short = { ...block, rowDual: new Float64Array(0) };
    expect(() => certifyBlocks(twoBlocks, { linking, blocks: [block, short] })).toThrow(/2 values and 0 duals/);
    expect(() => certifyBlocks(twoBlocks, { linking: block, blocks: [block, block] })).toThrow(/2 values and 1 duals/);
  });
});

test('a coefficient of nothing leaves what it stands beside as far as the row goes', () => {
  const columns = [
    { cost: 0, lower: 0, upper: open },
    { cost: 0, lower: 0, upper: open },
  ];
  const program = programOf(columns, [{ lower: -open, upper: 6, coefficients: [2, 1] }]);
  const { upper } = impliedBounds({ ...program, coefficient: Float64Array.of(2, 0) }, 'open');
  // 2x + 0y ≤ 6.
  expect(upper[0]).toBeCloseTo(3, 12);
  expect(upper[1]).toBe(open);
});
