/** Comment lines and header of the native format. */
import { type FaultList, refuse, shown } from '../../faults.ts';
import { isProfileUnit, type ProfileUnit, unitNames } from '../../profile.ts';
import type { RecordedWarning } from '../../recording/recording.ts';

/** The words of the native format that its reader and its writer must agree on. */
export const firstLine = '# hourmatch profile';
export const timeHeader = 'time [UTC]';

/** A letter, then letters, digits, `_`, `.` or `-`: nothing that CSV, YAML or a shell would read as its own. */
const columnName = /^\p{L}[\p{L}\p{N}\p{M}_.-]*$/u;

/** Composed spelling only (NFC): two names that look alike on paper are then the same name. */
export function isColumnName(text: string): boolean {
  return columnName.test(text) && text.normalize('NFC') === text;
}

/** More than any site has plants; ends early where a file is a table of something else. */
const MOST_COLUMNS = 256;

/** How an import begins a note of what it doubts. */
const WARNING = 'warning: ';
const MOST_WARNINGS = 50;

const keyAndValue = /^# ([a-z][a-z0-9-]*): (\S.*)$/;

interface Statement {
  readonly value: string;
  readonly line: number;
}

export interface NativeComments {
  /** Undefined where the file does not say; that is a fault. */
  readonly synthetic: boolean | undefined;
  /** Months of different years; false where the file does not say. */
  readonly isTypicalYear: boolean;
  /** Hours that were filled before the file was written; 0 where it does not say. */
  readonly filledHours: number;
  /** Of its prices; undefined where the file does not say. */
  readonly currency: string | undefined;
  /** What whoever wrote it was warned of. */
  readonly warnings: readonly RecordedWarning[];
  /** Line of the header, from 1, and where it begins in the text. */
  readonly headerLine: number;
  readonly headerStart: number;
}

/** The lines that begin with `#`, up to the header. */
export function readComments(text: string, faults: FaultList): NativeComments {
  const statements = new Map<string, Statement[]>();
  const warnings: RecordedWarning[] = [];
  let line = 1;
  let start = 0;
  for (; text[start] === '#'; line++) {
    const end = text.indexOf('\n', start) === -1 ? text.length : text.indexOf('\n', start);
    const comment = text.slice(start, end);
    const [, key, value] = keyAndValue.exec(comment) ?? [];
    if (key === 'note' && value?.startsWith(WARNING) && warnings.length < MOST_WARNINGS) {
      warnings.push({ code: 'noted', message: value.slice(WARNING.length), line });
    }
    if (key !== undefined && value !== undefined && statedKeys.includes(key)) {
      const said = statements.get(key);
      if (said === undefined) statements.set(key, [{ value, line }]);
      // The second tells that it is said again; a hostile file could say it a million times.
      else if (said.length === 1) said.push({ value, line });
    }
    if (line === 1 ? comment !== firstLine : key === undefined) {
      faults.add('profile.bad-header', { where: 'comment', line, column: 1 }, () => ({
        problem: shown(comment),
        expected:
          line === 1 ? `exactly ${firstLine}` : 'comment lines of the form "# key: value"; free text as "# note: …"',
      }));
    }
    start = end + 1;
  }
  if (line === 1) {
    faults.add('profile.bad-header', { where: 'comment', line, column: 1 }, () => ({
      problem: 'no comment lines before the header',
      expected: `${firstLine} as the first line`,
    }));
  }
  return {
    synthetic: syntheticOf(statements.get('synthetic') ?? [], line, faults),
    isTypicalYear: onceAtMost('typical-year', statements, /^(true|false)$/, 'true or false', faults) === 'true',
    filledHours: Number(onceAtMost('filled-hours', statements, /^\d{1,6}$/, 'a number of hours', faults) ?? 0),
    currency: onceAtMost('currency', statements, /^[A-Z]{3}$/, 'three capital letters, such as EUR,', faults),
    warnings,
    headerLine: line,
    headerStart: start,
  };
}

/** Keys that programs read; all others are for people. */
const statedKeys = ['synthetic', 'typical-year', 'filled-hours', 'currency'];

function onceAtMost(
  key: string,
  statements: ReadonlyMap<string, readonly Statement[]>,
  form: RegExp,
  words: string,
  faults: FaultList,
): string | undefined {
  const [first, second] = statements.get(key) ?? [];
  if (first === undefined) return undefined;
  const expected = `"# ${key}: …" with ${words}, once or not at all`;
  const place = { where: key, line: (second ?? first).line, column: 1 };
  if (second !== undefined) {
    faults.add('profile.bad-header', place, () => ({ problem: `said again after line ${first.line}`, expected }));
  } else if (!form.test(first.value)) {
    faults.add('profile.bad-header', place, () => ({ problem: shown(first.value), expected }));
  }
  return form.test(first.value) ? first.value : undefined;
}

/** Said exactly once: series that were generated must never pass for measured ones. */
function syntheticOf(statements: readonly Statement[], headerLine: number, faults: FaultList): boolean | undefined {
  const expected = '"# synthetic: true" for generated series, "# synthetic: false" for measured ones, once';
  const [first, second] = statements;
  const line = second?.line ?? first?.line ?? headerLine;
  const place = { where: 'synthetic', line, column: 1 };
  if (first === undefined) {
    faults.add('profile.bad-header', place, () => ({ problem: 'no line before the header says synthetic', expected }));
  } else if (second !== undefined) {
    faults.add('profile.bad-header', place, () => ({ problem: `said again after line ${first.line}`, expected }));
  } else if (first.value !== 'true' && first.value !== 'false') {
    faults.add('profile.bad-header', place, () => ({ problem: shown(first.value), expected }));
  }
  return first?.value === 'true';
}

export interface NativeColumnHead {
  /** As far as it can be read; the whole cell where it has no unit. */
  readonly name: string;
  /** Undefined where the cell names none that is known; that is a fault. */
  readonly unit: ProfileUnit | undefined;
}

/** The header's columns after the first. */
export function readHeader(cells: readonly string[], line: number, faults: FaultList): NativeColumnHead[] {
  if (cells.length > MOST_COLUMNS + 1) {
    const problem = `${cells.length} columns`;
    refuse(
      faults.file,
      'profile.bad-header',
      { where: 'header', line },
      problem,
      `at most ${MOST_COLUMNS} series in a file`,
    );
  }
  const [time = '', ...series] = cells;
  if (time !== timeHeader) {
    faults.add('profile.bad-header', { where: 'header', line, column: 1 }, () => ({
      problem: shown(time),
      expected: `${timeHeader} as the first column`,
    }));
  }
  if (series.length === 0) {
    faults.add('profile.bad-header', { where: 'header', line, column: 2 }, () => ({
      problem: 'no series beside the time',
      expected: 'at least one column "name [unit]"',
    }));
  }
  const columnOfName = new Map<string, number>();
  return series.map((cell, index) => {
    const [, name = cell, unitName] = /^([^[\]]*?) ?\[([^[\]]*)\]$/.exec(cell) ?? [];
    const place = { where: name === '' ? 'header' : name, line, column: index + 2 };
    const unit = unitName !== undefined && isProfileUnit(unitName) ? unitName : undefined;
    const twin = columnOfName.get(name);
    if (unit === undefined) {
      faults.add('profile.wrong-unit', place, () => ({
        problem: unitName === undefined ? `${shown(cell)} names no unit` : `${shown(cell)} has an unknown unit`,
        expected: `"name [unit]" with a unit of ${unitNames}`,
      }));
    } else if (!isColumnName(name) || cell !== `${name} [${unit}]`) {
      faults.add('profile.bad-header', place, () => ({
        problem: `${shown(cell)} is no "name [unit]"`,
        expected:
          'a name that begins with a letter and holds letters, digits, _ . or -, one space, the unit in brackets',
      }));
    }
    if (twin !== undefined) {
      faults.add('profile.bad-header', place, () => ({
        problem: `${shown(name)} is also the name of column ${twin}`,
        expected: 'names that differ',
      }));
    }
    columnOfName.set(name, index + 2);
    return { name, unit };
  });
}
