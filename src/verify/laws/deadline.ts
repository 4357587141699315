import { tolerance } from '../../units.ts';
import { arrivingMWh, sceneOf, workMWh } from '../answer.ts';
import { lateWork } from '../first-in-first-out.ts';
import { lawOfPlaces, roomMWh } from '../law.ts';
import { shown } from '../tally.ts';

/**
 * What arrives in hour j is served by the end of hour j + D. Checked twice, by two roads that share nothing: what waits
 * is at most what arrived in the last D hours, and a queue served first in, first out lets no work grow older.
 *
 * @equation B[h] ≤ Σ_{j = h−D+1 … h} A[j]
 */
export const deadline = lawOfPlaces('deadline', (place, tally) => {
  for (const [k, tier] of place.scenario.load.tiers.entries()) {
    const flows = place.flows.tiers[k]!;
    const { backlogMWh, shedMW } = flows;
    const arriving = arrivingMWh(place, tier);
    const young = cyclicWindowSum(arriving, tier.deadlineHours);
    const hours = `deadline of ${tier.deadlineHours} hours`;
    const check = tally.compare(
      sceneOf(place, tier.name),
      (waiting, limit) => `${shown(waiting)} MWh wait, but its ${hours} lets ${shown(limit)} MWh wait`,
    );
    for (let h = 0; h < place.hours; h++) check.atMost(backlogMWh[h]!, young[h]!, h);

    const queue = { arriving, leaving: workMWh(flows).map((w, h) => w + shedMW[h]!), backlog: backlogMWh };
    for (const { hour, lateMWh, oldestHours, driftMWh } of lateWork(queue, tier.deadlineHours)) {
      const size = Math.max(arriving[hour]!, queue.leaving[hour]!);
      // What the stated backlog does not explain is the backlog law's business, not lateness.
      const allowed = roomMWh(place.phase) + tolerance.relative * size + driftMWh;
      const words = () => `serves ${shown(lateMWh)} MWh that waited up to ${oldestHours} hours, past its ${hours}`;
      tally.statement(lateMWh <= allowed, sceneOf(place, tier.name), words, hour, lateMWh);
    }
  }
});

/** For each hour the sum over it and the `width − 1` hours before, around the turn of the year as often as need be. */
function cyclicWindowSum(values: Float64Array, width: number): Float64Array {
  const hours = values.length;
  const before = new Float64Array(hours + 1);
  for (let h = 0; h < hours; h++) before[h + 1] = before[h]! + values[h]!;
  const wholeYears = Math.floor(width / hours) * before[hours]!;
  const rest = width % hours;
  return values.map((_, h) => {
    const from = h + 1 - rest;
    const part = from >= 0 ? before[h + 1]! - before[from]! : before[h + 1]! + before[hours]! - before[from + hours]!;
    return wholeYears + part;
  });
}
