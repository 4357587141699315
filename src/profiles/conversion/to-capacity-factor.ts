/** The one way from recorded hours to capacity factors, with every step in words. */
import type { HourlyColumn } from '../hours/hourly-reading.ts';
import type { HourlyProfile } from '../profile.ts';
import type { RecordedSite } from '../recording/recording.ts';
import { photovoltaicToCapacityFactor } from './photovoltaic.ts';
import type { PlantOptions } from './plant-options.ts';
import { powerToCapacityFactor } from './power.ts';
import { windToCapacityFactor } from './wind.ts';

export interface Conversion {
  readonly profile: HourlyProfile;
  /** What was done, in order, with every value that was used: for provenance. */
  readonly steps: string[];
}

/**
 * Capacity factors of a plant from the hourly columns of one file, taken to the plant's nameplate. Weather columns that the
 * plant does not need are left aside. The profile is named after the column it mainly comes from.
 *
 * @throws ProfileError where a column, unit, height, nameplate or place is missing, an option is out of range, or a value
 * would have to be repaired; its subject is the column or option
 */
export function toCapacityFactor(
  columns: readonly HourlyColumn[],
  plant: PlantOptions,
  site?: RecordedSite,
): Conversion {
  const { values, steps, column } = converted(columns, plant, site);
  return { profile: { name: column.name, unit: 'capacityFactor', year: column.year, values }, steps };
}

function converted(
  columns: readonly HourlyColumn[],
  plant: PlantOptions,
  site: RecordedSite | undefined,
): { values: Float64Array; steps: string[]; column: HourlyColumn } {
  switch (plant.kind) {
    case 'power':
      return powerToCapacityFactor(columns, plant);
    case 'photovoltaic':
      return photovoltaicToCapacityFactor(columns, plant, site);
    case 'wind':
      return windToCapacityFactor(columns, plant, site);
    default:
      return plant satisfies never;
  }
}
