/** Where the sun stands, as a unit vector; and how strong it is outside the atmosphere. */

import { cosine, PI, sine } from '../physics/reproducible-math.ts';

const RADIANS_PER_DEGREE = PI / 180;
const MINUTES_PER_RADIAN = 229.18;
const SOLAR_CONSTANT_W_PER_M2 = 1361;

export interface Sun {
  /** Components of the direction to the sun; `up` is the cosine of the zenith angle, negative at night. */
  readonly east: number;
  readonly north: number;
  readonly up: number;
  /** On a plane that faces the sun, outside the atmosphere [W/m²]. */
  readonly extraterrestrial: number;
}

/**
 * The sun seen from a place (degrees, north and east positive) at an instant: hours since 1 January 00:00Z, fractions
 * allowed. Declination, equation of time and distance after Spencer (Search 2 (5), 1971): within 0.05° and half a minute.
 */
export function sunAt(hoursSinceNewYear: number, hoursOfYear: number, latitude: number, longitude: number): Sun {
  const turn = (2 * PI * hoursSinceNewYear) / hoursOfYear;
  const [c1, s1, c2, s2] = [cosine(turn), sine(turn), cosine(2 * turn), sine(2 * turn)];
  const declination =
    0.006918 -
    0.399912 * c1 +
    0.070257 * s1 -
    0.006758 * c2 +
    0.000907 * s2 -
    0.002697 * cosine(3 * turn) +
    0.00148 * sine(3 * turn);
  const equationMinutes =
    MINUTES_PER_RADIAN * (0.000075 + 0.001868 * c1 - 0.032077 * s1 - 0.014615 * c2 - 0.040849 * s2);
  const solarHour = (hoursSinceNewYear % 24) + longitude / 15 + equationMinutes / 60;
  const hourAngle = (solarHour - 12) * 15 * RADIANS_PER_DEGREE;
  const [sinLatitude, cosLatitude] = [sine(latitude * RADIANS_PER_DEGREE), cosine(latitude * RADIANS_PER_DEGREE)];
  const [sinDeclination, cosDeclination] = [sine(declination), cosine(declination)];
  return {
    east: -cosDeclination * sine(hourAngle),
    north: cosLatitude * sinDeclination - sinLatitude * cosDeclination * cosine(hourAngle),
    up: sinLatitude * sinDeclination + cosLatitude * cosDeclination * cosine(hourAngle),
    extraterrestrial:
      SOLAR_CONSTANT_W_PER_M2 * (1.00011 + 0.034221 * c1 + 0.00128 * s1 + 0.000719 * c2 + 0.000077 * s2),
  };
}
