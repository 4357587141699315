/** Cells that hold numbers: plain decimal or exponent notation, nothing else. */

const plainNumber = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** The number a cell holds, or NaN where the text is not exactly a finite number: `0.5`, `-3`, `1.2e-3`. */
export function numberOfCell(text: string): number {
  const short = shortDecimal(text, 0, text.length, POINT);
  if (!Number.isNaN(short)) return short;
  const value = plainNumber.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

/** Whole numbers of so many digits are exact, and so are these powers of ten: their quotient is the nearest number. */
const MOST_DIGITS = 15;
const powersOfTen = Array.from({ length: MOST_DIGITS + 1 }, (_, exponent) => 10 ** exponent);
const [MINUS, POINT, ZERO] = [45, 46, 48];

/**
 * `0.5`, `-12.25`, `7` in text[from…to): nearly all cells there are, without a pattern; NaN for any other text, number or
 * not. `point` is the code of the decimal sign.
 */
export function shortDecimal(text: string, from: number, to: number, point: number): number {
  const begin = text.charCodeAt(from) === MINUS ? from + 1 : from;
  if (begin >= to || to - begin > MOST_DIGITS) return Number.NaN;
  let digits = 0;
  let pointAt = -1;
  for (let at = begin; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= ZERO + 9) digits = digits * 10 + (code - ZERO);
    else if (code === point && pointAt === -1 && at > begin && at < to - 1) pointAt = at;
    else return Number.NaN;
  }
  const size = pointAt === -1 ? digits : digits / powersOfTen[to - 1 - pointAt]!;
  return begin > from ? -size : size;
}

/** Spellings that programs really write, most telling first. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/^\s*$/, 'an empty cell; a missing value must be found, not left out'],
  [/^[+-]?(nan|n\/a|na|null|none|nil|-+)$/i, 'a mark for a missing value; a missing value must be found, not left out'],
  [/^[+-]?inf(inity)?$/i, 'infinite'],
  [/^\s|\s$/, 'a number with space around it'],
  [/^["'].*|["']$/, 'in quotes; write the bare number'],
  [/^[+-]?\d+,\d+$/, 'written with a decimal comma; write a point'],
  [/^[+-]?0[xob]/i, 'in another base than ten'],
  [plainNumber, 'too large for a number'],
  [/^[+-]?(\d+(\.\d*)?|\.\d*)$/, 'written short; write digits on both sides of the point and no plus sign'],
  [/%$/, 'a percentage; write the fraction'],
];

/** Why `numberOfCell` refuses a text. */
export function faultOfNumber(text: string): string {
  return spellings.find(([pattern]) => pattern.test(text))?.[1] ?? 'not a number';
}
