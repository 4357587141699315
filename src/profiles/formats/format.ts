/** What the native format offers to be read, and foreign ones, which offer more and know less. */

import type { FaultList } from '../faults.ts';
import type { ProfileFile } from '../profile.ts';
import type { Recording } from '../recording/recording.ts';
import type { Marks } from '../table/numbers.ts';

/** What a format gives; file name and checksum are added where the bytes are known. */
export type ProfileContent = Pick<ProfileFile, 'synthetic' | 'year' | 'columns' | 'provenance' | 'warnings'>;

export interface ProfileFormat {
  readonly name: string;
  /** How a file of this format begins, for the message when no format fits. */
  readonly beginning: string;
  /** Judges by the first lines alone; the name of the file plays no part. `opening` holds the first non-comment line. */
  recognises(opening: Opening): boolean;
  /** @throws ProfileError with every fault of the text. */
  read(text: string, file: string): ProfileContent;
}

/** First look at a text. */
export interface Opening {
  readonly firstLine: string;
  /** The first line that does not begin with `#`; empty where there is none. */
  readonly firstBareLine: string;
}

/** Facts that a file leaves open and whoever imports it states. */
export interface FormatAnswers {
  /** Order of day and month in dates such as 03/04/2026. */
  readonly dates?: 'day-first' | 'month-first';
  readonly decimal?: 'point' | 'comma';
  /** Of rows that nothing places in time: the beginning of the first, `2021-01-01T00:00`, and the minutes between them. */
  readonly start?: string;
  readonly step?: number;
  /** What the file writes where it has no value, beside the marks of its format: `9999`, `Bad`; `none` where numbers that look like marks are values. */
  readonly missing?: Marks;
}

/** The text of a file, and how its bytes were read. */
export interface ForeignText {
  /** Lines ended by LF, without a byte order mark. */
  readonly text: string;
  readonly encoding: 'UTF-8' | 'Windows-1252';
}

export interface ForeignFormat {
  /** Kebab case: `pvgis-hourly`. */
  readonly name: string;
  /** How a file of this format begins, for the message when no format fits. */
  readonly beginning: string;
  /** Judges by the first lines alone, in time that does not grow with the file; the file's name plays no part. */
  recognises(opening: ForeignOpening): boolean;
  /**
   * Reads the whole text. Faults of single rows are added to `faults` and reading goes on; what makes all the rest
   * meaningless is thrown with `refuse`. Ambiguity is a fault that names the answers to give, never a guess.
   *
   * @throws ProfileError where nothing else in the file can be judged
   */
  record(text: ForeignText, faults: FaultList, answers: FormatAnswers): Recording;
}

/** First look at a text. */
export interface ForeignOpening {
  /** The first lines, at most 100, each at most 10,000 characters. */
  readonly lines: readonly string[];
}
