/** JSON that reads back as what was written. */

/**
 * @returns indented text that ends in a line break
 * @throws RangeError where a number is not finite: JSON has no word for it, and `null` would hide it
 */
export function exactJson(value: unknown): string {
  const text = JSON.stringify(
    value,
    function (this: unknown, field, part: unknown) {
      if (typeof part === 'number' && !Number.isFinite(part))
        throw new RangeError(`${field} is ${part}, no number of JSON`);
      return ArrayBuffer.isView(part) ? [...(part as Float64Array)] : part;
    },
    2,
  );
  return `${text}\n`;
}
