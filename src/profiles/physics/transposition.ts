/** From level ground to the plane of the modules, and through their glass. */

import type { Direction } from './module-plane.ts';
import { exponential, PI } from './reproducible-math.ts';
import type { Sky } from './sky.ts';
import type { Sun } from './sun.ts';

/** On a plane [W/m²]. */
export interface PlaneIrradiance {
  /** From the sun and its surroundings. */
  readonly beam: number;
  /** From the rest of the sky. */
  readonly sky: number;
  /** From the ground. */
  readonly ground: number;
  /** Cosine of the angle between sun and normal; 0 where the sun is behind the plane. */
  readonly facing: number;
}

/** The beam share below this height of the sun [sine] is the one at it: the surroundings of the sun do not grow without end. */
const LOWEST_SUN_UP = 0.065;

/**
 * Light of the sky is split into a part about the sun, as large as the transparency of the air to the beam, and an even
 * rest: Hay and Davies, First Canadian Solar Radiation Data Workshop (1980); the ground throws back evenly.
 */
export function onPlane(sun: Sun, sky: Sky, normal: Direction, albedo: number): PlaneIrradiance {
  const isUp = sun.up > 0;
  const facing = isUp ? Math.max(0, normal.east * sun.east + normal.north * sun.north + normal.up * sun.up) : 0;
  const aboutSun = isUp ? Math.min(1, sky.beamNormal / sun.extraterrestrial) : 0;
  const skySeen = (1 + normal.up) / 2;
  return {
    beam: facing * (sky.beamNormal + (sky.diffuse * aboutSun) / Math.max(sun.up, LOWEST_SUN_UP)),
    sky: sky.diffuse * (1 - aboutSun) * skySeen,
    ground: sky.global * albedo * (1 - skySeen),
    facing,
  };
}

/** Glass over crystalline silicon. */
const ANGULAR_LOSS = 0.16;
const FIRST_FIT = 4 / (3 * PI);
const SECOND_FIT = 0.5 * ANGULAR_LOSS - 0.154;

/**
 * What of that passes the glass [W/m²]: Martin and Ruiz, Solar Energy Materials & Solar Cells 70 (2001),
 * doi:10.1016/S0927-0248(00)00408-6, with the fit of 2005 for light of the sky and of the ground.
 */
export function throughGlass(irradiance: PlaneIrradiance, normal: Direction): number {
  const beamPasses = (1 - exponential(-irradiance.facing / ANGULAR_LOSS)) / (1 - exponential(-1 / ANGULAR_LOSS));
  const tiltSine = Math.sqrt(Math.max(0, 1 - normal.up * normal.up));
  const tilt = Math.acos(Math.min(1, Math.max(-1, normal.up)));
  const skyPasses = diffusePasses(tiltSine + (PI - tilt - tiltSine) / (1 + normal.up));
  const isLevel = normal.up > 1 - 1e-9;
  const groundPasses = isLevel ? 0 : diffusePasses(tiltSine + (tilt - tiltSine) / (1 - normal.up));
  return irradiance.beam * beamPasses + irradiance.sky * skyPasses + irradiance.ground * groundPasses;
}

function diffusePasses(term: number): number {
  return 1 - exponential((-(FIRST_FIT + SECOND_FIT * term) * term) / ANGULAR_LOSS);
}
