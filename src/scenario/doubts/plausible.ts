/**
 * What is usual of each quantity, with room on both sides: each range is named here, once, with what its ends were taken
 * from. A value outside is possible, but a slip of units is likelier.
 */

/** How a value may have come to be a fixed factor too small or too large. */
interface Slip {
  /** What the value would be without the slip: times this. */
  readonly factor: number;
  readonly words: string;
}

export interface PlausibleRange {
  /** Zero is no magnitude: it is never outside. */
  readonly least: number;
  readonly most: number;
  readonly unit: string;
  /** What the ends were taken from. */
  readonly source: string;
  readonly below?: Slip;
  readonly above?: Slip;
}

/** Currencies whose unit is worth about as much, so that one range of prices fits all of them. */
export const comparableCurrencies: ReadonlySet<string> = new Set(['EUR', 'USD', 'GBP', 'CHF']);

const percent: Slip = { factor: 1 / 100, words: 'percent written as a fraction' };
const kilowatts: Slip = { factor: 1 / 1000, words: 'kW written as MW' };
const perKilowattHour: Slip = { factor: 1000, words: 'a price per kWh written as one per MWh' };

export const plausible = {
  itCapacityMW: {
    least: 0.1,
    most: 20_000,
    unit: 'MW',
    source: 'twice the largest programme announced, Stargate with 10 GW, January 2025; below, a single rack',
    below: { factor: 1000, words: 'GW written as MW' },
    above: kilowatts,
  },
  /** Of sites, storages, links and the grid; `sizeShare` compares them with the load. */
  sizeMW: {
    least: 0,
    most: 50_000,
    unit: 'MW',
    source: 'above the largest site under construction, Khavda with 30 GW',
    above: kilowatts,
  },
  lifetimeYears: {
    least: 3,
    most: 100,
    unit: 'years',
    source: 'data/technologies: 10 to 40 years; hydro dams up to 100',
    above: { factor: 1 / 12, words: 'months written as years' },
  },
  discountRate: {
    least: 0.001,
    most: 0.25,
    unit: 'a year',
    source: 'real rates of power projects, 0.02 to 0.15',
    below: { factor: 100, words: 'percent divided by 100 twice' },
    above: percent,
  },
  utilisation: {
    least: 0.05,
    most: 1,
    unit: 'of the IT capacity',
    source: 'clusters in use, 0.3 to 0.9',
    below: { factor: 100, words: 'percent divided by 100 twice' },
  },
  pue: { least: 1, most: 3, unit: 'MW of the site for each MW of IT', source: 'industry means of 1.45 to 1.55' },
  target: {
    least: 0.05,
    most: 1,
    unit: 'of the load',
    source: 'claims that are made, 0.5 to 1',
    below: { factor: 100, words: 'percent divided by 100 twice' },
  },
  loss: {
    least: 0,
    most: 0.25,
    unit: 'of what enters',
    source: 'lines and converters, 0.01 to 0.1; 0.051 over 1,400 km in the shipped scenario',
    above: percent,
  },
  efficiency: {
    least: 0.25,
    most: 1,
    unit: 'one way',
    source: 'data/technologies: 0.59 to 0.96; hydrogen turbines 0.4',
    below: { factor: 100, words: 'percent divided by 100 twice' },
  },
  selfDischargePerHour: {
    least: 0,
    most: 0.01,
    unit: 'an hour',
    source: 'data/technologies: 0.00004 to 0.0001; heat stores 0.005',
    above: { factor: 1 / 24, words: 'a share a day written as one an hour' },
  },
  meanCapacityFactor: {
    least: 0.03,
    most: 0.75,
    unit: 'on average',
    source: 'sun from 0.08 in the north, wind up to 0.65 at sea; data/README.md has 0.2 to 0.53',
    below: { factor: 100, words: 'percent divided by 100 twice' },
  },
  carbonIntensityKgPerMWh: {
    least: 1,
    most: 2000,
    unit: 'kg/MWh',
    source: 'grids of hydro and nuclear power from 5, of lignite up to 1,300, life cycle',
    below: { factor: 1000, words: 'kg per kWh, or tonnes per MWh, written as kg per MWh' },
    above: { factor: 1 / 1000, words: 'g per MWh written as kg per MWh' },
  },
  /** In comparable currencies. */
  carbonPricePerTonne: {
    least: 0.1,
    most: 2000,
    unit: 'per tonne',
    source: 'emission trading and taxes, 1 to 150; damages and costs of avoiding the last tonnes, up to 1,000',
    below: { factor: 1000, words: 'a price per kg written as one per tonne' },
    above: { factor: 1 / 1000, words: 'a price per kilotonne written as one per tonne' },
  },
  /** In every currency: a MWh has nowhere cost less than one unit of money on average. */
  pricePerMWh: {
    least: 1,
    most: Number.POSITIVE_INFINITY,
    unit: 'per MWh',
    source: 'the lowest bid for a plant, 10.4 USD in Saudi Arabia, 2021',
    below: perKilowattHour,
  },
  /** In comparable currencies; above are values of load that is not served. */
  comparablePricePerMWh: {
    least: 5,
    most: 20_000,
    unit: 'per MWh',
    source: 'the lowest bid for a plant, 10.4 USD in Saudi Arabia, 2021; values of lost load up to 20,000',
    below: perKilowattHour,
    above: { factor: 1 / 1000, words: 'a price per GWh written as one per MWh' },
  },
  /** In comparable currencies. */
  wheelingPerMWh: {
    least: 0.1,
    most: 200,
    unit: 'per MWh',
    source:
      'transmission tariffs of 1 to 30 EUR/MWh, 6.0 in Morocco 2024 to 2027; whole network charges of industry up to 100',
    below: perKilowattHour,
    above: { factor: 1 / 1000, words: 'a charge per GWh written as one per MWh' },
  },
  /** In comparable currencies. */
  subscribedPowerCostPerMWYear: {
    least: 500,
    most: 1e6,
    unit: 'per MW and year',
    source: 'tariffs of industry, 5 to 150 EUR per kW and year',
    below: { factor: 1000, words: 'a charge per kW written as one per MW' },
  },
} as const satisfies Readonly<Record<string, PlausibleRange>>;

/** A size this many times the largest load serves no plan of it. */
export const sizeShare = 1000;

/** A cost this many times off that of its technology is one of another unit: they differ by a thousand, prices by less than ten. */
export const technologyShare = 100;
