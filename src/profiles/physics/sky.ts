/** Light of sun and sky on level ground, and how to tell one from the other. */
import { diffuseShare } from './photovoltaics.ts';
import type { Sun } from './sun.ts';

/** All [W/m²]; global = beamNormal · sine of the sun's height + diffuse. */
export interface Sky {
  readonly global: number;
  /** On a plane that faces the sun. */
  readonly beamNormal: number;
  /** From the sky, on level ground. */
  readonly diffuse: number;
}

/** Recorded irradiances [W/m²]: the global one, or beam and diffuse, or all. */
export interface RecordedIrradiance {
  readonly global: number | undefined;
  readonly beamNormal: number | undefined;
  readonly diffuse: number | undefined;
}

/**
 * Sine of 3.7°: below it the ratio of level to normal irradiance says more about the clock than about the sun, and what
 * there is counts as light of the sky.
 */
const LOWEST_SUN_UP = 0.065;

/**
 * Beam and sky from what was recorded. A recorded diffuse irradiance is believed before a recorded beam, and global before
 * both; a global one alone is split by the clearness of the air: Erbs, Klein and Duffie, Solar Energy 28 (1982),
 * doi:10.1016/0038-092X(82)90302-4. A beam is never stronger than outside the atmosphere.
 */
export function skyOf(sun: Sun, recorded: RecordedIrradiance): Sky {
  const up = sun.up >= LOWEST_SUN_UP ? sun.up : 0;
  const global = recorded.global ?? (recorded.beamNormal ?? 0) * up + (recorded.diffuse ?? 0);
  if (up === 0 || global <= 0) return { global, beamNormal: 0, diffuse: global };
  const outside = sun.extraterrestrial * up;
  const diffuse = recorded.diffuse ?? diffuseFrom(global, recorded.beamNormal, up, outside);
  const beamLevel = Math.min(Math.max(global - diffuse, 0), outside);
  return { global, beamNormal: beamLevel / up, diffuse: global - beamLevel };
}

function diffuseFrom(global: number, beamNormal: number | undefined, up: number, outside: number): number {
  if (beamNormal !== undefined) return Math.max(0, global - beamNormal * up);
  return global * diffuseShare(Math.min(1, global / outside));
}
