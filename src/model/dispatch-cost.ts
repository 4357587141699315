import type { VariableBlock } from '../lp/constraint.ts';
import type { ProgramBuilder } from '../lp/program-builder.ts';
import type { CostByYear, Phase, Scenario } from '../scenario/scenario.ts';
import { promisedPrice } from './contract.ts';
import { flowCost, producedEnergyCost, shortfallCost } from './cost.ts';
import { tonnesPerMWh } from './grid.ts';
import { constantFactor, flowOf } from './hourly.ts';
import { presentValueOf, priceInPhase } from './present-value.ts';
import { costOfArrival } from './renewable.ts';
import type { DispatchVariables } from './variables.ts';

/** What the hours of a weather year cost, beside the sizes. */
export function priceDispatch(
  lp: ProgramBuilder,
  scenario: Scenario,
  phase: Phase,
  { y, hours, pools, storages, tiers, imports, exports }: DispatchVariables,
  K: VariableBlock,
): void {
  const { renewables, grid } = scenario;
  const always = (price: CostByYear) => constantFactor(priceInPhase(scenario, phase, price));
  for (const { pool, flow, short } of pools) {
    if (flow) lp.minimise(flowCost('generation', hours, (h) => costOfArrival(pool, y, h), flowOf(flow)));
    if (short === undefined) continue;
    const worth = presentValueOf(scenario, phase) * scenario.weatherYears[y]!.weight;
    lp.minimise(
      shortfallCost(hours, worth, priceInPhase(scenario, phase, promisedPrice(pool.contract!, phase)), short),
    );
  }
  renewables.forEach(({ purchase, capacityFactor }, i) => {
    if (purchase.kind === 'ppa' && purchase.pays === 'produced') {
      const price = priceInPhase(scenario, phase, purchase.pricePerMWh);
      lp.minimise(producedEnergyCost(hours, price, capacityFactor[y]!, K.at(i)));
    }
  });
  for (const { storage, discharge } of storages) {
    lp.minimise(flowCost('wear', hours, always(storage.wearPerMWh), flowOf(discharge)));
  }
  for (const { tier, shed } of tiers) {
    if (shed) lp.minimise(flowCost('lostCompute', hours, always(tier.shed!.lostComputePerMWh), flowOf(shed)));
  }
  const byYear = priceInPhase(scenario, phase, grid.importPricePerMWhByYear ?? 0);
  const [importPrice, exportPrice] = [grid.importPricePerMWh[y]!, grid.exportPricePerMWh[y]!];
  if (imports) lp.minimise(flowCost('import', hours, (h) => importPrice[h]! + byYear, flowOf(imports)));
  if (imports && grid.carbonPricePerTonne !== undefined) {
    const pricePerMWh = tonnesPerMWh(grid) * priceInPhase(scenario, phase, grid.carbonPricePerTonne);
    lp.minimise(flowCost('carbon', hours, () => pricePerMWh, flowOf(imports)));
  }
  if (exports) lp.minimise(flowCost('export', hours, (h) => -exportPrice[h]!, flowOf(exports)));
}
