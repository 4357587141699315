/**
 * The error register: every class and every code. An issue is data (where, what is wrong with the value shown, what was
 * expected with its unit, how to fix it); one renderer serves command line, API and dashboard.
 */

/** Stable codes; scripts rely on them. */
export const issueCodes = {
  'scenario.unreadable': 'The file cannot be read or is neither YAML nor JSON.',
  'scenario.syntax': 'The text breaks the rules of YAML or JSON.',
  'scenario.unknown-field': 'A field the schema does not know.',
  'scenario.missing-field': 'A field that must be there is absent.',
  'scenario.wrong-type': 'A value of another type than expected; nothing is coerced.',
  'scenario.out-of-range': 'A number outside its range.',
  'scenario.too-large': 'More of something than a scenario may hold.',
  'scenario.more': 'Further problems that are counted but not listed.',
  'scenario.wrong-choice': 'A word that is not among the choices.',
  'scenario.conflict': 'Two fields that contradict each other.',
  'scenario.unknown-name': 'A reference to something the scenario does not define.',
  'scenario.duplicate-name': 'Two things under one name, or one under a word that results use themselves.',
  'scenario.inexpressible': 'Something that the format of an export has no words for.',
  'profile.unreadable': 'The file is missing, is not text, or cannot be opened.',
  'profile.unknown-format': 'The content is not of any known format.',
  'profile.bad-header': 'Comment lines or a header that break the rules of the format.',
  'profile.bad-row': 'A row with another number of cells than the header.',
  'profile.missing-column': 'The named column is not in the file.',
  'profile.bad-stamp': 'A stamp that cannot be read as an hour of UTC.',
  'profile.bad-number': 'A cell that is not a plain number.',
  'profile.gap': 'Hours that are missing.',
  'profile.duplicate': 'An hour that stands twice.',
  'profile.disorder': 'An hour that stands before its predecessor.',
  'profile.wrong-length': 'Another number of hours than the calendar asks for.',
  'profile.out-of-range': 'A value outside the range of its quantity.',
  'profile.wrong-unit': 'A unit that is missing, unknown or does not fit the use.',
  'profile.question': 'A fact that the file leaves open and only whoever uses it can state.',
  'profile.contradiction': 'An option that contradicts what the file states.',
  'profile.more': 'Further problems that are counted but not listed.',
  'result.unreadable': 'A result directory that is incomplete or damaged.',
  'result.changed': 'An input file that is not the one the result was made from.',
  'result.unaccountable': 'A schedule that breaks a law, so that its energy cannot be accounted for.',
  'result.occupied': 'Something other than a result stands where one is to be written.',
  'request.syntax': 'A body that breaks the rules of its format.',
  'request.unknown-field': 'A field or parameter the call does not know.',
  'request.duplicate-field': 'A field that stands twice in one object, or a name that is asked for twice.',
  'request.missing-field': 'A field or parameter that must be there is absent.',
  'request.wrong-type': 'A value of another type than expected; nothing is coerced.',
  'request.out-of-range': 'A number outside its range.',
  'request.too-large': 'More of something than the call takes.',
  'request.more': 'Further problems that are counted but not listed.',
  'request.wrong-choice': 'A word that is not among the choices.',
  'usage.bad-option': 'A command-line option that cannot be understood.',
} as const;

export type IssueCode = keyof typeof issueCodes;

/** Stable codes of doubts: nothing is refused for them, and everyone who reads the answer sees them. */
export const warningCodes = {
  'scenario.unlikely': 'A magnitude far from what is usual, so that a slip of units is likelier.',
  'answer.unlikely': 'An answer that shows that something else was asked for than was meant.',
} as const;

/** Those of profile files are `profile.` and the code that the reader of the file gave, such as `profile.rows-skipped`. */
export type WarningCode = keyof typeof warningCodes | `profile.${string}`;

/** One fault or doubt, as data. Lines and columns count from 1. */
export interface Finding<Code> {
  readonly code: Code;
  /** Path inside the document (`storages[0].chargeEfficiency`) or name of a column. */
  readonly where: string;
  /** The same place of a document as a JSON pointer (RFC 6901); absent where it is no place of one. */
  readonly pointer?: string | undefined;
  /** What is wrong, with the value shown. */
  readonly problem: string;
  /** What was expected, with its unit, and how to fix it. */
  readonly expected?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

export type Issue = Finding<IssueCode>;
export type Warning = Finding<WarningCode>;

/** Faults of what the user handed in: never one at a time, always all that were found. */
export abstract class InputError extends Error {
  readonly subject: string;
  readonly issues: readonly Issue[];

  /** @param total how many there are, where not all of them are listed */
  constructor(subject: string, kind: string, issues: readonly Issue[], total = issues.length) {
    super(`${subject} is not a valid ${kind}: ${total.toLocaleString('en-US')} problem${total === 1 ? '' : 's'}`);
    this.subject = subject;
    this.issues = issues;
  }
}

/** The scenario is wrong. Exit 1, HTTP 400. */
export class ScenarioError extends InputError {
  override readonly name = 'ScenarioError';
  constructor(subject: string, issues: readonly Issue[], total?: number) {
    super(subject, 'scenario', issues, total);
  }
}

/** A profile is wrong; issues carry file, line and column. Exit 1, HTTP 422. */
export class ProfileError extends InputError {
  override readonly name = 'ProfileError';
  constructor(subject: string, issues: readonly Issue[]) {
    super(subject, 'profile', issues);
  }
}

/** A result directory is incomplete, damaged or not what it says. Exit 1. */
export class ResultError extends InputError {
  override readonly name = 'ResultError';
  constructor(subject: string, issues: readonly Issue[]) {
    super(subject, 'result', issues);
  }
}

/** A report cannot be made in this form here; the message tells the way through. Exit 1, HTTP 501. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
}

/** Our own answer breaks a law: a bug, always loud. Exit 3, HTTP 500. */
export class VerificationError extends Error {
  override readonly name = 'VerificationError';
}

/** The solver failed (not: found the problem infeasible). Exit 4, HTTP 503. */
export class SolverError extends Error {
  override readonly name = 'SolverError';
}

/** The user stopped the work. Exit 130. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}
