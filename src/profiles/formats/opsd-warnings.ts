/** Capacity factors above 1, which registers of capacity that lag behind give. */
import type { RecordedColumn, RecordedWarning } from '../recording/recording.ts';

/** One warning for each column of capacity factors whose maximum is above 1; `lines` is the line of each row. */
export function aboveOneWarnings(columns: readonly RecordedColumn[], lines: ArrayLike<number>): RecordedWarning[] {
  return columns.flatMap(({ name, quantity, values }) => {
    if (quantity !== 'capacityFactor') return [];
    let row = 0;
    let count = 0;
    for (let index = 0; index < values.length; index++) {
      const value = values[index]!;
      if (value > 1) count++;
      // The first comparison may be with a missing value, which is not smaller than anything.
      if (value > values[row]! || Number.isNaN(values[row]!)) row = index;
    }
    if (count === 0) return [];
    const maximum = Number(values[row]!.toPrecision(3));
    const rest = `in ${count} of ${values.length} rows, the output is above the capacity that it was divided by`;
    // Rounding may not hide what is warned of.
    const digits = maximum > 1 ? String(maximum) : String(values[row]);
    const message = `${name}: maximum ${digits}: a capacity factor above 1; ${rest}`;
    return [{ code: 'capacity-factor-above-one', message, line: lines[row]! }];
  });
}
