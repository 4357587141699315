/** Renders series as a file in the native format, which formats/native.ts defines and reads back. */
import { hoursOfYear, stampOfHour } from '../../../time.ts';
import { isKnownYear, knownYears } from '../../hours/stamp.ts';
import { isInRange, type ProfileUnit, quantities } from '../../profile.ts';
import { firstLine, isColumnName, timeHeader } from './head.ts';

interface NativeColumn {
  readonly name: string;
  readonly unit: ProfileUnit;
  /** One value per hour of the year. */
  readonly values: Float64Array;
  /** Most digits after the point; what is finer is rounded away in the file, and zeros at the end are left out. */
  readonly decimals: number;
}

export interface NativeFile {
  /** True for series that were generated, not measured. */
  readonly synthetic: boolean;
  /** One line: where the numbers come from. */
  readonly source: string;
  /** Further lines, each written as `# note: …`. */
  readonly notes?: readonly string[];
  /** True where months come from different years, so that hours pair with no other file. */
  readonly isTypicalYear?: boolean;
  /** Hours that the source does not hold and that were filled. */
  readonly filledHours?: number;
  /** Of its prices, three capital letters. */
  readonly currency?: string;
  readonly year: number;
  readonly columns: readonly NativeColumn[];
}

/** One line of text that a comment can hold: no line ends or other control characters, no spaces around. */
function comment(key: string, text: string): string {
  if (text === '' || text !== text.trim() || /[\p{Cc}\uFEFF]/u.test(text)) {
    throw new RangeError(`The ${key} of a profile must be one line of text, not ${JSON.stringify(text)}.`);
  }
  return `# ${key}: ${withoutFormulas(text)}`;
}

/**
 * Spreadsheets cut comments into cells as well, and run those that begin with `=`, `+`, `-` or `@`: an apostrophe makes
 * them text. Numbers with a sign are left as they are.
 */
function withoutFormulas(text: string): string {
  return text.replace(/([,;|]["'\s]*)(?=[=@]|[+-](?!\d+(?:\.\d+)?\s*(?:[,;|]|$)))/g, "$1'");
}

/** `0.5000` → `0.5`, `12.0` → `12`, `-0.0` → `0`: a third of a file of sun is zeros of the night. */
function shortest(fixed: string): string {
  if (!fixed.includes('.')) return fixed === '-0' ? '0' : fixed;
  const cut = fixed.replace(/\.?0+$/, '');
  return cut === '-0' ? '0' : cut;
}

/** The cells of one column, as written: rounding may not carry a value out of its range. */
function cells(column: NativeColumn, hours: number): string[] {
  const { name, unit, values, decimals } = column;
  if (!isColumnName(name)) throw new RangeError(`${JSON.stringify(name)} cannot be the name of a profile column.`);
  if (values.length !== hours) throw new RangeError(`${name} has ${values.length} hours where the year has ${hours}.`);
  return Array.from(values, (value, hour) => {
    const cell = shortest(value.toFixed(decimals));
    if (isInRange(quantities[unit], value) && isInRange(quantities[unit], Number(cell))) return cell;
    throw new RangeError(`${name} holds ${value} in hour ${hour}, but ${unit} is ${quantities[unit].range}.`);
  });
}

/**
 * The text of a native profile file, lines ended by LF.
 * @throws RangeError where the reader would refuse the text: wrong year, length, name or value.
 */
export function nativeToCsv(file: NativeFile): string {
  if (!isKnownYear(file.year)) throw new RangeError(`${file.year} is outside the years ${knownYears}.`);
  const hours = hoursOfYear(file.year);
  const names = file.columns.map((column) => column.name);
  if (names.length === 0) throw new RangeError('A profile file needs at least one column.');
  if (new Set(names).size < names.length) throw new RangeError(`Column names must differ: ${names.join(', ')}.`);
  const columns = file.columns.map((column) => cells(column, hours));
  const lines = [
    firstLine,
    `# synthetic: ${file.synthetic}`,
    ...(file.isTypicalYear === true ? ['# typical-year: true'] : []),
    ...(file.filledHours === undefined || file.filledHours === 0 ? [] : [`# filled-hours: ${file.filledHours}`]),
    ...(file.currency === undefined ? [] : [comment('currency', file.currency)]),
    comment('source', file.source),
    ...(file.notes ?? []).map((note) => comment('note', note)),
    [timeHeader, ...file.columns.map(({ name, unit }) => `${name} [${unit}]`)].join(','),
  ];
  for (let hour = 0; hour < hours; hour++) {
    lines.push(`${stampOfHour(file.year, hour)},${columns.map((column) => column[hour]).join(',')}`);
  }
  return `${lines.join('\n')}\n`;
}
