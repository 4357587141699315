/** Density of the air at the hub, where temperature and pressure tell it. */
import type { HourlyColumn } from '../hours/hourly-reading.ts';
import { airDensity, pressureAbove, standardPressure } from '../physics/air.ts';
import type { RecordedSite } from '../recording/recording.ts';
import { inOwnUnit, positiveInOwnUnit } from './own-unit.ts';
import type { WindPlant } from './plant-options.ts';
import { refuseColumn } from './refusal.ts';

export interface HubDensity {
  /** [kg/m³]; undefined where curves are read as they are. */
  readonly at: ((hour: number) => number) | undefined;
  readonly steps: readonly string[];
}

/** Weather moves a mean pressure less; a pressure reduced to the sea moves it more from about 400 m up. */
const FURTHEST_FROM_STANDARD = 0.05;

/** @throws ProfileError where a recorded pressure cannot be that of the site. */
export function hubDensity(
  columns: readonly HourlyColumn[],
  plant: WindPlant,
  site: RecordedSite | undefined,
): HubDensity {
  const told = plant.airDensityKgPerM3;
  if (told !== undefined) return { at: () => told, steps: [`air of ${told} kg/m³ in all hours, as told${correction}`] };
  const nearest = (quantity: 'temperature' | 'pressure'): HourlyColumn | undefined =>
    columns
      .filter((column) => column.quantity === quantity)
      .toSorted(
        (a, b) => Math.abs((a.heightM ?? 0) - plant.hubHeightM) - Math.abs((b.heightM ?? 0) - plant.hubHeightM),
      )[0];
  const [temperature, pressure] = [nearest('temperature'), nearest('pressure')];
  if (temperature === undefined || pressure === undefined) {
    return { at: undefined, steps: ['no temperature with pressure is recorded: air of standard density, 1.225 kg/m³'] };
  }
  const warmth = inOwnUnit(temperature);
  const weight = positiveInOwnUnit(pressure);
  const heightM = pressure.heightM ?? 0;
  if (site?.elevationM !== undefined) requireLocal(pressure, weight.values, site.elevationM + heightM);
  const at = (hour: number): number => {
    const airC = warmth.values[hour]!;
    return airDensity(pressureAbove(weight.values[hour]!, airC, plant.hubHeightM - heightM), airC);
  };
  const step = `density of dry air at the hub from ${temperature.name} and ${pressure.name}${correction}`;
  return { at, steps: [...warmth.steps, ...weight.steps, step] };
}

const correction = '; speeds times ∛(density ÷ 1.225) before the curve (IEC 61400-12-1)';

function requireLocal(pressure: HourlyColumn, values: Float64Array, elevationM: number): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const standard = standardPressure(elevationM);
  if (Math.abs(mean / standard - 1) <= FURTHEST_FROM_STANDARD) return;
  const problem = `mean ${Math.round(mean / 100)} hPa, but air at ${elevationM} m has about ${Math.round(standard / 100)} hPa`;
  const expected = 'pressure at the site, not reduced to the sea, in its unit; or one density as airDensityKgPerM3';
  refuseColumn(pressure.name, 'profile.out-of-range', problem, expected);
}
