/** Light on modules whose own plane the file recorded. */
import type { HourlyColumn } from '../hours/hourly-reading.ts';
import { positiveInOwnUnit } from './own-unit.ts';
import { photovoltaicDefaults as defaults } from './plant-defaults.ts';
import { refuseColumn } from './refusal.ts';

export interface ModuleLight {
  /** On the glass [W/m²]. */
  readonly falling: Float64Array;
  /** Behind it [W/m²]. */
  readonly reaching: Float64Array;
  readonly steps: readonly string[];
  readonly column: HourlyColumn;
}

type Irradiance = NonNullable<HourlyColumn['irradiance']>;

/** The column of one kind of irradiance. */
export function irradianceOf(columns: readonly HourlyColumn[], kind: Irradiance): HourlyColumn | undefined {
  const found = columns.filter(({ quantity, irradiance }) => quantity === 'irradiance' && irradiance === kind);
  if (found.length > 1) {
    const names = found.map(({ name }) => name).join(', ');
    refuseColumn('columns', 'profile.missing-column', `several columns of one irradiance: ${names}`, 'one: name it');
  }
  return found[0];
}

/** Undefined where no irradiance on a plane, or only a part of it, is recorded. */
export function planeLight(columns: readonly HourlyColumn[]): ModuleLight | undefined {
  const whole = irradianceOf(columns, 'plane');
  const kinds = ['beamPlane', 'diffusePlane', 'reflectedPlane'] as const;
  const parts = kinds.flatMap((kind) => irradianceOf(columns, kind) ?? []);
  const used = whole === undefined ? parts : [whole];
  const [column] = used;
  const hasBeamAndSky = parts.slice(0, 2).every(({ irradiance }, i) => irradiance === kinds[i]) && parts.length >= 2;
  if (column === undefined || (whole === undefined && !hasBeamAndSky)) return undefined;
  const own = used.map((one) => positiveInOwnUnit(one));
  const falling = column.values.map((_, hour) => own.reduce((sum, { values }) => sum + values[hour]!, 0));
  const names = used.map(({ name }) => name).join(' + ');
  return {
    falling,
    reaching: falling.map((value) => value * (1 - defaults.reflectionLoss)),
    steps: [
      ...own.flatMap(({ steps }) => steps),
      `irradiance on the modules: ${names}, the plane as recorded; ${defaults.reflectionLoss * 100} % reflected by the glass (Martin and Ruiz 2001, mean of a year)`,
    ],
    column,
  };
}
