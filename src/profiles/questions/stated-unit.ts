/** What a column is about whose file does not say so, by the unit that is stated for it and what it is wanted for. */
import { unitStep } from '../conversion/unit-factors.ts';
import type { ProfileUnit } from '../profile.ts';
import type { RecordedQuantity } from '../recording/recording.ts';

const physical = ['power', 'energy', 'irradiance', 'windSpeed', 'temperature', 'pressure'] as const;

export function quantityOfUnit(unit: string, wanted: ProfileUnit): RecordedQuantity {
  if (wanted === 'pricePerMWh') return 'price';
  if (wanted === 'capacityFactor' && (unit === '1' || unit === '%')) return 'capacityFactor';
  return physical.find((quantity) => unitStep(quantity, unit) !== undefined) ?? 'other';
}
