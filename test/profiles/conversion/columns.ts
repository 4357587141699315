import type { HourlyColumn } from '../../../src/profiles/hours/hourly-reading.ts';
import { skyOf } from '../../../src/profiles/physics/sky.ts';
import { sunPosition } from '../../../src/profiles/physics/sun-position.ts';
import { hoursOfYear } from '../../../src/time.ts';

/** A column of one quantity; the first hours of 2021 unless given whole. */
export function column(
  quantity: HourlyColumn['quantity'],
  unit: string | undefined,
  values: ArrayLike<number>,
  rest: Partial<HourlyColumn> = {},
): HourlyColumn {
  const name = rest.name ?? rest.irradiance ?? quantity;
  return { quantity, unit, year: 2021, sunMinutesIntoHour: 30, values: Float64Array.from(values), ...rest, name };
}

export const valencia = { latitudeDeg: 39.48, longitudeDeg: -0.34 };

const HOURS = hoursOfYear(2021);
const hours = Array.from({ length: HOURS }, (_, hour) => hour);
const suns = hours.map((hour) =>
  sunPosition(Date.UTC(2021, 0, 1) + (hour + 0.5) * 3_600_000, valencia.latitudeDeg, valencia.longitudeDeg),
);

/** A made-up year at Valencia: every third day clear, every third half as bright, every third a quarter. */
const skies = hours.map((hour) => {
  const sun = suns[hour]!;
  const clearness = [0.72, 0.4, 0.2][Math.floor(hour / 24) % 3]!;
  const global = Math.max(0, sun.up) * sun.extraterrestrial * clearness;
  return skyOf(sun, { global, beamNormal: undefined, diffuse: undefined });
});

export const global = column(
  'irradiance',
  'W/m²',
  skies.map((sky) => sky.global),
  { irradiance: 'global' },
);
export const beamNormal = column(
  'irradiance',
  'W/m²',
  skies.map((sky) => sky.beamNormal),
  { irradiance: 'beamNormal' },
);
export const diffuse = column(
  'irradiance',
  'W/m²',
  skies.map((sky) => sky.diffuse),
  { irradiance: 'diffuse' },
);
export const mild = column('temperature', '°C', new Float64Array(HOURS).fill(18), { heightM: 2 });

export const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
