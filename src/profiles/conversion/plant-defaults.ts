/** What plants are taken to be where nobody says: value, unit in the name, source. */
import type { WindSpread } from '../physics/farm-curve.ts';

export const photovoltaicDefaults = {
  /** Dobos, PVWatts Version 5 Manual (2014), doi:10.2172/1158421: 14.08 % in parts, 14 % as offered. */
  losses: 0.14,
  /** PVWatts from version 7 on, standard crystalline silicon: −0.37 % a kelvin. */
  powerPerKelvin: -0.0037,
  /** PVWatts 5. */
  dcToAcRatio: 1.1,
  inverterEfficiency: 0.96,
  albedo: 0.2,
  /** Of the glass, over a year near the best tilt; only where irradiance on the plane hides its directions. Martin and Ruiz (2001): about 3 %. */
  reflectionLoss: 0.03,
  /** Where no wind is recorded: the wind at which nominal cell temperatures are stated, IEC 61215. */
  windMPerS: 1,
  /** Wind falls to the modules with the power law of PVWatts 5 (after Fuentes, SAND85-0330, 1987). */
  windExponent: 0.2,
  moduleHeightM: 2,
  /** WMO-No. 8: where wind is measured when nobody says otherwise. */
  windHeightM: 10,
  axisAzimuthDeg: 180,
  /** Of common trackers: 45…60. */
  limitDeg: 60,
} as const;

export const windDefaults = {
  cutInMPerS: 3,
  cutOutMPerS: 25,
  /** Turbulence of IEC 61400-1 category C as the spread of the hour and of the farm; the least is assumed. */
  smoothing: { share: 0.12, leastMPerS: 0.5 } satisfies WindSpread,
  /** Assumed within the ranges that Lee and Fields gather, Wind Energy Science 6 (2021), doi:10.5194/wes-6-311-2021. */
  wakeLoss: 0.08,
  electricalLoss: 0.02,
  availability: 0.97,
} as const;

/** Nameplate a square metre of rotor: middles of published turbines for strong, medium and weak winds. */
export const specificPowers = { 'strong-wind': 420, 'medium-wind': 320, 'low-wind': 240 } as const;
