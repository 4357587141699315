/**
 * Scope 2: what the electricity of a site emits where it is generated, by the grid it stands on and by the energy it
 * claims; the claims of a year in force today beside those of every hour that are proposed.
 */

import type { Scenario } from '../scenario/scenario.ts';
import { tolerance } from '../units.ts';
import type { Account } from './account.ts';
import { supplyOf } from './supply.ts';
import { checked } from './whole-watt-hours.ts';

/** Emissions of a MWh, as CO₂ equivalent. */
interface Factor {
  readonly kgPerMWh: number;
  readonly kind: 'direct' | 'lifeCycle' | 'not stated';
  readonly year: number | null;
  readonly source: string;
}

export interface Scope2Factors {
  /** The same in every hour: a factor of each hour is published for few grids. */
  readonly grid: Factor;
  /** Of load that no certificate covers. */
  readonly unmatched: Factor & { readonly basis: 'residual mix' | 'fossil share of the grid' | 'mean of the grid' };
  readonly plants: Factor;
}

export function scope2Factors({ grid: given }: Scenario, y: number): Scope2Factors {
  const { kind = 'not stated', year = null, source = 'the scenario' } = given.carbonFactor ?? {};
  const grid = { kgPerMWh: given.carbonIntensityKgPerMWh, kind, year, source } as const;
  // Wind and sun burn nothing; what building them emitted is of scope 3.
  const plants = { kgPerMWh: 0, kind: 'direct', year: null, source: 'nothing is burnt' } as const;
  if (given.residualMixKgPerMWh !== undefined) {
    const { value, ...more } = given.residualMixKgPerMWh;
    return { grid, plants, unmatched: { basis: 'residual mix', kgPerMWh: value, ...more } };
  }
  const fossil = 1 - meanOf(given.carbonFreeShare?.[y]);
  if (fossil === 1 || fossil <= 0) return { grid, plants, unmatched: { basis: 'mean of the grid', ...grid } };
  const kgPerMWh = grid.kgPerMWh / fossil;
  return { grid, plants, unmatched: { ...grid, basis: 'fossil share of the grid', kgPerMWh } };
}

function meanOf(shares: Float64Array | undefined): number {
  if (shares === undefined) return 0;
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** @param kgPerMWh a g of a kWh, a thousandth of a Wh @returns whole grams */
export function gramsOf(wattHours: number, kgPerMWh: number): number {
  return checked(Math.round((wattHours * kgPerMWh) / 1000));
}

/** By hour; energy in Wh, emissions in g. */
export interface HourlyScope2 {
  readonly matched: Float64Array;
  readonly unmatched: Float64Array;
  readonly locationBased: Float64Array;
  readonly marketBased: Float64Array;
}

/** By the hour: only what a plant generated for it, in the hour or into a storage, is matched. */
export function hourlyScope2(account: Account, factors: Scope2Factors): HourlyScope2 {
  const { load } = account.flows;
  const { directly, fromStorage } = supplyOf(account);
  const matched = directly.map((wattHours, h) => wattHours + fromStorage[h]!);
  const unmatched = load.map((wattHours, h) => wattHours - matched[h]!);
  return {
    matched,
    unmatched,
    locationBased: load.map((wattHours) => gramsOf(wattHours, factors.grid.kgPerMWh)),
    marketBased: unmatched.map(
      (wattHours, h) => gramsOf(wattHours, factors.unmatched.kgPerMWh) + gramsOf(matched[h]!, factors.plants.kgPerMWh),
    ),
  };
}

/** Of a year. */
export interface Scope2 {
  readonly factors: Scope2Factors;
  readonly loadWh: number;
  /** What the plants delivered less what storages lost of it: more than the load where some was sold. */
  readonly claimedWh: number;
  readonly matchedWh: number;
  /** Neither matched nor left so by rounding, and in how many hours it is more than a ten-thousandth of the mean load. */
  readonly unmatchedWh: number;
  readonly unmatchedHours: number;
  readonly annualShare: number;
  readonly hourlyShare: number;
  readonly locationBasedGrams: number;
  readonly annualMarketBasedGrams: number;
  readonly hourlyMarketBasedGrams: number;
}

export function scope2Of(account: Account): Scope2 {
  const { flows, place, exported, unclaimed } = account;
  const factors = scope2Factors(place.scenario, place.y);
  const { matched, locationBased, marketBased } = hourlyScope2(account, factors);
  const supply = supplyOf(account);
  const loadWh = sum(flows.load);
  const matchedWh = sum(matched);
  const claimedWh = matchedWh + [...exported, ...unclaimed].reduce((total, hours) => total + sum(hours), 0);
  const short = supply.imported.map((wattHours, h) => wattHours + supply.openingBalance[h]!);
  const seen = (tolerance.unmatchedShare * loadWh) / flows.hours;
  const claimedLoadWh = Math.min(loadWh, claimedWh);
  return {
    factors,
    loadWh,
    claimedWh,
    matchedWh,
    unmatchedWh: sum(short),
    unmatchedHours: short.reduce((hours, wattHours) => hours + (wattHours > seen ? 1 : 0), 0),
    annualShare: shareOfLoad(claimedWh + sum(supply.rounding), loadWh),
    hourlyShare: shareOfLoad(loadWh - sum(short), loadWh),
    locationBasedGrams: sum(locationBased),
    annualMarketBasedGrams:
      gramsOf(loadWh - claimedLoadWh, factors.unmatched.kgPerMWh) + gramsOf(claimedLoadWh, factors.plants.kgPerMWh),
    hourlyMarketBasedGrams: sum(marketBased),
  };
}

/** Where there is no load, nothing is unmatched. */
const shareOfLoad = (wattHours: number, loadWh: number) => (loadWh === 0 ? 1 : Math.min(1, wattHours / loadWh));

const sum = (values: Float64Array) => checked(values.reduce((total, value) => total + value, 0));
