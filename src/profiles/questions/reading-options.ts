/** What whoever uses a foreign file states about it: the same words on the command line, in a scenario and in the API. */
import type { PhotovoltaicPlant, PowerPlant, WindPlant } from '../conversion/plant-options.ts';
import type { FormatAnswers } from '../formats/format.ts';
import type { ProfileUnit } from '../profile.ts';

export interface ReadingOptions extends FormatAnswers {
  /** Sheet of a workbook, or file of an archive, where it holds several. */
  readonly part?: string;
  /** Zone of the stamps, where the file states none: `UTC`, `+01:00`, `Africa/Casablanca`. */
  readonly zone?: string;
  /** Which instant of its interval a stamp names, where the format leaves it open. */
  readonly label?: 'start' | 'middle' | 'end';
  /** Unit of the column, where the file states none: `MW`, `%`, `m/s`. */
  readonly unit?: string;
  /** Whether a column that only rises is the reading of a meter, of which differences are taken, or a series as others. */
  readonly meter?: 'differences' | 'values';
  /** Nameplate of the plant that power or energy is of, in place of the one in the file. */
  readonly capacityMW?: number;
  /** See `PowerPlant`. */
  readonly nightConsumption?: NonNullable<PowerPlant['nightConsumption']>;
  /** Calendar year to take from a file of several, or to lay a typical year on. */
  readonly year?: number;
  /** How to fill gaps, `linear:3h` or `same-hour-yesterday`; see hours/fill.ts. Gaps are refused when left out. */
  readonly fill?: string;
  /** Takes hours that lack at one end of the UTC year from the file's other end, a year away. */
  readonly wrap?: boolean;
  /** The plant that weather is turned into power by. */
  readonly plant?: PhotovoltaicPlant | WindPlant;
}

/** One column that is asked for, and in which unit. */
export interface ColumnRequest {
  /** As the file writes it; undefined: the only one that fits. */
  readonly name?: string;
  readonly unit: ProfileUnit;
}

export interface ReadingRequest {
  readonly columns: readonly ColumnRequest[];
  readonly options: ReadingOptions;
}

/** What a series is for, in words of whoever imports it. */
export type Purpose = 'solar' | 'wind' | 'load' | 'temperature' | 'price' | 'pue';

export const unitOfPurpose: Readonly<Record<Purpose, ProfileUnit>> = {
  solar: 'capacityFactor',
  wind: 'capacityFactor',
  load: 'relative',
  temperature: 'temperatureC',
  price: 'pricePerMWh',
  pue: 'pue',
};

/** Options that answer nothing a native file leaves open. */
export function statedOptions(options: ReadingOptions): string[] {
  return Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}
