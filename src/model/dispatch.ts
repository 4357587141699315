/** One weather year of one phase: its hourly quantities and the laws between them, given the columns of the sizes. */

import type { VariableBlock } from '../lp/constraint.ts';
import type { ProgramBuilder } from '../lp/program-builder.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type SizeIndex, sizeIndexOf } from './buildable.ts';
import { flowCost, producedEnergyCost } from './cost.ts';
import { energyBalance, onlyRenewablesStored } from './energy-balance.ts';
import * as flexible from './flexible-load.ts';
import { leastImport, subscribedPower } from './grid.ts';
import { constantFactor, type HourlyExpression, type Hours } from './hourly.ts';
import { linkLimit } from './link.ts';
import { availability, poolsOf, weatherLimit } from './renewable.ts';
import * as storageLaws from './storage.ts';
import type { DispatchVariables, Scope, TierVariables } from './variables.ts';

/** Where the dispatch stands: phase and weather year, its hours, the columns of what stands and of subscribed power. */
export interface Dispatch {
  readonly p: number;
  readonly y: number;
  readonly hours: Hours;
  readonly K: VariableBlock;
  readonly M: number | undefined;
}

const flowOf = (block: VariableBlock): HourlyExpression => ({
  terms: [{ column: block.at, factor: constantFactor(1) }],
});

export function formulateDispatch(
  lp: ProgramBuilder,
  scenario: Scenario,
  scope: Scope,
  { p, y, hours, K, M }: Dispatch,
): DispatchVariables {
  lp.beginChain(hours.count);
  const size = sizeIndexOf(scenario);
  const { grid } = scenario;
  const pools = declareSupply(lp, scenario, p, y, hours, K, size);
  const storages = scenario.storages.map((_, s) => declareStorage(lp, scenario, s, hours, K, size));
  const tiers = scenario.load.tiers.map((_, k) => declareTier(lp, scenario, p, y, k, hours));
  const load = tiers.map(({ power }) => flexible.withCooling(scenario.load.pue[y]!, power));
  const imports = scope.importAllowed
    ? lp.variables('import', hours.labels, hours.count, { upper: grid.importLimitMW })
    : undefined;
  const exports = scope.exportAllowed
    ? lp.variables('export', hours.labels, hours.count, { upper: grid.exportLimitMW })
    : undefined;

  const discharges = storages.map(({ discharge }) => flowOf(discharge));
  const charges = storages.map(({ charge }) => flowOf(charge));
  const imported = imports ? [flowOf(imports)] : [];
  const exported = exports ? [flowOf(exports)] : [];
  const arriving = pools.map(({ delivered }) => delivered);
  const balance = lp.require(
    energyBalance(hours, [...arriving, ...discharges, ...imported], [...load, ...charges, ...exported]),
  );
  const givenToLoad = [...discharges, ...imported];
  if (givenToLoad.length > 0) lp.require(onlyRenewablesStored(hours, givenToLoad, load));
  if (imports && M !== undefined) lp.require(subscribedPower(hours, imports, M));
  const cap = scope.mostImportMWh?.[scope.weatherYears.indexOf(y)];
  if (imports && cap !== undefined) lp.require(leastImport(hours, imports, cap));

  if (scope.minimise === 'import' && imports) {
    lp.minimise(flowCost('import', { ...hours, weight: 1 }, () => 1, flowOf(imports)));
  }
  if (scope.minimise === 'cost') {
    priceDispatch(lp, scenario, y, hours, K, { pools, storages, tiers, imports, exports });
  }
  return { y, hours, pools, storages, tiers, load, imports, exports, balance };
}

type Priced = Pick<DispatchVariables, 'pools' | 'storages' | 'tiers' | 'imports' | 'exports'>;

function priceDispatch(
  lp: ProgramBuilder,
  { renewables, grid }: Scenario,
  y: number,
  hours: Hours,
  K: VariableBlock,
  { pools, storages, tiers, imports, exports }: Priced,
): void {
  for (const { pool, flow } of pools) {
    if (flow) lp.minimise(flowCost('generation', hours, () => pool.costPerMWh, flowOf(flow)));
  }
  renewables.forEach(({ purchase, capacityFactor }, i) => {
    if (purchase.kind === 'ppa' && purchase.pays === 'produced') {
      lp.minimise(producedEnergyCost(hours, purchase.pricePerMWh, capacityFactor[y]!, K.at(i)));
    }
  });
  for (const { storage, discharge } of storages) {
    lp.minimise(flowCost('wear', hours, () => storage.wearPerMWh, flowOf(discharge)));
  }
  for (const { tier, shed } of tiers) {
    if (shed) lp.minimise(flowCost('lostCompute', hours, () => tier.shed!.lostComputePerMWh, flowOf(shed)));
  }
  if (imports) lp.minimise(flowCost('import', hours, (h) => grid.importPricePerMWh[y]![h]!, flowOf(imports)));
  if (exports) lp.minimise(flowCost('export', hours, (h) => -grid.exportPricePerMWh[y]![h]!, flowOf(exports)));
}

/** A pool needs a flow of its own only where using it costs something or its link may bind. */
function declareSupply(
  lp: ProgramBuilder,
  scenario: Scenario,
  p: number,
  y: number,
  hours: Hours,
  K: VariableBlock,
  size: SizeIndex,
) {
  const pools = poolsOf(scenario, scenario.phases[p]!).map((pool) => {
    const available = availability(pool, y, (asset) => K.at(size.renewable(asset)));
    if (pool.costPerMWh === 0 && pool.link === undefined) return { pool, flow: undefined, delivered: available };
    const flow = lp.variables(
      'generation',
      [...hours.labels, pool.members.map((m) => m.renewable.name).join(' + ')],
      hours.count,
    );
    lp.require(weatherLimit(hours, available, flowOf(flow)));
    return { pool, flow, delivered: flowOf(flow) };
  });
  scenario.links.forEach((link, l) => {
    const sent = pools.filter(({ pool }) => pool.link === l).map(({ delivered }) => delivered);
    if (sent.length > 0) lp.require(linkLimit(hours, link.loss, sent, K.at(size.link(l))));
  });
  return pools;
}

function declareStorage(
  lp: ProgramBuilder,
  scenario: Scenario,
  s: number,
  hours: Hours,
  K: VariableBlock,
  size: SizeIndex,
) {
  const storage = scenario.storages[s]!;
  const of = [...hours.labels, storage.name];
  const variables = {
    storage,
    charge: lp.variables('charge', of, hours.count),
    discharge: lp.variables('discharge', of, hours.count),
    stateOfCharge: lp.variables('stateOfCharge', of, hours.count),
    P: K.at(size.storagePower(s)),
    E: K.at(size.storageEnergy(s)),
  };
  lp.require(storageLaws.stateOfCharge(hours, variables));
  lp.require(storageLaws.powerLimit(hours, variables));
  lp.require(storageLaws.fullLimit(hours, variables));
  if (storage.minimumStateOfCharge > 0) lp.require(storageLaws.emptyLimit(hours, variables));
  if (storage.cyclesPerYear !== undefined) lp.require(storageLaws.cycleLimit(hours, storage.cyclesPerYear, variables));
  return variables;
}

function declareTier(
  lp: ProgramBuilder,
  scenario: Scenario,
  p: number,
  y: number,
  k: number,
  hours: Hours,
): TierVariables {
  const phase = scenario.phases[p]!;
  const tier = scenario.load.tiers[k]!;
  const of = [...hours.labels, tier.name];
  const arrivals = flexible.arrivalsOf(scenario, phase, tier, y);
  const floorMW = tier.floorShare * flexible.meanArrivingMW(scenario, phase, tier);
  const ceilingMW = flexible.installedMW(phase, tier);
  const rampMW = tier.rampSharePerHour === undefined ? undefined : tier.rampSharePerHour * ceilingMW;
  const shed = tier.shed ? lp.variables('shed', of, hours.count, { upper: arrivals }) : undefined;
  if (shed && tier.shed) lp.require(flexible.shedLimit(hours, tier, shed, tier.shed.maximumShare * total(arrivals)));
  if (tier.deadlineHours === 0) {
    const power = flexible.firmPower(arrivals, shed);
    // Where nothing may be shed, these rows are empty and say whether what arrives can be served at all.
    const fits = arrivals.every((arriving) => floorMW <= arriving && arriving <= ceilingMW);
    if (shed || !fits) lp.require(flexible.firmPowerLimit(hours, tier, power, floorMW, ceilingMW));
    if (rampMW !== undefined) lp.require(flexible.rampLimit(hours, tier, power, rampMW));
    return { tier, arrivals, power, backlog: undefined, shed };
  }
  const served = lp.variables('served', of, hours.count, { lower: floorMW, upper: ceilingMW });
  const backlog = lp.variables('backlog', of, hours.count, {
    upper: flexible.deadlineBound(arrivals, tier.deadlineHours),
  });
  lp.require(flexible.backlogBalance(hours, tier, arrivals, { served, backlog, shed: shed ? [shed] : [] }));
  const power = flowOf(served);
  if (rampMW !== undefined) lp.require(flexible.rampLimit(hours, tier, power, rampMW));
  return { tier, arrivals, power, backlog, shed };
}

const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
