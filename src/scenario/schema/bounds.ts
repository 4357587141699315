/**
 * The most that a scenario may hold of anything, far above real use and far below what could keep a machine busy for
 * hours or leave the numbers of a computer. Each stands in the schema, in its descriptions and in the faults.
 */
export const most = {
  /** A campus grows in a handful of steps. */
  phases: 50,
  /** Reanalyses reach back to 1940. */
  weatherYears: 100,
  tiers: 50,
  renewables: 500,
  storages: 100,
  links: 100,
  /** Rows of a cost by year, points of a power curve. */
  rows: 200,
  /** In characters. */
  description: 10_000,
  path: 1000,
  column: 200,
  word: 100,
  source: 2000,
  /** MW of a campus: about a quarter of what the world consumes. */
  campusMW: 1e6,
  /** “No limit” is written as 1e8 now and then. */
  megawatts: 1e9,
  megawattHours: 1e12,
  /** Money for each MW, MWh or year, in the currencies of the smallest unit too. */
  money: 1e13,
  pricePerMWh: 1e9,
  carbonIntensityKgPerMWh: 1e5,
  /** Of emissions: more than the world's. */
  tonnesPerYear: 1e12,
  lifetimeYears: 1000,
  durationHours: 87_600,
  cyclesPerYear: 8784,
  /** Fields of one group; the largest has nineteen. */
  fields: 1000,
  /** Levels of nesting; the schema has seven. */
  depth: 20,
  /** Of a text. */
  bytes: 1_000_000,
  /** Lines and commas of a text, each of which could be a value. */
  separators: 50_000,
  /** Faults that are put into words: the rest is counted. */
  faultsTold: 100,
  faultsWorded: 1000,
} as const;
