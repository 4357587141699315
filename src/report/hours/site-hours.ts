/** One phase in one weather year, hour by hour, as the site sees it. */

import type { Phase, Scenario } from '../../scenario/scenario.ts';
import { cornersOf, powerShareFor } from '../../scenario/throughput-curve.ts';
import { effectiveMW } from '../../schedule/effective.ts';
import type { PhaseSchedule, Schedule, WeatherYearSchedule } from '../../schedule/schedule.ts';

export interface SiteHours {
  readonly phase: Phase;
  readonly phaseIndex: number;
  readonly yearIndex: number;
  /** Calendar year of the stamps (UTC). */
  readonly year: number;
  readonly flows: WeatherYearSchedule;
  readonly capacities: PhaseSchedule['capacities'];
  /** What arrives of each plant's generation, in the order of the scenario. */
  readonly arrivingMW: readonly Float64Array[];
  /** What would arrive if nothing were curtailed, all plants together. */
  readonly availableMW: Float64Array;
  /** Facility load if all work were served in the hour in which it arrives. */
  readonly unshiftedLoadMW: Float64Array;
}

/** Schedule and scenario name the same things in the same order. */
export function siteHours(scenario: Scenario, schedule: Schedule, p: number, y: number): SiteHours {
  const phase = scenario.phases[p]!;
  const { capacities, weatherYears } = schedule.phases[p]!;
  const flows = weatherYears[y]!;
  const hours = flows.loadMW.length;
  const availableMW = new Float64Array(hours);
  const counted = 1 - (scenario.security?.derateShare ?? 0);
  scenario.renewables.forEach(({ capacityFactor, loss }, i) => {
    const atWorkMW = counted * effectiveMW(capacities.renewables[i]!);
    for (let h = 0; h < hours; h++) availableMW[h]! += (1 - loss) * atWorkMW * capacityFactor[y]![h]!;
  });
  let unshifted: Float64Array | undefined;
  return {
    phase,
    phaseIndex: p,
    yearIndex: y,
    year: scenario.weatherYears[y]!.year,
    flows,
    capacities,
    arrivingMW: flows.renewables.map(({ generationMW }, i) =>
      generationMW.map((generated) => (1 - scenario.renewables[i]!.loss) * generated),
    ),
    availableMW,
    // Few ask, and it takes longer than all the rest.
    get unshiftedLoadMW() {
      unshifted ??= unshiftedLoad(scenario, phase, y, hours);
      return unshifted;
    },
  };
}

function unshiftedLoad({ load }: Scenario, { name, itCapacityMW }: Phase, y: number, hours: number): Float64Array {
  const powers = load.tiers.map(({ share, arrivalShape, throughput }) => {
    const rates = arrivalShape[y]!.map((shape) => load.utilisation * shape);
    const corners = throughput && cornersOf(throughput);
    return rates.map((rate) => share * (corners ? powerShareFor(corners, rate) : rate));
  });
  const runs = (load.campaigns ?? []).filter((run) => run.phase === name);
  return Float64Array.from({ length: hours }, (_, h) => {
    const power = powers.reduce((sum, of) => sum + of[h]!, 0);
    const running = runs.reduce((sum, { windows, workMWh }) => {
      const { from, to } = windows[y]!;
      return from <= h && h < to ? sum + workMWh / (to - from) : sum;
    }, 0);
    const pue = load.pue[y]![h]!;
    return itCapacityMW * ((load.facility?.fixedShare ?? 0) + pue * power) + pue * running;
  });
}
