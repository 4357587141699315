/** Scope 2 of a year as the ledger's document tells it: what is in force, what is proposed, and the gap between both. */

import type { Scope2 } from '../../ledger/scope2.ts';

/** By what the figures are reckoned, as of November 2026. */
export const scope2Rules = [
  {
    figure: 'locationBased',
    status: 'in force',
    rule: 'GHG Protocol Scope 2 Guidance of 2015: all load at the factor of the grid',
  },
  {
    figure: 'marketBasedAnnual',
    status: 'in force',
    rule: 'GHG Protocol Scope 2 Guidance of 2015: load at the factors of what is claimed over the year, the rest at that of unclaimed energy',
  },
  {
    figure: 'marketBasedHourly',
    status: 'proposed',
    rule: 'Revision of the GHG Protocol Scope 2 Standard, in consultation until January 2026: claims only within the hour and of what can be delivered, the rest at that of unclaimed energy or a fossil one',
  },
  {
    figure: 'steps',
    status: 'in force',
    rule: 'SBTi Corporate Net-Zero Standard 2.0 of June 2026, optional now, recommended from 2028, compulsory in the cycle from 2030: recognition by the share that is matched hourly',
  },
] as const;

const steps = [
  { share: 0.5, by: 'now' },
  { share: 0.75, by: '2030' },
  { share: 0.9, by: '2035' },
] as const;

const GRAMS_PER_TONNE = 1e6;
const WATT_HOURS_PER_MWH = 1e6;

export function scope2Summary(year: Scope2) {
  return {
    locationBasedTonnes: year.locationBasedGrams / GRAMS_PER_TONNE,
    marketBasedAnnualTonnes: year.annualMarketBasedGrams / GRAMS_PER_TONNE,
    marketBasedHourlyTonnes: year.hourlyMarketBasedGrams / GRAMS_PER_TONNE,
    annualShare: year.annualShare,
    hourlyShare: year.hourlyShare,
    unmatchedMWh: year.unmatchedWh / WATT_HOURS_PER_MWH,
    unmatchedHours: year.unmatchedHours,
    gap: gapOf(year),
    steps: steps.map((step) => ({ ...step, reached: year.hourlyShare >= step.share })),
    factors: year.factors,
  };
}

export type Scope2Summary = ReturnType<typeof scope2Summary>;

/** In one sentence, what a claim by the year says beyond what the hours do. */
function gapOf({ annualShare, hourlyShare, unmatchedWh, unmatchedHours, loadWh }: Scope2): string {
  const shares = `Annual claim ${percent(annualShare)}, hourly ${unmatchedHours === 0 ? '100 %' : percent(hourlyShare)}`;
  const hours = `${unmatchedHours.toLocaleString('en-US')} ${unmatchedHours === 1 ? 'hour' : 'hours'}`;
  const claimedBeyondWh = unmatchedWh - (1 - annualShare) * loadWh;
  if (unmatchedHours === 0 || claimedBeyondWh < 1) {
    const rest = unmatchedHours === 0 ? '' : `; ${megawattHours(unmatchedWh)} in ${hours} are unmatched by either`;
    return `${shares}: there is no difference${rest}.`;
  }
  const difference = `the difference is ${megawattHours(claimedBeyondWh)}`;
  if (annualShare === 1) return `${shares}: ${difference} in ${hours}, offset by surplus in others.`;
  return `${shares}: ${difference} of the ${megawattHours(unmatchedWh)} unmatched in ${hours}, offset by surplus in others.`;
}

/** Never 100 of what is less. */
function percent(share: number): string {
  if (share === 1) return '100 %';
  return `${Math.min(99.99, 100 * share).toLocaleString('en-US', { maximumFractionDigits: 2 })} %`;
}

function megawattHours(wattHours: number): string {
  const mwh = wattHours / WATT_HOURS_PER_MWH;
  return `${mwh.toLocaleString('en-US', mwh < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 })} MWh`;
}
