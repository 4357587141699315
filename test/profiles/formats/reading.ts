/** Reads a text as one format, for tests: what it understood, and its faults in short. */
import { type Issue, ProfileError } from '../../../src/errors.ts';
import { FaultList } from '../../../src/profiles/faults.ts';
import type { ForeignFormat } from '../../../src/profiles/formats/format.ts';
import type { RecordedColumn, Recording } from '../../../src/profiles/recording/recording.ts';

export interface Reading {
  readonly recording: Recording;
  readonly faults: readonly ReturnType<typeof brief>[];
}

const brief = ({ code, where, line, column, problem }: Issue) => ({ code, where, line, column, problem });

export function reading(format: ForeignFormat, text: string): Reading {
  const faults = new FaultList('file.csv');
  const recording = format.record({ text, encoding: 'UTF-8' }, faults, {});
  return { recording, faults: faults.issues().map(brief) };
}

/** The recording of a text that has no fault. */
export function recorded(format: ForeignFormat, text: string): Recording {
  const { recording, faults } = reading(format, text);
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return recording;
}

/** Faults of a text that is refused at once. */
export function refusal(format: ForeignFormat, text: string): Reading['faults'] {
  try {
    reading(format, text);
  } catch (error) {
    if (error instanceof ProfileError) return error.issues.map(brief);
    throw error;
  }
  return [];
}

export function recognises(format: ForeignFormat, text: string): boolean {
  return format.recognises({ lines: text.split('\n').slice(0, 100) });
}

export function column(recording: Recording, name: string): RecordedColumn {
  const found = recording.columns.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no column ${name}: ${recording.columns.map((other) => other.name)}`);
  return found;
}

export const valuesOf = (recording: Recording, name: string): number[] => [...column(recording, name).values];

/** Stamps as `2020-01-01T00:10`, on the clock of the file. */
export function stampsOf({ clockMinutes }: Recording): string[] {
  return [...clockMinutes].map((minutes) => new Date(minutes * 60_000).toISOString().slice(0, 16));
}
