/**
 * What repeats from hour to hour in a block: as many rows and columns, in the same places, joined to the hour after alike,
 * the last hour to the first. Only numbers may differ. A few rows may run across all hours.
 */

export interface RepeatingForm {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly boundedCount: number;
  readonly linkedCount: number;
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly value: Float64Array;
  readonly linkStart: Int32Array;
  readonly linkRow: Int32Array;
  readonly linkValue: Float64Array;
  readonly rhs: Float64Array;
  readonly cost: Float64Array;
  readonly upper: Float64Array;
  /** Steps along the chain of the rows; 0 where many rows are across them. */
  readonly stepCount: number;
  /** Rows across them, the last ones. */
  readonly acrossCount: number;
}

/** A number of every hour: 0, 1 and −1 are part of the code, others of the block. */
export type Coefficient =
  | { readonly kind: 'fixed'; readonly value: -1 | 0 | 1 }
  | { readonly kind: 'parameter'; readonly at: number }
  | { readonly kind: 'hourly'; readonly at: number };

interface Entry {
  /** Row among those of an hour. */
  readonly row: number;
  /** Whether in the hour after. */
  readonly isNext: boolean;
  readonly coefficient: Coefficient;
}

/** Column k of hour h is number k·hours + h of the form that the template is of; row r of it h·rows + r. */
interface HourKind {
  readonly entries: readonly Entry[];
  /** Entries of rows across the hours. */
  readonly across: readonly { readonly row: number; readonly coefficient: Coefficient }[];
  readonly cost: Coefficient;
  /** Absent where there is no upper bound; kinds that have one stand first. */
  readonly upper?: Coefficient;
}

export interface Template {
  readonly hours: number;
  readonly rows: number;
  /** Rows across the hours. */
  readonly acrossCount: number;
  readonly kinds: readonly HourKind[];
  /** Of each row. */
  readonly rhs: readonly Coefficient[];
  /** By linking column. */
  readonly links: readonly (readonly { readonly row: number; readonly coefficient: Coefficient }[])[];
  /** Rows of the hour after that columns of an hour stand in. */
  readonly carried: readonly number[];
  readonly parameterCount: number;
  readonly hourlyCount: number;
}

/** Columns of X before those of an edge: linking columns, and rows across the hours. */
export const leadingColumns = ({ links, acrossCount }: Template): number => links.length + acrossCount;

/** The numbers of one block. */
export interface TemplateNumbers {
  readonly parameters: readonly number[];
  readonly hourly: readonly Float64Array[];
  /** T of the rows across the hours, row by row. */
  readonly acrossLinks: Float64Array;
  readonly acrossRhs: Float64Array;
}

/** @returns undefined where hours are not alike */
export function templateOf(form: RepeatingForm): { template: Template; numbers: TemplateNumbers } | undefined {
  const { stepCount: hours, acrossCount, columnCount, boundedCount, linkedCount } = form;
  const rowCount = form.rowCount - acrossCount;
  if (hours < 2 || [rowCount, columnCount, boundedCount].some((count) => count % hours !== 0)) return undefined;
  const rows = rowCount / hours;
  const places = placesOf(form, rows);
  if (!places) return undefined;
  const numbers = new Numbers(hours);
  const kinds = places.map((ofKind, k): HourKind => {
    const all = ofKind.map(({ row, isNext, at }) => ({ row, isNext, coefficient: numbers.gathered(form.value, at) }));
    const entries = all.filter(({ row }) => row < rows);
    const across = all.flatMap(({ row, coefficient }) => (row < rows ? [] : { row: row - rows, coefficient }));
    const ofHours = (values: Float64Array) => numbers.coefficientOf(values.subarray(k * hours, (k + 1) * hours));
    const upper = k < boundedCount / hours ? ofHours(form.upper) : undefined;
    return { entries, across, cost: ofHours(form.cost), ...(upper && { upper }) };
  });
  const everyRow = new Int32Array(hours);
  for (let h = 0; h < hours; h++) everyRow[h] = h * rows;
  const links = Array.from({ length: linkedCount }, (_, l) => linkOf(form, l, rows, numbers));
  const rhs = Array.from({ length: rows }, (_, row) => numbers.gathered(form.rhs.subarray(row), everyRow));
  const carried = new Set(kinds.flatMap(({ entries }) => entries.flatMap(({ row, isNext }) => (isNext ? row : []))));
  const { parameters, hourly } = numbers;
  return {
    template: {
      hours,
      rows,
      acrossCount,
      kinds,
      rhs,
      links,
      carried: [...carried].sort((a, b) => a - b),
      parameterCount: parameters.length,
      hourlyCount: hourly.length,
    },
    numbers: { parameters, hourly, acrossLinks: acrossLinksOf(form, rowCount), acrossRhs: form.rhs.slice(rowCount) },
  };
}

/** Sorts what is the same in every hour from what is not; equal hourly numbers stand once. */
class Numbers {
  readonly parameters: number[] = [];
  readonly hourly: Float64Array[] = [];
  private readonly ofHours: Float64Array;

  constructor(hours: number) {
    this.ofHours = new Float64Array(hours);
  }

  /** Of the numbers that stand at these places, by hour. */
  gathered(values: Float64Array, places: Int32Array): Coefficient {
    for (let h = 0; h < places.length; h++) this.ofHours[h] = values[places[h]!]!;
    return this.coefficientOf(this.ofHours);
  }

  /** @param values by hour; copied where they are kept */
  coefficientOf(values: Float64Array): Coefficient {
    const first = values[0]!;
    let same = 1;
    while (same < values.length && values[same] === first) same++;
    if (same === values.length) {
      if (first === 0 || first === 1 || first === -1) return { kind: 'fixed', value: first };
      return { kind: 'parameter', at: this.parameters.push(first) - 1 };
    }
    const known = this.hourly.findIndex((other) => isSame(other, values));
    return { kind: 'hourly', at: known >= 0 ? known : this.hourly.push(new Float64Array(values)) - 1 };
  }
}

function isSame(a: Float64Array, b: Float64Array): boolean {
  for (let h = 0; h < a.length; h++) if (a[h] !== b[h]) return false;
  return true;
}

interface EntryPlace {
  /** Behind those of an hour, rows across them. */
  readonly row: number;
  readonly isNext: boolean;
  /** Number of the entry, by hour. */
  readonly at: Int32Array;
}

interface Places {
  readonly start: Int32Array;
  readonly hours: number;
  readonly rows: number;
  /** By kind of column. */
  readonly ofKinds: readonly EntryPlace[][] | undefined;
}

/** By the rows of the form: forms of one pattern have them on one array. */
const knownPlaces = new WeakMap<Int32Array, Places>();

/** @returns undefined where entries stand differently from hour to hour */
function placesOf(form: RepeatingForm, rows: number): Places['ofKinds'] {
  const { start, row, columnCount, stepCount: hours } = form;
  const known = knownPlaces.get(row);
  if (known?.start === start && known.hours === hours && known.rows === rows) return known.ofKinds;
  const ofKinds: EntryPlace[][] = [];
  for (let k = 0; k < columnCount / hours; k++) {
    const places = placesOfKind(form, k, rows);
    if (places) ofKinds.push(places);
    else break;
  }
  const places = { start, hours, rows, ofKinds: ofKinds.length === columnCount / hours ? ofKinds : undefined };
  knownPlaces.set(row, places);
  return places.ofKinds;
}

const ELSEWHERE = -1;

/** Where each entry of the columns of one kind stands, by hour; undefined where they stand differently. */
function placesOfKind(
  { start, row, stepCount: hours }: RepeatingForm,
  k: number,
  rows: number,
): EntryPlace[] | undefined {
  const first = k * hours;
  const count = start[first + 1]! - start[first]!;
  /** Of the entry at `place` of hour h: its row in twice the rows of an hour and those across. */
  const placeOf = (at: number, h: number) => {
    const ahead = (Math.floor(row[at]! / rows) - h + hours) % hours;
    if (row[at]! >= hours * rows) return (2 - hours) * rows + row[at]!;
    return ahead < 2 ? ahead * rows + (row[at]! % rows) : ELSEWHERE;
  };
  const places = Array.from({ length: count }, (_, e) => placeOf(start[first]! + e, 0));
  if (places.includes(ELSEWHERE) || new Set(places).size < count) return undefined;
  // Within a column, entries may stand in any order: the last hour meets the first.
  const atOf = places.map(() => new Int32Array(hours));
  for (let h = 0; h < hours; h++) {
    const from = start[first + h]!;
    if (start[first + h + 1]! - from !== count) return undefined;
    for (let e = 0; e < count; e++) {
      const place = places.indexOf(placeOf(from + e, h));
      if (place < 0) return undefined;
      atOf[place]![h] = from + e;
    }
  }
  return places.map((place, e) => {
    const isNext = place >= rows;
    return { row: isNext ? place - rows : place, isNext: isNext && place < 2 * rows, at: atOf[e]! };
  });
}

/** How the rows of an hour depend on a linking column: not at all in some hours, where a plant stands still. */
function linkOf(
  { linkStart, linkRow, linkValue, stepCount: hours }: RepeatingForm,
  l: number,
  rows: number,
  numbers: Numbers,
) {
  const byRow = new Map<number, Float64Array>();
  for (let k = linkStart[l]!; k < linkStart[l + 1]!; k++) {
    if (linkRow[k]! >= hours * rows) continue;
    const row = linkRow[k]! % rows;
    const values = byRow.get(row) ?? new Float64Array(hours);
    values[Math.floor(linkRow[k]! / rows)]! += linkValue[k]!;
    byRow.set(row, values);
  }
  return [...byRow].map(([row, values]) => ({ row, coefficient: numbers.coefficientOf(values) }));
}

function acrossLinksOf({ linkStart, linkRow, linkValue, linkedCount, acrossCount }: RepeatingForm, first: number) {
  const links = new Float64Array(acrossCount * linkedCount);
  for (let l = 0; l < linkedCount; l++) {
    for (let k = linkStart[l]!; k < linkStart[l + 1]!; k++) {
      if (linkRow[k]! >= first) links[(linkRow[k]! - first) * linkedCount + l]! += linkValue[k]!;
    }
  }
  return links;
}
