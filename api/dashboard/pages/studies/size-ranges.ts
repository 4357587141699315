/** How far each size may be from the cheapest plan, as shares of one scale for all sizes of a unit. */

import type { Alternatives } from '../../client/types.ts';

export type Size = Alternatives['sizes'][number];

type Stretch = readonly [from: number, to: number];

interface RangeBar {
  readonly slack: number;
  /** Between two plans that were found; absent where an end was not. */
  readonly found?: Stretch;
  /** No plan is outside; as long as the scale where nothing is proven. */
  readonly proven: Stretch;
}

export interface SizeRanges {
  readonly size: Size;
  readonly unit: 'MW' | 'MWh';
  readonly cheapest: number;
  readonly bars: readonly RangeBar[];
}

export const unitOf = ({ quantity }: Pick<Size, 'quantity'>) => (quantity === 'energyCapacityMWh' ? 'MWh' : 'MW');

export function rangesOf({ sizes }: Pick<Alternatives, 'sizes'>): SizeRanges[] {
  const scaleOf = (unit: string) =>
    Math.max(
      ...sizes
        .filter((size) => unitOf(size) === unit)
        .flatMap(({ cheapest, ranges }) => [
          cheapest,
          ...ranges.flatMap(({ greatest = 0, noMoreThan = greatest }) => [greatest, noMoreThan]),
        ]),
    ) || 1;
  const scales = { MW: scaleOf('MW'), MWh: scaleOf('MWh') };
  return sizes.map((size) => {
    const unit = unitOf(size);
    const share = (value: number) => Math.min(1, Math.max(0, value / scales[unit]));
    return {
      size,
      unit,
      cheapest: share(size.cheapest),
      bars: size.ranges.map(({ slack, least, greatest, noLessThan = 0, noMoreThan = scales[unit] }) => ({
        slack,
        ...(least !== undefined && greatest !== undefined && { found: [share(least), share(greatest)] as const }),
        proven: [share(noLessThan), share(noMoreThan)],
      })),
    };
  });
}
