/**
 * Whole watt-hours as integers of Float64, exact up to 2^53 Wh = 9 007 TWh. An hour of 2.2 GW is beyond 32 bits with a
 * sign, one of 4.3 GW beyond 32 bits; twenty years of a campus of 1.5 GW are a thirtieth of 2^53.
 */

const WATT_HOURS_PER_MWH = 1e6;

/** Energy that is claimed is rounded down [Wh]; what is a hair below nothing is none. @throws RangeError beyond 2^53 */
export function wholeDown(mwh: number): number {
  return checked(Math.max(0, Math.floor(mwh * WATT_HOURS_PER_MWH)));
}

/** Energy that must be covered is rounded up [Wh], likewise. @throws RangeError beyond 2^53 */
export function wholeUp(mwh: number): number {
  return checked(Math.max(0, Math.ceil(mwh * WATT_HOURS_PER_MWH)));
}

/** @throws RangeError where it is no whole number that Float64 holds exactly */
export function checked(wattHours: number): number {
  if (Number.isSafeInteger(wattHours)) return wattHours;
  throw new RangeError(`${wattHours} is no whole number of watt-hours below 2^53.`);
}

/** ⌊total·weight ÷ sum⌋, exactly; all of them whole. */
export function shareOf(total: number, weight: number, sum: number): number {
  const product = total * weight;
  if (product > Number.MAX_SAFE_INTEGER) return Number((BigInt(total) * BigInt(weight)) / BigInt(sum));
  const quotient = Math.floor(product / sum);
  // The division may round up to a whole number.
  return quotient * sum > product ? quotient - 1 : quotient;
}

/** What is left of the same division. */
function restOf(total: number, weight: number, sum: number, quotient: number): number {
  const product = total * weight;
  if (product > Number.MAX_SAFE_INTEGER) return Number((BigInt(total) * BigInt(weight)) % BigInt(sum));
  return product - quotient * sum;
}

/**
 * Splits a whole by weights into wholes that add up to it: each gets its share rounded down, and what is left goes, one
 * each, to those with the largest remainder, of equal ones to the first.
 *
 * @param weights whole; nothing is given to one of 0
 * @throws RangeError where there is something to give and no weight
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const count = weights.length;
  let sum = 0;
  for (let at = 0; at < count; at++) sum += weights[at]!;
  checked(sum);
  if (total === 0) return weights.map(() => 0);
  if (sum === 0) throw new RangeError(`${total} Wh are to be split among nobody.`);
  if (count === 1) return [total];
  const [parts, rests]: [number[], number[]] = [[], []];
  let left = total;
  for (let at = 0; at < count; at++) {
    const quotient = shareOf(total, weights[at]!, sum);
    parts.push(quotient);
    rests.push(restOf(total, weights[at]!, sum, quotient));
    left -= quotient;
  }
  for (; left > 0; left--) {
    let largest = 0;
    for (let at = 1; at < count; at++) if (rests[at]! > rests[largest]!) largest = at;
    parts[largest]!++;
    rests[largest] = -1;
  }
  return parts;
}
