/** Of plans that were solved for other values of several things the two between which the values asked for lie, or nearly. */

export interface Between {
  /** Indices of one plan or two. */
  readonly of: readonly number[];
  /** How far from the first to the second, 0…1. */
  readonly share: number;
}

/**
 * The pair whose connecting line passes nearest, each thing measured by how far its values are apart; of several as near
 * the pair that is closest together.
 *
 * @param asked one value a thing
 * @param solved the same of each plan; at least one
 */
export function nearestTwo(asked: readonly number[], solved: readonly (readonly number[])[]): Between {
  const spans = asked.map((value, k) => {
    const all = [value, ...solved.map((values) => values[k]!)];
    return Math.max(...all) - Math.min(...all) || 1;
  });
  const from = (a: readonly number[], b: readonly number[]) => b.map((value, k) => (value - a[k]!) / spans[k]!);
  const pairs = solved.flatMap((first, a) =>
    solved.slice(a + 1).map((second, index): Between & { away: number; apart: number } => {
      const [line, way] = [from(first, second), from(first, asked)];
      const apart = dot(line, line);
      const share = apart === 0 ? 0 : Math.min(1, Math.max(0, dot(way, line) / apart));
      const rest = way.map((part, k) => part - share * line[k]!);
      return { of: [a, a + 1 + index], share, away: dot(rest, rest), apart };
    }),
  );
  const [nearest = { of: [0], share: 0 }] = pairs.toSorted((a, b) =>
    Math.abs(a.away - b.away) > ROUNDING ? a.away - b.away : a.apart - b.apart,
  );
  return { of: nearest.of, share: nearest.share };
}

/** Of squares of shares. */
const ROUNDING = 1e-12;

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, k) => sum + value * b[k]!, 0);
