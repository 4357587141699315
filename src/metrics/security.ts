import type { Scenario } from '../scenario/scenario.ts';
import { effectiveEnergyMWh, effectiveMW } from '../schedule/effective.ts';
import type { Capacities, WeatherYearSchedule } from '../schedule/schedule.ts';

/** What a plan has beyond its need, where a scenario asks for it. */
export interface SecurityScore {
  /** The fewest hours of firm load in store at the end of any hour; absent where no reserve is asked for. */
  readonly leastReserveHours?: number;
  /** What the weather would give beyond what is counted, at the plants; absent where all is counted. */
  readonly uncountedMWh?: number;
}

/** @equation min_h Σ_s η⁻·(s[h] − s_min·E) / firm load[h], derate·Σ_i Σ_h a_i[h]·K_i */
export function securityScore(
  { security, load, storages, renewables, phases }: Scenario,
  p: number,
  year: number,
  capacities: Capacities,
  flows: WeatherYearSchedule,
): SecurityScore | undefined {
  if (security === undefined) return undefined;
  const { reserveHours, derateShare } = security;
  const staysMW = (load.facility?.fixedShare ?? 0) * phases[p]!.itCapacityMW;
  const firm = flows.tiers.filter((_, k) => load.tiers[k]?.deadlineHours === 0);
  const leastHours = flows.loadMW.reduce((least, _, h) => {
    const needed = staysMW + load.pue[year]![h]! * firm.reduce((sum, { servedMW }) => sum + servedMW[h]!, 0);
    const held = storages.reduce((sum, { dischargeEfficiency, minimumStateOfCharge }, s) => {
      const above =
        flows.storages[s]!.stateOfChargeMWh[h]! - minimumStateOfCharge * effectiveEnergyMWh(capacities.storages[s]!);
      return sum + dischargeEfficiency * above;
    }, 0);
    return needed > 0 ? Math.min(least, held / needed) : least;
  }, Number.MAX_VALUE);
  const whole = renewables.reduce((sum, { capacityFactor }, i) => {
    const fullLoadHours = capacityFactor[year]!.reduce((all, factor) => all + factor, 0);
    return sum + fullLoadHours * effectiveMW(capacities.renewables[i]!);
  }, 0);
  return {
    ...(reserveHours !== undefined && leastHours < Number.MAX_VALUE && { leastReserveHours: leastHours }),
    ...(derateShare !== undefined && { uncountedMWh: derateShare * whole }),
  };
}
