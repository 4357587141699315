/** Where the sun stands at an instant of a real year. */
import { cosine, PI, sine } from './reproducible-math.ts';
import type { Sun } from './sun.ts';

const RADIANS_PER_DEGREE = PI / 180;
const MILLISECONDS_PER_DAY = 86_400_000;
/** 1 January 2000, 12:00 UTC. */
const EPOCH_MILLISECONDS = Date.UTC(2000, 0, 1, 12);
/** Gueymard, Solar Energy 168 (2018), doi:10.1016/j.solener.2018.04.001. */
const SOLAR_CONSTANT_W_PER_M2 = 1361.1;

const sineOf = (degrees: number): number => sine((degrees % 360) * RADIANS_PER_DEGREE);
const cosineOf = (degrees: number): number => cosine((degrees % 360) * RADIANS_PER_DEGREE);

/**
 * The sun, without refraction, seen from a place (degrees, north and east positive) at an instant [ms since 1970, UTC].
 * The almanac's short series: within 0.01° from 1950 to 2050; Michalsky, Solar Energy 40 (1988),
 * doi:10.1016/0038-092X(88)90045-X. It knows the year, so the leap day does not move the seasons.
 */
export function sunPosition(milliseconds: number, latitudeDeg: number, longitudeDeg: number): Sun {
  const days = (milliseconds - EPOCH_MILLISECONDS) / MILLISECONDS_PER_DAY;
  const anomaly = 357.528 + 0.9856003 * days;
  const meanLongitude = 280.46 + 0.9856474 * days;
  const longitude = meanLongitude + 1.915 * sineOf(anomaly) + 0.02 * sineOf(2 * anomaly);
  const obliquity = 23.439 - 0.0000004 * days;
  // Towards the sun, with the equator as the ground: the equinox, ninety degrees east of it, the pole.
  const equinox = cosineOf(longitude);
  const quarter = cosineOf(obliquity) * sineOf(longitude);
  const pole = sineOf(obliquity) * sineOf(longitude);
  const sidereal = 280.46062 + 360.985647366 * days + longitudeDeg;
  // Turned with the earth: towards the meridian of the place, and west of it.
  const meridian = cosineOf(sidereal) * equinox + sineOf(sidereal) * quarter;
  const west = sineOf(sidereal) * equinox - cosineOf(sidereal) * quarter;
  const distance = 1.00014 - 0.01671 * cosineOf(anomaly) - 0.00014 * cosineOf(2 * anomaly);
  return {
    east: -west,
    north: cosineOf(latitudeDeg) * pole - sineOf(latitudeDeg) * meridian,
    up: sineOf(latitudeDeg) * pole + cosineOf(latitudeDeg) * meridian,
    extraterrestrial: SOLAR_CONSTANT_W_PER_M2 / (distance * distance),
  };
}
