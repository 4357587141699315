/** What `result.json` claims beside what the hours say. */

import { contractsOf } from '../metrics/contracts.ts';
import { planEmissions } from '../metrics/emissions-tonnes.ts';
import { levelisedCostPerMWh } from '../metrics/levelised-cost.ts';
import { type PhaseScore, scorecard } from '../metrics/scorecard.ts';
import type { TierScore } from '../metrics/tier-score.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Capacities, Schedule } from '../schedule/schedule.ts';
import { tolerance } from '../units.ts';
import { type SizesApart, sizesApart } from '../verify/committed-and-new.ts';
import type { CostAccount, CostItem } from '../verify/cost.ts';
import { committedCapital, committedWithoutPrice } from '../verify/cost-of-standing.ts';
import type { Verification } from '../verify/verification.ts';
import type { Certificate } from './answer.ts';
import type { Claims, PhaseClaims } from './claims.ts';

/** A claim that does not hold. */
export interface Disagreement {
  /** Path inside `result.json`, or what else disagrees. */
  readonly where: string;
  /** In words, with the numbers. */
  readonly problem: string;
}

type Say = (where: string, problem: string) => void;

/** Compares every number that is claimed; what is not claimed is passed over. */
export function compareClaims(
  scenario: Scenario,
  schedule: Schedule,
  cost: CostAccount,
  claimed: Claims,
): Disagreement[] {
  const disagreements: Disagreement[] = [];
  const say: Say = (where, problem) => disagreements.push({ where, problem });
  comparePhases(scenario, schedule, cost, claimed, say);
  compareCost(cost, claimed, say);
  const withoutPrice = JSON.stringify(committedWithoutPrice(scenario));
  compareWords('cost.withoutPrice', plainly(claimed.cost?.withoutPrice), withoutPrice, say);
  const { name, currency } = scenario;
  compareWords('scenario.name', claimed.scenario?.name, name, say);
  compareWords('scenario.currency', claimed.scenario?.currency, currency, say);
  return disagreements;
}

function comparePhases(scenario: Scenario, schedule: Schedule, { items }: CostAccount, claimed: Claims, say: Say) {
  const sizes = sizesApart(scenario, schedule);
  const scores = scorecard(scenario, schedule);
  compareEmissions(scenario, scores, claimed, say);
  for (const [p, { name, annualLoadMWh, annualEmissionsTonnes, weatherYears }] of scores.entries()) {
    const claim = claimed.phases[p];
    const where = `phases[${p}]`;
    if (claim?.name !== name) {
      say(where, `${claim?.name ?? 'nothing'} is claimed, but the phase is ${name}`);
      continue;
    }
    const { firstYear, itCapacityMW } = scenario.phases[p]!;
    const annualCost = items.reduce((sum, item) => (item.phase === name ? sum + item.annualValue : sum), 0);
    const costs = {
      annualCost,
      levelisedCostPerMWh: levelisedCostPerMWh(annualCost, annualLoadMWh),
      fullCostPerMWh: levelisedCostPerMWh(annualCost + committedCapital(scenario, p), annualLoadMWh),
    };
    compareNumbers(where, claim, { firstYear, itCapacityMW, ...costs, annualEmissionsTonnes }, 0, say);
    compareContracts(`${where}.contracts`, claim.contracts, contractsOf(scenario, schedule.phases[p]!, items), say);
    compareSizes(where, claim, { ...sizes[p]!, grid: schedule.phases[p]!.capacities.grid }, say);
    for (const [
      y,
      { name: weatherYear, tiers = [], campaigns = [], overhead, security, ...score },
    ] of weatherYears.entries()) {
      const claimedYear = claim.weatherYears?.[y];
      if (claimedYear === undefined) continue;
      compareWords(`${where}.weatherYears[${y}].name`, claimedYear.name, weatherYear, say);
      // Differences of sums are as exact as the sums; shares and counts are no sums of MWh.
      const size = score.loadMWh + score.generationMWh + score.curtailedMWh;
      const { cfeScore, cfeScoreWithGrid, annualMatchShare, unmatchedHours, ...energies } = score;
      compareNumbers(
        `${where}.weatherYears[${y}]`,
        claimedYear,
        { cfeScore, cfeScoreWithGrid, annualMatchShare, unmatchedHours },
        1,
        say,
      );
      compareNumbers(`${where}.weatherYears[${y}]`, claimedYear, energies, size, say);
      const claimedOverhead = claimedYear.overhead ?? {};
      compareNumbers(`${where}.weatherYears[${y}].overhead`, claimedOverhead, { ...overhead }, size, say);
      for (const [n, { name: _, ...run }] of campaigns.entries())
        compareNumbers(`${where}.weatherYears[${y}].campaigns[${n}]`, claimedYear.campaigns?.[n] ?? {}, run, 0, say);
      const { uncountedMWh, leastReserveHours } = security ?? {};
      const claimedSecurity = claimedYear.security ?? {};
      compareNumbers(`${where}.weatherYears[${y}].security`, claimedSecurity, { uncountedMWh }, size, say);
      compareNumbers(`${where}.weatherYears[${y}].security`, claimedSecurity, { leastReserveHours }, 1, say);
      compareTiers(`${where}.weatherYears[${y}].tiers`, claimedYear.tiers, tiers, size, say);
    }
    const extra = (claim.weatherYears?.length ?? 0) - weatherYears.length;
    if (extra > 0) say(`${where}.weatherYears`, `${extra} more are claimed than the scenario has`);
  }
  if (claimed.phases.length > scenario.phases.length) say('phases', 'more are claimed than the scenario has');
}

function compareTiers(
  where: string,
  claimed: readonly TierScore[] | undefined,
  tiers: readonly TierScore[],
  size: number,
  say: Say,
) {
  if (claimed === undefined) return;
  const [names, own] = [claimed, tiers].map((list) => list.map(({ name }) => name).join(', '));
  compareWords(where, names, own ?? '', say);
  for (const [k, tier] of tiers.entries()) {
    for (const kind of ['throughput', 'endurance'] as const) {
      for (const [field, value] of Object.entries<number>({ ...tier[kind] })) {
        // Energies are sums of the year, the others shares.
        const whole = field.endsWith('MWh') ? size : 1;
        compareNumbers(`${where}[${k}].${kind}`, claimed[k]?.[kind] ?? {}, { [field]: value }, whole, say);
      }
    }
  }
}

function compareContracts(
  where: string,
  claims: PhaseClaims['contracts'],
  contracts: ReturnType<typeof contractsOf>,
  say: Say,
) {
  if (claims === undefined) return;
  for (const { name, ...figures } of contracts) {
    const claim = Object.hasOwn(claims, name) ? claims[name] : undefined;
    if (claim === undefined) say(`${where}.${name}`, 'no contract is claimed');
    else compareNumbers(`${where}.${name}`, claim, { effectivePricePerMWh: undefined, ...figures }, 0, say);
  }
  if (Object.keys(claims).length > contracts.length) say(where, 'more are claimed than the scenario has');
}

type Sizes = SizesApart & Pick<Capacities, 'grid'>;

function compareEmissions(scenario: Scenario, scores: readonly PhaseScore[], { emissions }: Claims, say: Say) {
  const annual = scores.map(({ annualEmissionsTonnes }) => annualEmissionsTonnes);
  const { tonnes, carbonIntensityKgPerMWh, ...factor } = planEmissions(scenario, annual);
  compareNumbers('emissions', emissions ?? {}, { tonnes, carbonIntensityKgPerMWh }, 0, say);
  if (emissions === undefined) return;
  const { kind = 'not stated', year = 'not stated', source = 'not stated' } = factor;
  compareWords('emissions.kind', emissions.kind ?? 'not stated', kind, say);
  compareWords('emissions.year', String(emissions.year ?? 'not stated'), String(year), say);
  compareWords('emissions.source', emissions.source ?? 'not stated', source, say);
}

function compareSizes(where: string, claim: PhaseClaims, sizes: Sizes, say: Say) {
  for (const kind of ['renewables', 'storages', 'links'] as const) {
    const claims = claim[kind];
    for (const { name, ...size } of sizes[kind]) {
      const own = Object.hasOwn(claims, name) ? claims[name] : undefined;
      if (own === undefined) say(`${where}.${kind}.${name}`, 'no size is claimed');
      else compareNumbers(`${where}.${kind}.${name}`, own, size, 0, say);
    }
    if (Object.keys(claims).length > sizes[kind].length)
      say(`${where}.${kind}`, 'more are claimed than the scenario has');
  }
  compareNumbers(`${where}.grid`, claim.grid, sizes.grid, 0, say);
}

function compareCost({ objective, items }: CostAccount, { cost }: Claims, say: Say) {
  compareNumbers('cost', cost ?? {}, { objective }, 0, say);
  if (cost?.items === undefined) return;
  const keyOf = ({ phase, name, kind }: Pick<CostItem, 'phase' | 'name' | 'kind'>) =>
    JSON.stringify([phase, name, kind]);
  const recomputed = new Map(Map.groupBy(items, keyOf));
  for (const [at, item] of cost.items.entries()) {
    const where = `cost.items[${at}]`;
    const [own] = recomputed.get(keyOf(item))?.splice(0, 1) ?? [];
    if (own === undefined) say(where, `${item.kind} of ${item.name} in ${item.phase} is no cost of this plan`);
    else compareNumbers(where, item, { value: own.value, annualValue: own.annualValue }, 0, say);
  }
  for (const { kind, name, phase, value } of [...recomputed.values()].flat()) {
    if (value !== 0) say('cost.items', `${kind} of ${name} in ${phase} is missing; it is ${value}`);
  }
}

/** Laws with the number of their checks, and what they found. */
export function compareVerification({ laws, violations }: Verification, { certificate }: Claims): Disagreement[] {
  const disagreements: Disagreement[] = [];
  const say: Say = (where, problem) => disagreements.push({ where, problem });
  compareWords('certificate.verified', certificate?.verified, violations.length === 0, say);
  for (const [at, { law, ...claim }] of certificate?.laws?.entries() ?? []) {
    const own = laws.find((other) => other.law === law);
    const where = `certificate.laws[${at}]`;
    if (own === undefined) say(where, `${law} is no law that is checked`);
    else compareNumbers(where, claim, { checks: own.checks, broken: own.broken }, 0, say);
  }
  return disagreements;
}

/** The largest violation that is claimed also covers the programme's own columns, so it may be larger. */
export function compareCertificate(
  { maxViolationMWh, verified: _, ...numbers }: Partial<Certificate>,
  { certificate }: Claims,
): Disagreement[] {
  const disagreements: Disagreement[] = [];
  const say: Say = (where, problem) => disagreements.push({ where, problem });
  const { relativeGap, ...rest } = numbers;
  compareNumbers('certificate', certificate ?? {}, rest, 0, say);
  // A gap is a difference of numbers that agree to this share of themselves.
  compareNumbers('certificate', certificate ?? {}, relativeGap === undefined ? {} : { relativeGap }, 1, say);
  const claim = certificate?.maxViolationMWh;
  if (claim !== undefined && maxViolationMWh !== undefined && claim < maxViolationMWh * (1 - tolerance.claimedShare)) {
    say('certificate.maxViolationMWh', `${claim} is claimed, but a law is missed by ${maxViolationMWh}`);
  }
  return disagreements;
}

type Numbers = Readonly<Record<string, number | undefined>>;

/** @param size what a number is a part of, where that is larger than the number */
function compareNumbers(where: string, claimed: object, recomputed: Numbers, size: number, say: Say): void {
  for (const [field, own] of Object.entries(recomputed)) {
    const claim: unknown = field in claimed ? (claimed as Numbers)[field] : undefined;
    if (typeof claim !== 'number') continue;
    const room = tolerance.claimedShare * Math.max(size, Math.abs(claim), Math.abs(own ?? 0));
    if (own !== undefined && Math.abs(claim - own) <= room) continue;
    say(
      `${where}.${field}`,
      `${claim} is claimed, ${own === undefined ? 'but there is no such value' : `recomputed it is ${own}`}`,
    );
  }
}

function plainly(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

function compareWords(where: string, claim: string | boolean | undefined, own: string | boolean, say: Say): void {
  if (claim !== undefined && claim !== own) say(where, `${claim} is claimed, recomputed it is ${own}`);
}
