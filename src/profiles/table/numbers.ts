/** Cells of foreign tables as numbers: what each file writes for a decimal sign and for a missing value. */
import { faultOfNumber, numberOfCell } from './plain-number.ts';

/** Texts and numbers that stand for "no value"; a number is meant however it is written. */
export type Marks = readonly (string | number)[];

export interface NumberRules {
  readonly decimal: 'point' | 'comma';
  /** Sign between groups of three digits, where the file has them: `1,092.97`. */
  readonly thousands?: string;
  /**
   * Cells that mark a missing value, as written: empty, `NaN`, `n/e`, `-999`. Those that are numbers are missing however
   * they are written: `-999.00` too.
   */
  readonly missing: Marks;
  /** Whether spaces may stand around a number, as in tables with aligned columns. */
  readonly mayBePadded?: boolean;
}

export interface NumberReader {
  /** NaN where the cell is missing or no number. */
  read(cell: string): number;
  /** The same for a number that is read already: NaN where it marks a missing value. */
  accept(value: number): number;
  isMissing(cell: string): boolean;
  /** Why `read` refuses a cell that is not missing. */
  fault(cell: string): string;
}

/** No number with groups begins with a zero: 0,304 is a decimal comma, wherever points are decimal signs. */
const grouped = {
  ',': /^-?[1-9]\d{0,2}(,\d{3})+(?=\.|$)/,
  '.': /^-?[1-9]\d{0,2}(\.\d{3})+(?=,|$)/,
  ' ': /^-?[1-9]\d{0,2}([ \u00a0\u202f]\d{3})+(?=[.,]|$)/,
  "'": /^-?[1-9]\d{0,2}('\d{3})+(?=\.|$)/,
} as const;

function withoutGroups(cell: string, thousands: string): string {
  const pattern = Object.hasOwn(grouped, thousands) ? grouped[thousands as keyof typeof grouped] : undefined;
  return pattern === undefined ? cell : cell.replace(pattern, (digits) => digits.replace(/[^\d-]/g, ''));
}

/** Reads plain decimal and exponent notation; zero never carries a sign, as `-0.0` of night hours would. */
export function numberReader(rules: NumberRules): NumberReader {
  const { decimal, thousands, mayBePadded = false } = rules;
  const bare = (cell: string): string => (mayBePadded ? cell.trim() : cell);
  const texts = rules.missing.map(String);
  const marks = new Set(texts);
  const numbers = texts.map(numberOfCell).filter((value) => !Number.isNaN(value));
  const plain = (cell: string): string => {
    const digits = thousands === undefined ? cell : withoutGroups(cell, thousands);
    if (decimal === 'point') return digits;
    // A point is no decimal sign here, so that 1.234 for a thousand and more is refused, not read as one and a bit.
    return digits.includes('.') ? `${digits}?` : digits.replace(',', '.');
  };
  // Zero plus negative zero is zero.
  const accept = (value: number) => (numbers.length > 0 && numbers.includes(value) ? Number.NaN : value + 0);
  return {
    read: (cell) => accept(numberOfCell(plain(bare(cell)))),
    accept,
    isMissing: (cell) => marks.has(bare(cell)) || numbers.includes(numberOfCell(plain(bare(cell)))),
    fault(cell) {
      if (decimal === 'comma' && /^-?\d+\.\d+$/.test(cell)) return 'written with a decimal point where commas are used';
      return faultOfNumber(cell);
    },
  };
}
