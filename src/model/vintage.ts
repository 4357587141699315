/**
 * What becomes of a size over the years: how long it stands, when it is replaced, what it costs in a year. Time is counted
 * in calendar years: a year that a life begins, it stands through.
 */

import type { Phase, Salvage } from '../scenario/scenario.ts';
import { costInYear, valueFrom } from '../scenario/technologies/cost-by-year.ts';
import type { Buildable, Commitment } from './buildable.ts';
import { capitalRecoveryFactor } from './present-value.ts';

/**
 * What wears out within a phase is replaced and stands on as new; what wears out as a phase begins is gone, for the phase
 * builds what it needs. So a cut in the year of a replacement changes nothing by itself: the phase may build the same at
 * the same price. What is contracted is gone with its contract.
 */
export function isAlive(
  { lifetimeYears, standsThrough }: Buildable,
  builtIn: number,
  phases: readonly Phase[],
  during: Phase,
): boolean {
  const wholeYears = Math.ceil(lifetimeYears);
  const begun = phases.filter(({ firstYear }) => builtIn < firstYear && firstYear <= during.firstYear);
  return (
    builtIn <= during.firstYear &&
    during.firstYear <= standsThrough &&
    begun.every(({ firstYear }) => (firstYear - builtIn) % wholeYears !== 0)
  );
}

/** Whether any of it may stand in a phase: nothing does before it can be commissioned. */
export function canStand(buildable: Buildable, phase: Phase): boolean {
  const { availableFrom, standsThrough } = buildable;
  return maximumIn(buildable, phase) > 0 && availableFrom <= phase.firstYear && phase.firstYear <= standsThrough;
}

/** The most that may stand in a phase [MW or MWh]. */
export function maximumIn({ maximum }: Buildable, { firstYear }: Phase): number {
  return valueFrom(maximum, firstYear);
}

/** What stands in a phase of what was committed, by the year of each stretch. */
export function commitmentsIn(buildable: Buildable, phases: readonly Phase[], during: Phase): Commitment[] {
  return buildable.commitments.filter(({ from }) => isAlive(buildable, from, phases, during));
}

/** The same together [MW or MWh]. */
export function committedIn(buildable: Buildable, phases: readonly Phase[], during: Phase): number {
  return commitmentsIn(buildable, phases, during).reduce((sum, { size }) => sum + size, 0);
}

/** Capital and fixed O&M in a year of one unit built in another [currency per MW or MWh and year]. */
export function yearlyCost(buildable: Buildable, discountRate: number, builtIn: number, year: number): number {
  const { boughtIn, paidOverYears } = purchaseOf(buildable, builtIn, year);
  const capital = investment(buildable, boughtIn) * capitalRecoveryFactor(discountRate, paidOverYears);
  return capital + fixedCost(buildable, boughtIn, year);
}

/** Overnight cost and interest until it stands. */
const investment = ({ capex, constructionInterest }: Buildable, boughtIn: number): number =>
  costInYear(capex, boughtIn) * (1 + constructionInterest);

/** Operation costs what it cost when the plant was bought, rent what it costs now. */
const fixedCost = ({ fixedOpex, isRented }: Buildable, boughtIn: number, year: number): number =>
  costInYear(fixedOpex, isRented ? year : boughtIn);

/**
 * What is still owed at the end of a year for one unit built in another, its annuities to come, less what it is then worth
 * [currency per MW or MWh].
 */
export function owedAfter(
  buildable: Buildable,
  discountRate: number,
  salvage: Salvage,
  builtIn: number,
  year: number,
): number {
  const { boughtIn, paidOverYears } = purchaseOf(buildable, builtIn, year);
  const yearsLeft = paidOverYears - (year + 1 - boughtIn);
  if (yearsLeft <= 0) return 0;
  const owed = capitalRecoveryFactor(discountRate, paidOverYears) / capitalRecoveryFactor(discountRate, yearsLeft);
  return investment(buildable, boughtIn) * (owed - (salvage === 'linear' ? yearsLeft / paidOverYears : 0));
}

/** The same of what was committed: what stood at the beginning owes nothing, and is worth what it is worth without a plan. */
export function owedAfterForCommitted(
  buildable: Buildable,
  discountRate: number,
  salvage: Salvage,
  { from }: Commitment,
  year: number,
): number {
  const isFirst = purchaseOf(buildable, from, year).boughtIn === from;
  return isFirst ? 0 : owedAfter(buildable, discountRate, salvage, from, year);
}

/** The same of what was committed: what stood at the beginning has its capital spent, what replaces it has not. */
export function yearlyCostOfCommitted(
  buildable: Buildable,
  discountRate: number,
  { from }: Commitment,
  year: number,
): number {
  const { boughtIn } = purchaseOf(buildable, from, year);
  return boughtIn === from ? fixedCost(buildable, boughtIn, year) : yearlyCost(buildable, discountRate, from, year);
}

/** When that was bought which stands in a year, and over how long it is paid: over its life, but no longer than it stands. */
function purchaseOf({ lifetimeYears, equipmentYears }: Buildable, builtIn: number, year: number) {
  const wholeYears = Math.ceil(lifetimeYears);
  const lifeFrom = year - ((year - builtIn) % wholeYears);
  const boughtIn = year - ((year - lifeFrom) % Math.ceil(equipmentYears));
  return { boughtIn, paidOverYears: Math.min(equipmentYears, lifeFrom + wholeYears - boughtIn) };
}
