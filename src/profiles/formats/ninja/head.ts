/**
 * Comment lines and header of renewables.ninja files. The third comment of a point file is JSON, which spreadsheets and
 * the site itself write as one quoted CSV cell: `"# {""units"": …}"`.
 */
import { type FaultList, shown } from '../../faults.ts';
import { namedColumns } from '../../table/head.ts';
import type { Marks } from '../../table/numbers.ts';
import { cellsOfLine } from '../../table/rows.ts';
import { minutesOfStamp } from '../../table/stamps.ts';
import { readTable, type Table, type TableColumn } from '../../table/table.ts';

export interface NinjaHead {
  /** Comment texts without `#`, quotes and padding. */
  readonly comments: readonly string[];
  /** Line of the header, from 1. */
  readonly headerLine: number;
  readonly cells: readonly string[];
}

const MOST_COMMENTS = 20;
const COMMA = ',';

/** In one pass; a pattern would look at every run of commas again from each comma in it. */
function withoutPadding(line: string): string {
  let end = line.length;
  while (line[end - 1] === COMMA) end--;
  return line.slice(0, end);
}

/** A comment's text, or undefined where the line is none. */
function commentOf(line: string): string | undefined {
  const bare = withoutPadding(line);
  const whole = /^"#.*"$/.test(bare) ? bare.slice(1, -1).replaceAll('""', '"') : bare;
  return whole.startsWith('#') ? whole.slice(1).trim() : undefined;
}

/** Undefined where no line begins with `time,` right after the comments. */
export function ninjaHeadIn(lines: readonly string[]): NinjaHead | undefined {
  const comments: string[] = [];
  for (const line of lines.slice(0, MOST_COMMENTS)) {
    const comment = commentOf(line);
    if (comment === undefined) {
      const cells = cellsOfLine(line, ',');
      return cells?.[0] === 'time' ? { comments, headerLine: comments.length + 1, cells } : undefined;
    }
    comments.push(comment);
  }
  return undefined;
}

export function isFromNinja({ comments }: NinjaHead): boolean {
  return /renewables\.ninja/i.test(comments[0] ?? '');
}

/** What a point file says of itself; texts as written. */
export interface NinjaStatement {
  readonly units: ReadonlyMap<string, string>;
  readonly params: ReadonlyMap<string, string>;
  readonly line: number;
}

function textsOf(value: unknown): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).map(([key, item]) => [key, String(item)]));
}

/** The JSON among the comments; undefined where there is none, and a fault where it cannot be read. */
export function statementOf({ comments }: NinjaHead, faults: FaultList): NinjaStatement | undefined {
  const index = comments.findIndex((comment) => comment.startsWith('{'));
  const json = comments[index];
  if (json === undefined) return undefined;
  const line = index + 1;
  try {
    const parsed: unknown = JSON.parse(json);
    const [units, params] = ['units', 'params'].map((key) => textsOf(new Map(Object.entries(Object(parsed))).get(key)));
    return { units: units!, params: params!, line };
  } catch {
    faults.add('profile.bad-header', { where: 'comment', line }, () => ({
      problem: `${shown(json)} is no JSON: the comment is damaged`,
      expected: '# {"units": {…}, "params": {…}} as renewables.ninja writes it; download the file again',
    }));
    return undefined;
  }
}

/** The table below the comments of a renewables.ninja file: `time` in UTC; `local_time` repeats and skips hours. */
export interface NinjaTable {
  readonly columns: readonly TableColumn[];
  readonly table: Table;
}

export function readNinjaTable(text: string, head: NinjaHead, missing: Marks, faults: FaultList): NinjaTable {
  const { cells, headerLine } = head;
  const columns = namedColumns(cells, headerLine, faults).filter(
    ({ name }) => name !== 'time' && name !== 'local_time',
  );
  const table = readTable(
    text,
    {
      firstLine: headerLine + 1,
      width: cells.length,
      header: cells,
      columns,
      numbers: { decimal: 'point', missing: ['', 'NaN', 'nan', ...missing] },
      stamp: {
        name: 'time',
        column: 1,
        form: 'YYYY-MM-DD HH:MM in UTC',
        minutes: (row) => minutesOfStamp(row.cell(0), 'year-first'),
        text: ([stamp = '']) => stamp,
      },
    },
    faults,
  );
  return { columns, table };
}
