/** What a map of the hours of a year can show, and its scale of whole numbers. */

/** Series → its unit; money stands for the currency of the scenario. */
export const mapSeries = {
  matched: '1',
  curtailed: 'MW',
  stateOfCharge: 'MWh',
  price: 'money/MWh',
  carbon: 'kg/MWh',
} as const;

export type MapSeries = keyof typeof mapSeries;

/** Above it a number means that there is none. */
export const MAP_STEPS = 65_534;
