import type { CostByYear, Scenario } from '../../scenario/scenario.ts';

/** What of a scenario no window knows how to keep, in words: nothing of it is left out in silence. */
export function uncovered(
  { load, storages, renewables, grid, matching, security, phases }: Scenario,
  p: number,
): string[] {
  const { name } = phases[p]!;
  const isPaid = (price: CostByYear) => (typeof price === 'number' ? price !== 0 : true);
  const counted = renewables.filter(
    ({ purchase }) =>
      purchase.kind === 'ppa' && (purchase.takeOrPayMWhPerYear !== undefined || purchase.mostMWhPerYear !== undefined),
  );
  const leaking = storages.filter((one) => one.minimumStateOfCharge > 0 && one.selfDischargePerHour > 0);
  return [
    ...(matching.kind === 'monthly' || matching.kind === 'annual'
      ? [`a promise by the ${matching.kind === 'annual' ? 'year' : 'month'}: surplus to come would have to be trusted`]
      : []),
    ...(load.campaigns ?? []).filter((run) => run.phase === name).map((run) => `the campaign ${run.name}`),
    ...load.tiers.filter((tier) => tier.rampSharePerHour !== undefined).map((tier) => `the ramp of ${tier.name}`),
    ...counted.map((plant) => `the yearly amounts of the contract for ${plant.name}`),
    ...leaking.map((storage) => `the reserve of ${storage.name}, which leaks: no forecast can promise to keep it`),
    ...(isPaid(grid.subscribedPowerCostPerMWYear) ? ['a price on subscribed power'] : []),
    ...(grid.emissionsLimitTonnesPerYear === undefined ? [] : ['a limit on emissions']),
    ...(grid.exportShare === undefined ? [] : ['a limit on export by the year']),
    ...(security === undefined ? [] : ['security: reserves and derated plants']),
  ];
}
