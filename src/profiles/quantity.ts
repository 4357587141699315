/** What each unit of a profile may hold. A value outside is a mistake of the file, never something to clamp. */
import type { ProfileUnit } from './profile.ts';

export interface Quantity {
  readonly minimum: number;
  readonly maximum: number;
  /** The range in words, for messages. */
  readonly range: string;
}

export const quantities: Readonly<Record<ProfileUnit, Quantity>> = {
  capacityFactor: { minimum: 0, maximum: 1, range: 'a fraction of capacity, 0…1' },
  relative: { minimum: 0, maximum: 1e12, range: 'a shape without unit, 0 or more, at most 1e12' },
  // No site needs ten times its IT load: such a number is a percentage (121 for 1.21) or another column.
  pue: { minimum: 1, maximum: 10, range: 'facility energy ÷ IT energy, 1…10' },
  // Prices below zero are real.
  pricePerMWh: { minimum: -1e9, maximum: 1e9, range: 'money per MWh, −1e9…1e9' },
  // Wider than any air temperature ever recorded, narrower than kelvin or tenths of a degree.
  temperatureC: { minimum: -60, maximum: 70, range: 'degrees Celsius, −60…70' },
};

export const unitNames = Object.keys(quantities).join(', ');

export function isProfileUnit(text: string): text is ProfileUnit {
  return Object.hasOwn(quantities, text);
}

/** NaN and the infinities are in no range. */
export function isInRange(quantity: Quantity, value: number): boolean {
  return value >= quantity.minimum && value <= quantity.maximum;
}
