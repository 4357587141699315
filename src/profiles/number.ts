/** Cells that hold numbers: plain decimal or exponent notation, nothing else. */

const plainNumber = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** The number a cell holds, or NaN where the text is not exactly a finite number: `0.5`, `-3`, `1.2e-3`. */
export function numberOfCell(text: string): number {
  const short = shortDecimal(text);
  if (!Number.isNaN(short)) return short;
  const value = plainNumber.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

/** Whole numbers of so many digits are exact, and so are these powers of ten: their quotient is the nearest number. */
const MOST_DIGITS = 15;
const powersOfTen = Array.from({ length: MOST_DIGITS + 1 }, (_, exponent) => 10 ** exponent);
const [MINUS, POINT, ZERO] = [45, 46, 48];

/** `0.5`, `-12.25`, `7`: nearly all cells there are, without a pattern; NaN for any other text, number or not. */
function shortDecimal(text: string): number {
  const begin = text.charCodeAt(0) === MINUS ? 1 : 0;
  const { length } = text;
  if (length === begin || length - begin > MOST_DIGITS) return Number.NaN;
  let digits = 0;
  let point = -1;
  for (let at = begin; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === POINT && point === -1 && at > begin && at < length - 1) point = at;
    else if (code >= ZERO && code <= ZERO + 9) digits = digits * 10 + (code - ZERO);
    else return Number.NaN;
  }
  const size = point === -1 ? digits : digits / powersOfTen[length - 1 - point]!;
  return begin === 1 ? -size : size;
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
