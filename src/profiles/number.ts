/** Cells that hold numbers: plain decimal or exponent notation, nothing else. */

const plainNumber = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** The number a cell holds, or NaN where the text is not exactly a finite number: `0.5`, `-3`, `1.2e-3`. */
export function numberOfCell(text: string): number {
  const value = plainNumber.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
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
