/** The sites of the generated years: data only. Every target names its source; what has none is an assumption. */

import type { Mounting } from '../physics/photovoltaics.ts';
import type { WeatherLoadings } from './weather.ts';

/** Long-run mean of the capacity factor, the band a single year is expected in, and who says so. */
interface CapacityFactorTarget {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly source: string;
}

export interface WindSite {
  readonly column: string;
  readonly target: CapacityFactorTarget;
  /** Capacity factor of each month against the others, January first; only ratios count. */
  readonly monthShape: readonly number[];
  readonly monthSource: string;
  /** Breeze of the day [m/s]: added at its hour (UTC), taken off twelve hours later. */
  readonly peakHour: number;
  readonly breeze: number;
  /** Weibull shape of the weather's wind about its seasonal mean. */
  readonly weibullShape: number;
  readonly ratedSpeed: number;
  /** Share left after wakes, outages and cables. */
  readonly availability: number;
  /** Share of the variance of the weather that is slow. */
  readonly slowShare: number;
  readonly loadings: WeatherLoadings;
  /** Standard deviation of the year's mean speed, as a share, beyond what the hours bring by themselves. */
  readonly yearlySpread: number;
}

export interface SolarSite {
  readonly column: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly target: CapacityFactorTarget;
  readonly mounting: Mounting;
  /** What is left after soiling, mismatch, cables and inverter; set so that the long-run mean meets the target. */
  readonly systemFactor: number;
  /** Standard deviations of a day's weather before cloud shows, in January and in July: higher is clearer. */
  readonly clearThreshold: { readonly january: number; readonly july: number };
  /** Correlation of the site's cloud with the lows that pass. */
  readonly stormCloud: number;
  readonly yearlySpread: number;
  readonly climate: Climate;
}

/** Temperature without weather [°C]: yearly mean, swing over the year and over the day. */
export interface Climate {
  readonly mean: number;
  readonly seasonalSwing: number;
  readonly diurnalSwing: number;
}

export const windSites: readonly WindSite[] = [
  {
    column: 'boujdour_wind',
    target: {
      mean: 0.53,
      low: 0.5,
      high: 0.56,
      source:
        'South coast: 0.43 (Akhfenir I), 0.45 (Tarfaya, Foum El Oued) with turbines of 2013–14, 0.605 announced for Boujdour (2023)',
    },
    monthShape: [0.88, 0.92, 0.98, 1.03, 1.08, 1.12, 1.2, 1.16, 1.02, 0.92, 0.86, 0.8],
    monthSource:
      'Ratios assumed; July and August strongest, December weakest: Prospects for Wind Energy in Southern Morocco and Northern Mauritania (Springer)',
    peakHour: 16,
    breeze: 1.7,
    weibullShape: 2.5,
    ratedSpeed: 11.5,
    availability: 0.95,
    slowShare: 0.7,
    loadings: { trades: 0.85, storms: 0 },
    yearlySpread: 0.01,
  },
  {
    column: 'tangier_wind',
    target: {
      mean: 0.42,
      low: 0.4,
      high: 0.45,
      source: 'Between 0.40 (Jbel Lahdid: 952 GWh a year from 270 MW) and the 0.48 of the best northern sites',
    },
    monthShape: [1.15, 1.18, 1.17, 1.1, 0.95, 0.85, 0.8, 0.78, 0.82, 0.95, 1.1, 1.15],
    monthSource:
      'Ratios assumed; strongest November to April: Journal of Marine Science and Engineering 12 (3) 460 (2024)',
    peakHour: 15,
    breeze: 0.8,
    weibullShape: 2,
    ratedSpeed: 12,
    availability: 0.95,
    slowShare: 0.7,
    loadings: { trades: 0.15, storms: 0.6 },
    yearlySpread: 0.02,
  },
  {
    column: 'midelt_wind',
    target: {
      mean: 0.28,
      low: 0.2,
      high: 0.35,
      source:
        'Above the 0.199 of renewables.ninja 2019 at 34.64 N 4.85 W (MERRA-2 grid cell): a farm stands on a chosen site',
    },
    monthShape: [0.203, 0.217, 0.288, 0.234, 0.226, 0.152, 0.136, 0.121, 0.144, 0.134, 0.269, 0.271],
    monthSource: 'renewables.ninja 2019 at 34.64 N 4.85 W, wind by month',
    peakHour: 18,
    breeze: 2,
    weibullShape: 2.8,
    ratedSpeed: 11.5,
    availability: 0.95,
    slowShare: 0.55,
    loadings: { trades: 0.1, storms: 0.65 },
    yearlySpread: 0.015,
  },
];

export const solarSites: readonly SolarSite[] = [
  {
    column: 'ouarzazate_solar',
    latitude: 30.99,
    longitude: -6.86,
    target: {
      mean: 0.27,
      low: 0.255,
      high: 0.285,
      source:
        '2,026 h, the best of 50 Moroccan points at a fixed 35° (renewables.ninja), and 17 % for the tracker (rule of 15…20 %)',
    },
    mounting: { kind: 'tracking', limitDegrees: 60 },
    systemFactor: 0.845,
    clearThreshold: { january: 0.45, july: 1 },
    stormCloud: 0.35,
    yearlySpread: 0.16,
    climate: { mean: 20, seasonalSwing: 10, diurnalSwing: 7.5 },
  },
  {
    column: 'benguerir_solar',
    latitude: 32.25,
    longitude: -7.95,
    target: {
      mean: 0.22,
      low: 0.205,
      high: 0.232,
      source: '1,929 h, the median of 50 Moroccan points at a fixed 35° (renewables.ninja; range 1,769…2,026 h)',
    },
    mounting: { kind: 'fixed', tiltDegrees: 30 },
    systemFactor: 0.915,
    clearThreshold: { january: -0.1, july: 1.1 },
    stormCloud: 0.4,
    yearlySpread: 0.12,
    climate: { mean: 19.5, seasonalSwing: 9, diurnalSwing: 7 },
  },
];

/** Casablanca 2023–24: mean 18.8 °C, lowest 3.8, highest 37.6. The swings are assumed. */
export const casablanca = {
  climate: { mean: 18.8, seasonalSwing: 5.5, diurnalSwing: 3.9 } satisfies Climate,
  lowest: 3.8,
  highest: 37.6,
};

/** PUE = base + slope · max(0, temperature − threshold): assumed, liquid cooling with dry coolers; mean about 1.25. */
export const cooling = { base: 1.2, slopePerKelvin: 0.007, thresholdC: 12 };
