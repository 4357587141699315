/** The air about the modules: how warm it is and how fast it moves. */
import type { HourlyColumn } from '../hours/hourly-reading.ts';
import { powerLawFactor } from '../physics/air.ts';
import { inOwnUnit, positiveInOwnUnit } from './own-unit.ts';
import { photovoltaicDefaults as defaults } from './plant-defaults.ts';
import { refuseColumn } from './refusal.ts';

export interface ModuleAir {
  temperatureC(hour: number): number;
  windMPerS(hour: number): number;
  readonly steps: readonly string[];
}

/** Recorded nearest to the ground. */
function lowest(columns: readonly HourlyColumn[], quantity: 'temperature' | 'windSpeed'): HourlyColumn | undefined {
  const found = columns.filter((column) => column.quantity === quantity);
  const heights = found.map(({ heightM }) => heightM ?? 0);
  const least = found.filter((_, i) => heights[i] === Math.min(...heights));
  if (least.length > 1) {
    const names = least.map(({ name }) => name).join(', ');
    refuseColumn(
      'columns',
      'profile.missing-column',
      `several columns of ${quantity}: ${names}`,
      'one of them: name it',
    );
  }
  return least[0];
}

/** @throws ProfileError where no temperature is recorded or told. */
export function moduleAir(columns: readonly HourlyColumn[], toldTemperatureC: number | undefined): ModuleAir {
  const warmth = temperatureOf(columns, toldTemperatureC);
  const wind = windOf(columns);
  return {
    temperatureC: warmth.at,
    windMPerS: wind.at,
    steps: [
      ...warmth.steps,
      ...wind.steps,
      'cell temperature of modules in an open rack: air + irradiance ÷ (25 + 6.84 · wind) (Faiman 2008)',
    ],
  };
}

interface Series {
  readonly at: (hour: number) => number;
  readonly steps: readonly string[];
}

function temperatureOf(columns: readonly HourlyColumn[], told: number | undefined): Series {
  if (told !== undefined) return { at: () => told, steps: [`air temperature ${told} °C in all hours, as told`] };
  const column = lowest(columns, 'temperature');
  if (column === undefined) {
    const expected = 'a column of air temperature, or one for all hours as airTemperatureC';
    return refuseColumn('columns', 'profile.missing-column', 'no air temperature is recorded', expected);
  }
  const { values, steps } = inOwnUnit(column);
  return { at: (hour) => values[hour]!, steps: [...steps, `air temperature from ${column.name}`] };
}

function windOf(columns: readonly HourlyColumn[]): Series {
  const column = lowest(columns, 'windSpeed');
  const { windMPerS, windHeightM, moduleHeightM, windExponent } = defaults;
  if (column === undefined)
    return { at: () => windMPerS, steps: [`no wind is recorded: ${windMPerS} m/s at the modules`] };
  const { values, steps } = positiveInOwnUnit(column);
  const height = column.heightM ?? windHeightM;
  const factor = height > moduleHeightM ? powerLawFactor(height, moduleHeightM, windExponent) : 1;
  const step = `wind from ${column.name} at ${height} m, times ${factor.toFixed(3)} at the modules (power law, exponent ${windExponent})`;
  return { at: (hour) => values[hour]! * factor, steps: [...steps, step] };
}
