/** A queue of work, served oldest first over a year that repeats: how old is the work when it leaves? */

export interface Queue {
  /** Work by the hour of its arrival, work that leaves by hour, and the stated backlog at the end of each hour [MWh]. */
  readonly arriving: Float64Array;
  readonly leaving: Float64Array;
  readonly backlog: Float64Array;
}

export interface LateWork {
  readonly hour: number;
  /** Work that leaves in the hour after waiting longer than the deadline; 0 where all is in time. */
  readonly lateMWh: number;
  readonly oldestHours: number;
  /** How far stated backlogs and flows have disagreed so far, added up: lateness below this proves nothing. */
  readonly driftMWh: number;
}

/**
 * Follows every lump of work from arrival to service. The year begins with the stated backlog of its last hour, made of
 * the youngest work of that year: oldest first has taken the rest.
 */
export function lateWork({ arriving, leaving, backlog }: Queue, deadlineHours: number): LateWork[] {
  const hours = arriving.length;
  const lumps = startOf(arriving, backlog[hours - 1]!);
  let head = 0;
  let driftMWh = 0;
  return Array.from({ length: hours }, (_, hour) => {
    const before = backlog[hour === 0 ? hours - 1 : hour - 1]!;
    driftMWh += Math.abs(before + arriving[hour]! - leaving[hour]! - backlog[hour]!);
    lumps.push({ arrived: hour, leftMWh: arriving[hour]! });
    let due = leaving[hour]!;
    let lateMWh = 0;
    let oldestHours = 0;
    while (due > 0 && head < lumps.length) {
      const lump = lumps[head]!;
      const taken = Math.min(due, lump.leftMWh);
      const age = hour - lump.arrived;
      if (age > deadlineHours) lateMWh += taken;
      if (taken > 0) oldestHours = Math.max(oldestHours, age);
      due -= taken;
      lump.leftMWh -= taken;
      if (lump.leftMWh <= 0) head++;
    }
    return { hour, lateMWh, oldestHours, driftMWh };
  });
}

/** The backlog at the turn of the year as lumps, oldest first; hours before the year count below 0. */
function startOf(arriving: Float64Array, backlogMWh: number): { arrived: number; leftMWh: number }[] {
  const hours = arriving.length;
  const lumps = [];
  // Two years back is older than any deadline; a backlog beyond that breaks the bound anyway.
  for (let arrived = -1, left = backlogMWh; left > 0 && arrived >= -2 * hours; arrived--) {
    const leftMWh = Math.min(left, arriving[(arrived + 2 * hours) % hours]!);
    lumps.push({ arrived, leftMWh });
    left -= leftMWh;
  }
  return lumps.reverse();
}
