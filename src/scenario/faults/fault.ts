/** A fault of a document before it has a line and a column: where it is, as a path of field names and list indices. */

import type { Finding, IssueCode, WarningCode } from '../../errors.ts';

export type Path = readonly (string | number)[];

/** Lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Fault<Code = IssueCode> {
  readonly code: Code;
  readonly path: Path;
  readonly problem: string;
  readonly expected?: string;
  /** Points at the field's name rather than at its value. */
  readonly atKey?: true;
  /** Where it stands, when the path alone does not tell. */
  readonly place?: Place;
}

/** Two fields that contradict each other. */
export function conflict(path: Path, problem: string, expected: string): Fault {
  return { code: 'scenario.conflict', path, problem, expected };
}

/** What is asked about, though nothing is refused for it. */
export type Doubt = Fault<WarningCode>;

/** Where the places of a document stand in its text. */
export interface Places {
  readonly file: string;
  /** Of the deepest place on the path that is in the text; undefined where there is no text. */
  locate(path: Path, atKey: boolean): Place | undefined;
}

const LONGEST_KEY = 80;

/** `storages[0].chargeEfficiency`; a document as a whole is called by its file. */
export function whereOf(path: Path, file: string): string {
  if (path.length === 0) return file;
  const steps = path.map((given) => {
    const key = typeof given === 'string' && given.length > LONGEST_KEY ? `${given.slice(0, LONGEST_KEY)}…` : given;
    if (typeof key === 'number') return `[${key}]`;
    return /^[\w-]+$/.test(key) ? `.${key}` : `.${JSON.stringify(key)}`;
  });
  return steps.join('').replace(/^\./, '');
}

/** RFC 6901. Undefined where a name on the way is longer than any of a schema: whoever is told would only get it back. */
export function pointerOf(path: Path): string | undefined {
  if (path.some((key) => String(key).length > LONGEST_KEY)) return undefined;
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** A fault as an issue, a doubt as a warning, in the order and with the fields the register asks for. */
export function issueOf<Code>(fault: Fault<Code>, places: Places): Finding<Code> {
  const pointer = pointerOf(fault.path);
  return {
    code: fault.code,
    where: whereOf(fault.path, places.file),
    ...(pointer === undefined ? {} : { pointer }),
    problem: fault.problem,
    ...(fault.expected === undefined ? {} : { expected: fault.expected }),
    file: places.file,
    ...(fault.place ?? places.locate(fault.path, fault.atKey === true)),
  };
}

/** True where one path leads to the other or to a part of it. */
export function isWithin(path: Path, whole: Path): boolean {
  return path.length >= whole.length && whole.every((key, i) => path[i] === key);
}
