/** From recorded wind to capacity factors of a wind farm. */
import type { HourlyColumn } from '../hours/hourly-reading.ts';
import { equivalentSpeed } from '../physics/air.ts';
import { farmCurve } from '../physics/farm-curve.ts';
import { type PowerCurve, pointCurve, turbineCurve } from '../physics/turbine.ts';
import type { RecordedSite } from '../recording/recording.ts';
import { hubDensity } from './hub-density.ts';
import { requireRanges } from './option-ranges.ts';
import { windDefaults as defaults, specificPowers } from './plant-defaults.ts';
import type { TurbineCurve, WindPlant } from './plant-options.ts';
import { refuseColumn } from './refusal.ts';
import { windAtHub } from './wind-at-hub.ts';

const percent = (share: number): string => `${Number((share * 100).toFixed(3))} %`;

/** @throws ProfileError where a column, a height, a unit or an option is missing or cannot be right. */
export function windToCapacityFactor(
  columns: readonly HourlyColumn[],
  plant: WindPlant,
  site: RecordedSite | undefined,
): { values: Float64Array; steps: string[]; column: HourlyColumn } {
  const { wakeLoss, electricalLoss, availability, smoothing } = { ...defaults, ...plant };
  requireRanges({
    wakeLoss: [wakeLoss, 0, 1, 'a share of output, such as 0.08'],
    electricalLoss: [electricalLoss, 0, 1, 'a share of output, such as 0.02'],
    availability: [availability, 0, 1, 'a share of time, such as 0.97'],
    'smoothing.share': [smoothing.share, 0, 0.5, 'a share of the wind speed, such as 0.12'],
    'smoothing.leastMPerS': [smoothing.leastMPerS, 0, 5, 'm/s, such as 0.5'],
    airDensityKgPerM3: [plant.airDensityKgPerM3, 0.5, 1.6, 'kg/m³; 1.225 at sea level and 15 °C'],
  });
  const turbine = curveOf(plant.curve);
  const wind = windAtHub(columns, plant);
  const density = hubDensity(columns, plant, site);
  const curve = farmCurve(turbine.output, smoothing);
  const kept = (1 - wakeLoss) * (1 - electricalLoss) * availability;
  const values = wind.values.map((speed, hour) => {
    const felt = density.at === undefined ? speed : equivalentSpeed(speed, density.at(hour));
    return kept * Math.min(1, curve(felt));
  });
  const steps = [
    ...wind.steps,
    ...density.steps,
    turbine.words,
    `curve of the farm: Gaussian spread of ${percent(smoothing.share)} of the speed, at least ${smoothing.leastMPerS} m/s (Knorr 2016)`,
    `wakes ${percent(wakeLoss)}, cables ${percent(electricalLoss)}, availability ${percent(availability)}: ${percent(kept)} left`,
  ];
  return { values, steps, column: wind.column };
}

function curveOf(curve: TurbineCurve): { output: PowerCurve; words: string } {
  if (curve.kind === 'points')
    return { output: checkedPoints(curve.points), words: `power curve of ${curve.points.length} points as told` };
  const specificPowerWPerM2 = curve.kind === 'generic' ? specificPowers[curve.turbine] : curve.specificPowerWPerM2;
  const { cutInMPerS, cutOutMPerS } = { ...defaults, ...(curve.kind === 'parameters' ? curve : {}) };
  requireRanges({
    specificPowerWPerM2: [specificPowerWPerM2, 100, 800, 'W/m², such as 320'],
    cutInMPerS: [cutInMPerS, 0, 5, 'm/s, such as 3'],
    cutOutMPerS: [cutOutMPerS, 15, 40, 'm/s, such as 25'],
  });
  const parameters = { specificPowerWPerM2, cutInMPerS, cutOutMPerS };
  const name = curve.kind === 'generic' ? `generic ${curve.turbine} turbine` : 'turbine';
  return {
    output: turbineCurve(parameters),
    words: `${name}: ${specificPowerWPerM2} W/m², from ${cutInMPerS} to ${cutOutMPerS} m/s`,
  };
}

function checkedPoints(points: readonly (readonly [number, number])[]): PowerCurve {
  const isRising = points.every(([speed], i) => i === 0 || speed > points[i - 1]![0]);
  const isShare = points.every(([speed, share]) => speed >= 0 && speed <= 60 && share >= 0 && share <= 1);
  if (points.length < 2 || !isRising || !isShare) {
    const expected = 'two or more [m/s, share] with rising speeds from 0 and shares of nameplate 0…1';
    refuseColumn(
      'curve.points',
      'usage.bad-option',
      `${JSON.stringify(points.slice(0, 5))} is no power curve`,
      expected,
    );
  }
  return pointCurve(points);
}
