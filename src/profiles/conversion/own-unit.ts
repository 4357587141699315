/** A recorded column in our own unit of its quantity: kW, kWh, W/m², m/s, °C, Pa. */
import type { HourlyColumn } from '../hours/hourly-reading.ts';
import { refuseColumn, refuseHours } from './refusal.ts';
import { ownUnits, unitStep, unitsOf } from './unit-factors.ts';

export interface OwnColumn {
  readonly values: Float64Array;
  /** Empty where the unit was ours already. */
  readonly steps: readonly string[];
}

/** @throws ProfileError where the unit is missing or unknown, or a value is no number. */
export function inOwnUnit(column: HourlyColumn): OwnColumn {
  const { name, quantity, unit, values } = column;
  const step = unitStep(quantity, unit);
  if (step === undefined) {
    const problem =
      unit === undefined ? 'nobody says which unit it is in' : `"${unit}" is no unit known for ${quantity}`;
    refuseColumn(name, 'profile.wrong-unit', problem, `state its unit, one of ${unitsOf(quantity)}`);
  }
  refuseHours(column, (value) => !Number.isFinite(value), 'no number', 'a number for every hour');
  const { factor, offset } = step;
  if (factor === 1 && offset === 0) return { values, steps: [] };
  const converted = values.map((value) => value * factor + offset);
  return { values: converted, steps: [`${name}: ${unit} to ${ownUnits[quantity]}`] };
}

/** The same for what cannot be negative: light and speed. */
export function positiveInOwnUnit(column: HourlyColumn): OwnColumn {
  refuseHours(column, (value) => value < 0, 'below 0', `${column.quantity} of 0 or more; missing values are not −999`);
  return inOwnUnit(column);
}
