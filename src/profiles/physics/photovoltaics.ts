/** From the sun's position and the sky's clearness to the output of a module plane, per unit of its DC nameplate. */

import { cosine, exponential, PI, sine } from '../physics/reproducible-math.ts';
import type { Sun } from '../physics/sun.ts';

export type Mounting =
  | { readonly kind: 'fixed'; readonly tiltDegrees: number }
  | { readonly kind: 'tracking'; readonly limitDegrees: number };

/** Highest share of the extraterrestrial beam that an hour lets through to the ground. */
const HIGHEST_CLEARNESS = 0.82;
/** Below this height [sine of elevation] the beam is not divided by it: the horizon has hills and haze. */
const LOWEST_BEAM_UP = 0.05;
const GROUND_ALBEDO = 0.25;
const STANDARD_IRRADIANCE_W_PER_M2 = 1000;
const STANDARD_TEMPERATURE_C = 25;
/** Crystalline silicon: loss of power per kelvin, and warming of the cells per W/m² (open rack). */
const POWER_PER_KELVIN = -0.0036;
const KELVIN_PER_W_PER_M2 = 0.028;

/** Global horizontal irradiance under a cloudless sky [W/m²]; Haurwitz, Journal of Meteorology 2 (1945). */
function clearSkyIrradiance(up: number): number {
  return up > 0 ? 1098 * up * exponential(-0.059 / up) : 0;
}

/** Share of the horizontal irradiance that is diffuse; Erbs, Klein and Duffie, doi:10.1016/0038-092X(82)90302-4. */
export function diffuseShare(clearness: number): number {
  if (clearness <= 0.22) return 1 - 0.09 * clearness;
  if (clearness > 0.8) return 0.165;
  return 0.9511 + clearness * (-0.1604 + clearness * (4.388 + clearness * (-16.638 + clearness * 12.336)));
}

/** Normal of the plane: facing south, or turned about a north–south axis to where the sun stands, as far as it turns. */
function planeNormal(mounting: Mounting, sun: Sun): { east: number; north: number; up: number } {
  if (mounting.kind === 'fixed') {
    const tilt = (mounting.tiltDegrees * PI) / 180;
    return { east: 0, north: -sine(tilt), up: cosine(tilt) };
  }
  const limit = (mounting.limitDegrees * PI) / 180;
  const length = Math.sqrt(sun.east * sun.east + sun.up * sun.up);
  const isFree = sun.up / length >= cosine(limit);
  if (isFree) return { east: sun.east / length, north: 0, up: sun.up / length };
  return { east: sun.east > 0 ? sine(limit) : -sine(limit), north: 0, up: cosine(limit) };
}

/**
 * Irradiance on the plane [W/m²] for a sky that lets `clearSkyIndex` of the cloudless irradiance through. Diffuse light
 * is split into the part about the sun and the rest of the sky (Hay and Davies, 1980); 0 while the sun is down.
 */
export function planeIrradiance(sun: Sun, clearSkyIndex: number, mounting: Mounting): number {
  if (sun.up <= 0) return 0;
  const outside = sun.extraterrestrial * sun.up;
  const horizontal = Math.min(clearSkyIndex * clearSkyIrradiance(sun.up), HIGHEST_CLEARNESS * outside);
  const diffuse = horizontal * diffuseShare(horizontal / outside);
  const beam = (horizontal - diffuse) / Math.max(sun.up, LOWEST_BEAM_UP);
  const normal = planeNormal(mounting, sun);
  const facing = Math.max(0, normal.east * sun.east + normal.north * sun.north + normal.up * sun.up);
  const aboutSun = beam / sun.extraterrestrial;
  const skySeen = (1 + normal.up) / 2;
  const fromSky = diffuse * ((aboutSun * facing) / Math.max(sun.up, LOWEST_BEAM_UP) + (1 - aboutSun) * skySeen);
  return beam * facing + fromSky + horizontal * GROUND_ALBEDO * (1 - skySeen);
}

/** Output per unit of DC nameplate before the losses of the system: 1 at 1000 W/m² and cells at 25 °C. */
export function moduleOutput(irradiance: number, airTemperatureC: number): number {
  const cellTemperatureC = airTemperatureC + KELVIN_PER_W_PER_M2 * irradiance;
  const warmth = 1 + POWER_PER_KELVIN * (cellTemperatureC - STANDARD_TEMPERATURE_C);
  return (irradiance / STANDARD_IRRADIANCE_W_PER_M2) * warmth;
}
