/** Seeded chance. Every series draws from its own stream, so a new site leaves the others as they were. */

import { logarithm } from '../physics/reproducible-math.ts';

export interface RandomStream {
  /** Even in 0 ≤ u < 1, 53 bits. */
  uniform(): number;
  /** Mean 0, standard deviation 1. */
  gaussian(): number;
}

/** Spreads text over 32 bits: FNV-1a, then the SplitMix finaliser for each word of the state. */
function stateOf(text: string): [number, number, number, number] {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const word = (): number => {
    hash = (hash + 0x9e3779b9) | 0;
    let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return mixed ^ (mixed >>> 16);
  };
  return [word(), word(), word(), word()];
}

function rotate(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

/**
 * The stream that belongs to a seed and a label (`2005/boujdour_wind/own`). xoshiro128** (Blackman and Vigna,
 * doi:10.1145/3460772) for the bits, the polar method (Marsaglia and Bray, doi:10.1137/1006063) for the Gaussian.
 */
export function randomStream(seed: number, label: string): RandomStream {
  let [a, b, c, d] = stateOf(`${seed}/${label}`);
  let spare: number | undefined;
  const next = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result >>> 0;
  };
  const uniform = (): number => {
    const high = next() >>> 5;
    const low = next() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  };
  const gaussian = (): number => {
    if (spare !== undefined) {
      const kept = spare;
      spare = undefined;
      return kept;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) {
        const stretch = Math.sqrt((-2 * logarithm(square)) / square);
        spare = y * stretch;
        return x * stretch;
      }
    }
  };
  return { uniform, gaussian };
}
