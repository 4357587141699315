/** Which columns of an unknown table are series, what they are called, and what their unit is. */
import { type FaultList, shown } from '../../faults.ts';
import type { RecordedWarning } from '../../recording/recording.ts';
import { cellsOfLine, eachLine } from '../../table/rows.ts';
import type { TableColumn } from '../../table/table.ts';
import { kindOfCell, unitBehind } from './cells.ts';
import type { UtilityLayout } from './layout.ts';
import { unitsListed, valueAbove } from './preamble.ts';
import type { SampledColumn } from './sample.ts';
import { namesHourNumber } from './time.ts';
import { type ColumnHead, columnHead } from './units.ts';

type NamedColumn = TableColumn & { readonly head: ColumnHead };

export interface UtilityColumns {
  readonly series: readonly NamedColumn[];
  /** Names of columns of text. */
  readonly skipped: readonly string[];
  readonly warnings: readonly RecordedWarning[];
}

function isSeries(column: SampledColumn): boolean {
  const numbers = column.count('number') + column.count('formula');
  const words = column.count('text') + column.count('date') + column.count('time') + column.count('stamp');
  return numbers > 0 ? numbers >= words : words === 0;
}

const unitColumn = /^(unit|units|unit[ée]s?|einheit|unidad|uom)$/i;
const valueColumn = /^(value|values|valeur|valeurs|wert|valor|mesure|measurement)$/i;

/** Enedis and others write the unit of `Valeur` in a column of its own; it must be the same in all rows. */
function unitBeside(text: string, columns: readonly SampledColumn[], layout: UtilityLayout, faults: FaultList) {
  const unit = columns.find(({ header }) => unitColumn.test(header));
  const value = columns.filter(({ header }) => valueColumn.test(header));
  if (value.length !== 1) return undefined;
  if (unit === undefined) {
    const above = valueAbove(layout, unitColumn);
    return above === undefined ? undefined : { cell: value[0]!.cell, unit: above };
  }
  const first = unit.texts[0] ?? '';
  eachLine(text, layout.firstLine, (line, number) => {
    const cell = cellsOfLine(line, layout.delimiter)?.[unit.cell];
    if (cell === undefined || cell === first || line.trim() === '') return true;
    faults.add('profile.wrong-unit', { where: unit.header, line: number, column: unit.cell + 1 }, () => ({
      problem: `${shown(cell)} after ${shown(first)}: rows of several units`,
      expected: 'one unit in the file; keep the rows of one series',
    }));
    return false;
  });
  return { cell: value[0]!.cell, unit: first };
}

const indexNames = /^(|index|idx|row|no\.?|nr\.?|n°|#|record|rec)$/i;

/** Rows counted from 0 or 1, as programs write them beside their tables. */
function isIndex({ header, texts }: SampledColumn): boolean {
  const isAny = /^rec/i.test(header);
  if (!indexNames.test(header) || texts.length < 2 || !(isAny ? /^\d{1,12}$/ : /^[01]$/).test(texts[0]!)) return false;
  const first = Number(texts[0]);
  return texts.every((text, row) => text === String(first + row));
}

const suffixed = (column: SampledColumn) => {
  const suffix = suffixOf(column);
  return suffix === undefined ? {} : { suffix };
};

/** The unit that a column writes behind each of its numbers: `50 %`, `50 MW`. */
function suffixOf({ texts }: SampledColumn): string | undefined {
  const first = texts.map(unitBehind).find((unit) => unit !== undefined);
  const others = texts.filter((text) => kindOfCell(text) === 'number');
  return first !== undefined && 2 * others.filter((text) => unitBehind(text) === first).length > others.length
    ? first
    : undefined;
}

/** `time` are the cells that tell the time. */
export function utilityColumns(
  text: string,
  columns: readonly SampledColumn[],
  time: readonly number[],
  layout: UtilityLayout,
  faults: FaultList,
): UtilityColumns {
  const beside = unitBeside(text, columns, layout, faults);
  const listed = unitsListed(layout.preamble);
  const series: NamedColumn[] = [];
  const skipped: string[] = [];
  for (const column of columns) {
    const { cell, header } = column;
    if (time.includes(cell) || isIndex(column) || namesHourNumber(header)) continue;
    const label = header === '' ? `column-${cell + 1}` : header;
    if (!isSeries(column)) {
      skipped.push(label);
      continue;
    }
    const elsewhere =
      layout.units?.[cell] ?? suffixOf(column) ?? (beside?.cell === cell ? beside.unit : listed.get(cell + 1));
    const head = columnHead(label, elsewhere);
    series.push({ name: head.name, cell, head, ...suffixed(column) });
  }
  return { ...toldApart(series, layout), skipped };
}

/** Columns of one name, also where their units alone differ, are named by where they stand. */
function toldApart(series: readonly NamedColumn[], { preamble, delimiter, width, header }: UtilityLayout) {
  const above = cellsOfLine(preamble.at(-1) ?? '', delimiter) ?? [];
  const columnsOf = Map.groupBy(series, ({ name }) => name);
  const isTwin = ({ name }: NamedColumn) => columnsOf.get(name)!.length > 1;
  const named = series.map((column) => {
    if (!isTwin(column)) return column;
    const over = above.length === width ? above[column.cell]!.trim() : '';
    const isTelling = over !== '' && above.filter((other) => other.trim() === over).length === 1;
    const name = isTelling ? `${over} ${column.name}` : `${column.name} (column ${column.cell + 1})`;
    return { ...column, name, head: { ...column.head, name } };
  });
  const twins = named.filter((_, at) => isTwin(series[at]!)).map(({ name }) => name);
  if (twins.length === 0) return { series: named, warnings: [] };
  const message = `several columns have the same name: read as ${twins.join(', ')}`;
  return { series: named, warnings: [{ code: 'names-again', message, line: header?.line ?? 1 }] };
}
