import type { Constraint, VariableBlock } from '../lp/constraint.ts';
import type { ProgramBuilder } from '../lp/program-builder.ts';
import type { HourlySeries, Phase, Ppa, Renewable, Scenario } from '../scenario/scenario.ts';
import { sitesOf } from '../scenario/sites.ts';
import { buildablesOf, type SizeIndex, sizeIndexOf } from './buildable.ts';
import { runsIn } from './contract.ts';
import { addTerms, constantFactor, flowOf, type HourlyExpression, type Hours } from './hourly.ts';
import { hourlyWheelingOf, wheelingOf } from './link.ts';
import { priceInPhase } from './present-value.ts';
import { countedShare } from './security.ts';
import { canStand, committedIn } from './vintage.ts';

/**
 * Assets that are alike to the dispatcher: on one link (or none) and at one cost per MWh that arrives in each hour. Which of them
 * generates makes no difference, so a pool needs one flow, not one an asset; the schedule shares it by availability.
 */
export interface Pool {
  readonly members: readonly Member[];
  /** Index into the scenario's links. */
  readonly link: number | undefined;
  /** Paid for each MWh that arrives at the site [currency/MWh]. */
  readonly costPerMWh: number;
  /** Paid beside it, charges that are not the same in every hour. */
  readonly costPerMWhByHour: readonly HourlySeries[];
  /** Of a single plant whose contract counts what is taken in a year. */
  readonly contract: Ppa | undefined;
}

interface Member {
  /** Index into the scenario's renewables. */
  readonly asset: number;
  readonly renewable: Renewable;
}

/** What one MWh costs that leaves the plant: its own variable cost, the contract's price where it pays for use, the way. */
function costOfUse(scenario: Scenario, phase: Phase, renewable: Renewable): number {
  const { purchase, variableOpexPerMWh } = renewable;
  const isUsed = purchase.kind === 'ppa' && purchase.pays === 'used';
  const price = isUsed ? priceInPhase(scenario, phase, purchase.pricePerMWh) : 0;
  return priceInPhase(scenario, phase, variableOpexPerMWh) + price + wheelingOf(scenario, phase, renewable);
}

/** The pools of a phase, in the order of their first assets: of what can stand by then, its link with it. */
export function poolsOf(scenario: Scenario, phase: Phase): Pool[] {
  const buildables = buildablesOf(scenario);
  const pools = new Map<string, { members: Member[] } & Omit<Pool, 'members'>>();
  scenario.renewables.forEach((renewable, asset) => {
    const carrier = linkOf(scenario, renewable);
    const way = [asset, ...(carrier === undefined ? [] : [sizeIndexOf(scenario).link(carrier)])];
    if (!way.every((size) => canStand(buildables[size]!, phase))) return;
    const link = carrier !== undefined && mayBind(scenario, carrier, phase) ? carrier : undefined;
    const costPerMWh = costOfUse(scenario, phase, renewable) / (1 - renewable.loss);
    const contract = countedContract(renewable, phase);
    const charges = hourlyWheelingOf(scenario, renewable);
    const key = JSON.stringify([
      link,
      costPerMWh,
      ...charges.map(([payee]) => [payee, renewable.loss]),
      ...(contract === undefined ? [] : [renewable.name]),
    ]);
    const arriving = 1 - renewable.loss;
    const costPerMWhByHour = charges.map(([, byHour]) => byHour.map((year) => year.map((price) => price / arriving)));
    const pool = pools.get(key) ?? { members: [], link, costPerMWh, costPerMWhByHour, contract };
    pool.members.push({ asset, renewable });
    pools.set(key, pool);
  });
  return [...pools.values()];
}

/** A contract under which it matters how much is taken in a year. */
function countedContract({ purchase }: Renewable, phase: Phase): Ppa | undefined {
  if (purchase.kind !== 'ppa' || !runsIn(purchase, phase)) return undefined;
  const { takeOrPayMWhPerYear, mostMWhPerYear } = purchase;
  return takeOrPayMWhPerYear === undefined && mostMWhPerYear === undefined ? undefined : purchase;
}

/** Whether what is used of a pool was chosen: its use costs something, or is counted. */
export const isChosen = ({ costPerMWh, costPerMWhByHour, contract }: Pool): boolean =>
  costPerMWh !== 0 || costPerMWhByHour.length > 0 || contract !== undefined;

/** What a MWh that arrives from a pool costs in an hour. */
export const costOfArrival = ({ costPerMWh, costPerMWhByHour }: Pool, y: number, h: number): number =>
  costPerMWhByHour.reduce((sum, byHour) => sum + byHour[y]![h]!, costPerMWh);

function linkOf({ links }: Scenario, { link: name }: Renewable): number | undefined {
  const index = links.findIndex((other) => other.name === name);
  return index < 0 ? undefined : index;
}

/** A link matters to the dispatch where its assets together could send more than it is sure to carry in the phase. */
function mayBind(scenario: Scenario, index: number, phase: Phase): boolean {
  const { links, phases, renewables } = scenario;
  const senders = renewables.filter((other) => other.link === links[index]!.name);
  const most = sitesOf(senders).reduce((sum, { maximumMW }) => sum + maximumMW, 0);
  const link = buildablesOf(scenario)[sizeIndexOf(scenario).link(index)]!;
  return most > committedIn(link, phases, phase);
}

/** What arrives from a pool: a flow of its own only where using it costs something or its link may bind. */
export interface PoolVariables {
  readonly pool: Pool;
  readonly available: HourlyExpression;
  readonly flow: VariableBlock | undefined;
  /** The flow, or all that is available. */
  readonly delivered: HourlyExpression;
  /** What is paid for without being taken, on average over the year, where the contract says so [MW]. */
  readonly short: number | undefined;
}

/** @param K what stands, in the order of `buildablesOf` */
export function declarePools(
  lp: ProgramBuilder,
  scenario: Scenario,
  phase: Phase,
  y: number,
  hours: Hours,
  K: VariableBlock,
  size: SizeIndex,
): PoolVariables[] {
  return poolsOf(scenario, phase).map((pool) => {
    const available = availability(pool, y, countedShare(scenario), (asset) => K.at(size.renewable(asset)));
    if (!isChosen(pool) && pool.link === undefined)
      return { pool, available, flow: undefined, delivered: available, short: undefined };
    const of = [...hours.labels, pool.members.map(({ renewable }) => renewable.name).join(' + ')];
    const flow = lp.variables('generation', of, hours.count);
    const isPaidAnyway = pool.contract?.takeOrPayMWhPerYear !== undefined;
    const short = isPaidAnyway ? lp.variables('shortfall', of, 1).at(0) : undefined;
    return { pool, available, flow, delivered: flowOf(flow), short };
  });
}

/**
 * What a pool's assets could deliver to the site: Σ (1 − loss)·a[h]·K.
 *
 * @param counted of their output
 */
export function availability(
  pool: Pool,
  weatherYear: number,
  counted: number,
  capacity: (asset: number) => number,
): HourlyExpression {
  return {
    terms: pool.members.map(({ asset, renewable }) => {
      const factors = renewable.capacityFactor[weatherYear]!;
      const arriving = counted * (1 - renewable.loss);
      return { column: constantFactor(capacity(asset)), factor: (hour) => arriving * factors[hour]! };
    }),
  };
}

/**
 * No more arrives from a pool than its plants can make of the weather and its losses leave, less what a plan that holds with
 * less leaves uncounted; the rest is curtailed.
 *
 * @equation (1 − derate)·Σ_i (1 − loss_i)·a_i[h]·K_i − g[h] ≥ 0
 * @dual what one more MWh of this pool's weather is worth in the hour [currency/MWh]
 */
export function weatherLimit(hours: Hours, available: HourlyExpression, g: HourlyExpression): Constraint {
  return {
    name: 'weatherLimit',
    of: hours.labels,
    count: hours.count,
    write: (row, h) => {
      addTerms(row, available, h);
      addTerms(row, g, h, -1).atLeast(0);
    },
  };
}
