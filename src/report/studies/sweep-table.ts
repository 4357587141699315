/** A sweep as a table of values, one row a point: for spreadsheets, with every digit. */

import type { Sweep, SweepPoint } from '../../studies/sweep/document.ts';
import { csvCell } from '../writers/csv-cell.ts';

/** Lines end in a line feed; text is quoted where it has to be. */
export function sweepCsv({ vary, points, scenario: { currency } }: Sweep): string {
  const sizes = [...new Set(points.flatMap(({ answer }) => (answer?.sizes ?? []).map(nameOfSize)))];
  const head = [
    ...vary.map(({ path }) => path),
    ...['status', `objective [${currency}]`, `lowest proven [${currency}]`, `highest proven [${currency}]`],
    ...[`levelised cost of the last phase [${currency}/MWh]`, 'lowest CFE score'],
    ...sizes,
  ];
  const rows = points.map((point) => {
    const { values, answer } = point;
    const own = new Map((answer?.sizes ?? []).map((size) => [nameOfSize(size), size.size]));
    const { lower, upper } = endsOf(point);
    return [
      ...values,
      ...[stateOf(point), answer?.objective, lower, upper, answer?.levelisedCostPerMWh, answer?.lowestCfeScore],
      ...sizes.map((size) => own.get(size)),
    ];
  });
  return [head, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
}

/** What is proven of the cost at a point, solved or not. */
export function endsOf({ answer, band }: SweepPoint): { lower: number | undefined; upper: number | undefined } {
  if (answer === undefined) return { lower: band?.lower, upper: band?.upper };
  return { lower: answer.dualBound, upper: answer.objective };
}

/** How far the ends are apart, as a share of the upper one. */
export function widthOf(point: SweepPoint): number {
  const { lower, upper } = endsOf(point);
  return lower === undefined || upper === undefined ? Number.POSITIVE_INFINITY : (upper - lower) / Math.abs(upper);
}

export function stateOf({
  answer,
  band,
}: SweepPoint): NonNullable<SweepPoint['answer']>['status'] | 'open' | 'bounded' {
  if (answer !== undefined) return answer.status;
  return band === undefined ? 'open' : 'bounded';
}

function nameOfSize({ phase, name, quantity }: NonNullable<SweepPoint['answer']>['sizes'][number]): string {
  return `${phase}: ${name} [${quantity.endsWith('MWh') ? 'MWh' : 'MW'}]`;
}
