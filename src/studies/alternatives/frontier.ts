/** What is known of a size against the cost of plans: plans found, and lines that no plan lies beyond. */

/** A plan: its cost and its size. */
export interface Found {
  readonly cost: number;
  readonly size: number;
}

/** No plan has cost + price·size below `bound`. */
export interface Line {
  readonly price: number;
  readonly bound: number;
}

/**
 * The extreme size at a cost: of the plans that cost no more, and of mixtures of one of them with one that costs more, which keep
 * all laws as both do, for these are linear.
 *
 * @param sense 1 for the least, −1 for the greatest
 */
export function reachedAt(points: readonly Found[], cost: number, sense: 1 | -1): number {
  const within = points.filter((one) => one.cost <= cost);
  const beyond = points.filter((one) => one.cost > cost);
  const mixed = within.flatMap((a) =>
    beyond.map((b) => a.size + ((cost - a.cost) / (b.cost - a.cost)) * (b.size - a.size)),
  );
  return sense * Math.min(...[...within.map(({ size }) => size), ...mixed].map((size) => sense * size));
}

/** What no plan of that cost goes beyond; the limit of the size itself where no line says more. */
export function provenAt(lines: readonly Line[], cost: number, sense: 1 | -1, limit: number): number {
  const ends = lines.filter(({ price }) => sense * price > 0).map(({ price, bound }) => (bound - cost) / price);
  return sense > 0 ? Math.max(limit, ...ends) : Math.min(limit, ...ends);
}

/** The slope between the plans on both sides of a cost; undefined while none costs more. */
export function slopeAt(points: readonly Found[], cost: number, sense: 1 | -1): number | undefined {
  const best = reachedAt(points, cost, sense);
  for (const a of points.filter((one) => one.cost <= cost)) {
    for (const b of points.filter((one) => one.cost > cost)) {
      const mixed = a.size + ((cost - a.cost) / (b.cost - a.cost)) * (b.size - a.size);
      if (mixed === best && sense * (a.size - b.size) > 0) return (b.cost - a.cost) / (a.size - b.size);
    }
  }
  return undefined;
}
