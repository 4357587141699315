/** Units that files write, and what joins them to ours. Spelling matters: mW is no MW. */
import type { RecordedQuantity } from '../recording/recording.ts';

/** Value in our unit = value · factor + offset. */
export interface UnitStep {
  readonly factor: number;
  readonly offset: number;
}

type Table = Readonly<Record<string, number>>;

const power: Table = { W: 0.001, kW: 1, MW: 1000, GW: 1e6 };
const joulesOfHour = 1 / 3600;

/** Into kW, W/m², m/s, Pa: factors alone. */
const factors: Partial<Record<RecordedQuantity, Table>> = {
  power,
  capacity: power,
  // Energy of an hour is the mean power over it.
  energy: { Wh: 0.001, kWh: 1, MWh: 1000, GWh: 1e6 },
  irradiance: {
    ...{ 'W/m²': 1, 'kW/m²': 1000, 'Wh/m²': 1, 'kWh/m²': 1000 },
    ...{ 'J/m²': joulesOfHour, 'kJ/m²': 1000 * joulesOfHour, 'MJ/m²': 1e6 * joulesOfHour },
  },
  windSpeed: { 'm/s': 1, 'km/h': 1 / 3.6, mph: 0.44704, kn: 1852 / 3600 },
  pressure: { Pa: 1, hPa: 100, mbar: 100, kPa: 1000, bar: 1e5, atm: 101_325 },
};

const temperatures: Readonly<Record<string, UnitStep>> = {
  '°C': { factor: 1, offset: 0 },
  K: { factor: 1, offset: -273.15 },
  '°F': { factor: 5 / 9, offset: -160 / 9 },
};

/** Names of our own units. */
export const ownUnits: Partial<Record<RecordedQuantity, string>> = {
  ...{ power: 'kW', capacity: 'kW', energy: 'kWh', irradiance: 'W/m²', windSpeed: 'm/s', pressure: 'Pa' },
  temperature: '°C',
};

/** Other ways of writing the same unit. */
const spellings: Readonly<Record<string, string>> = {
  ...{ 'W/m2': 'W/m²', 'w/m2': 'W/m²', 'W/m^2': 'W/m²', 'kW/m2': 'kW/m²', 'kW/m^2': 'kW/m²' },
  ...{ 'Wh/m2': 'Wh/m²', 'Wh/m^2': 'Wh/m²', 'kWh/m2': 'kWh/m²', 'kWh/m^2': 'kWh/m²', 'kW-hr/m^2': 'kWh/m²' },
  ...{ 'J/m2': 'J/m²', 'J/m^2': 'J/m²', 'J m**-2': 'J/m²', 'kJ/m2': 'kJ/m²', 'MJ/m2': 'MJ/m²', 'MJ/m^2': 'MJ/m²' },
  ...{ 'm s-1': 'm/s', 'm s**-1': 'm/s', 'km/hr': 'km/h', kmh: 'km/h', 'mp/h': 'mph', kt: 'kn', knots: 'kn' },
  ...{ C: '°C', c: '°C', ºC: '°C', degC: '°C', F: '°F', degF: '°F', mb: 'mbar' },
};

/** The step from a unit to ours for that quantity; undefined where the unit is missing or not one of the quantity's. */
export function unitStep(quantity: RecordedQuantity, unit: string | undefined): UnitStep | undefined {
  if (unit === undefined) return undefined;
  const name = Object.hasOwn(spellings, unit) ? spellings[unit]! : unit;
  if (quantity === 'temperature') return Object.hasOwn(temperatures, name) ? temperatures[name] : undefined;
  const table = factors[quantity];
  return table !== undefined && Object.hasOwn(table, name) ? { factor: table[name]!, offset: 0 } : undefined;
}

/** Units a quantity may be in, for messages. */
export function unitsOf(quantity: RecordedQuantity): string {
  return Object.keys(quantity === 'temperature' ? temperatures : (factors[quantity] ?? {})).join(', ');
}
