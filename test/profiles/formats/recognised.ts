/** Reads hand-made texts through one format, as detection and reader would. */
import { ProfileError } from '../../../src/errors.ts';
import { FaultList } from '../../../src/profiles/faults.ts';
import type { ForeignFormat, FormatAnswers } from '../../../src/profiles/formats/format.ts';
import type { Recording } from '../../../src/profiles/recording/recording.ts';

export function openingOf(text: string) {
  return { lines: text.split('\n', 100).map((line) => line.slice(0, 10_000)) };
}

/** The recording of a text without faults. @throws ProfileError otherwise */
export function record(format: ForeignFormat, text: string, answers: FormatAnswers = {}): Recording {
  if (!format.recognises(openingOf(text))) throw new Error(`${format.name} does not recognise the text`);
  const faults = new FaultList('file.csv');
  const recording = format.record({ text, encoding: 'UTF-8' }, faults, answers);
  faults.throwIfAny();
  return recording;
}

/** Faults as `line:column where problem → expected`, without what is absent. */
export function faultsOf(format: ForeignFormat, text: string, answers: FormatAnswers = {}): string[] {
  try {
    record(format, text, answers);
    return [];
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    return error.issues.map(
      ({ code, where, line, column, problem, expected }) =>
        `${code} ${[line, column].filter((part) => part !== undefined).join(':')} ${where}: ${problem} → ${expected}`,
    );
  }
}

/** Clock readings as `YYYY-MM-DD HH:MM`. */
export function clockOf({ clockMinutes }: Recording): string[] {
  return Array.from(clockMinutes, (minutes) =>
    Number.isNaN(minutes) ? 'none' : new Date(minutes * 60_000).toISOString().slice(0, 16).replace('T', ' '),
  );
}

export function valuesOf(recording: Recording, name: string): number[] {
  const column = recording.columns.find((one) => one.name === name);
  if (column === undefined) throw new Error(`no column ${name} among ${recording.columns.map((one) => one.name)}`);
  return Array.from(column.values);
}

/** A column without its numbers. */
export function headsOf({ columns }: Recording) {
  return columns.map(({ values: _, ...head }) => head);
}
