/**
 * Columns of Open-Meteo: `wind_speed_100m (km/h)`, also the older `windspeed_100m`, also with the name of a weather model
 * behind. Source: open-meteo.com/en/docs, "Hourly Parameter Definition".
 */
import type { RecordedColumn } from '../../recording/recording.ts';

type Meaning = Pick<RecordedColumn, 'quantity' | 'irradiance' | 'heightM'>;

/** On a horizontal plane unless another is said. `direct_radiation` is the beam on the horizontal. */
const radiations: readonly (readonly [RegExp, Meaning])[] = [
  [/^shortwave_radiation/, { quantity: 'irradiance', irradiance: 'global' }],
  [/^direct_normal_irradiance/, { quantity: 'irradiance', irradiance: 'beamNormal' }],
  [/^diffuse_radiation/, { quantity: 'irradiance', irradiance: 'diffuse' }],
  [/^global_tilted_irradiance/, { quantity: 'irradiance', irradiance: 'plane' }],
  [/^direct_radiation/, { quantity: 'irradiance' }],
];

const atHeight: readonly (readonly [RegExp, Meaning['quantity']])[] = [
  [/^wind_?speed_(\d+)m(?=_|$)/, 'windSpeed'],
  [/^wind_?direction_(\d+)m(?=_|$)/, 'windDirection'],
  [/^temperature_(\d+)m(?=_|$)/, 'temperature'],
];

export interface OpenMeteoColumn extends Meaning {
  readonly name: string;
  readonly unit: string | undefined;
  /** Mean or sum over the interval that ends at the stamp; others are samples at the stamp. */
  readonly isPrecedingMean: boolean;
}

const noUnit = new Set(['', 'undefined', 'unixtime', 'iso8601', 'wmo code']);

/** From a cell of the header. */
export function openMeteoColumn(cell: string): OpenMeteoColumn {
  const [, name = cell, stated = ''] = /^(\S+) \((.*)\)$/.exec(cell) ?? [];
  const unit = noUnit.has(stated) ? undefined : stated;
  const radiation = radiations.find(([begin]) => begin.test(name))?.[1];
  if (radiation !== undefined) return { name, unit, ...radiation, isPrecedingMean: !/_instant(_|$)/.test(name) };
  for (const [pattern, quantity] of atHeight) {
    const [, height] = pattern.exec(name) ?? [];
    if (height !== undefined) return { name, unit, quantity, heightM: Number(height), isPrecedingMean: false };
  }
  if (/^surface_pressure/.test(name)) return { name, unit, quantity: 'pressure', isPrecedingMean: false };
  return { name, unit, quantity: 'other', isPrecedingMean: false };
}
