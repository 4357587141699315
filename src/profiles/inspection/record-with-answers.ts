/** Reads a foreign text whatever it leaves open: where an answer is missing, each one is tried and the question kept. */

import { type Issue, ProfileError } from '../../errors.ts';
import { FaultList } from '../faults.ts';
import type { ForeignFormat, ForeignText, FormatAnswers } from '../formats/format.ts';
import type { Recording } from '../recording/recording.ts';
import type { Question } from './inspection.ts';

export interface Recorded {
  /** Undefined where nothing in the file could be judged. */
  readonly recording: Recording | undefined;
  readonly faults: readonly Issue[];
  readonly questions: readonly Question[];
}

/** What is tried where a format asks. */
const tried = {
  dates: ['day-first', 'month-first'],
  decimal: ['point', 'comma'],
  start: ['2021-01-01T00:00'],
} as const;
type Tried = keyof typeof tried;
const names = Object.keys(tried) as Tried[];

export function recordWithAnswers(
  format: ForeignFormat,
  text: ForeignText,
  file: string,
  answers: FormatAnswers,
): Recorded {
  const asked = attempt(format, text, file, answers);
  if (!asked.faults.some(isQuestion)) return { ...asked, questions: [] };
  const tries = names.reduce<FormatAnswers[]>(
    (list, name) =>
      answers[name] === undefined
        ? list.flatMap((given) => [given, ...tried[name].map((answer) => ({ ...given, [name]: answer }))])
        : list,
    [answers],
  );
  const read = tries
    .filter((given) => Object.keys(given).length > Object.keys(answers).length)
    .map((given: FormatAnswers) => ({ given, ...attempt(format, text, file, given) }))
    .filter(({ faults }) => faults.length === 0);
  // Fewest answers first: what one answer settles needs no second.
  const least = Math.min(...read.map(({ given }) => Object.keys(given).length));
  const settled = read.filter(({ given }) => Object.keys(given).length === least);
  const [best, next] = settled.toSorted((a, b) => followersOf(b.recording) - followersOf(a.recording));
  if (best === undefined) return { ...asked, questions: [] };
  const isTelling = next !== undefined && followersOf(best.recording) > followersOf(next.recording);
  return {
    recording: best.recording,
    faults: [],
    questions: questionsOf(
      settled.map(({ given }) => given),
      { answers, shown: best.given, because: isTelling ? ', which leaves fewer gaps' : '' },
    ),
  };
}

/** Rows that follow the one before them by a step. */
function followersOf(recording: Recording | undefined): number {
  if (recording === undefined) return 0;
  const { clockMinutes, stepMinutes } = recording;
  let count = 0;
  for (let row = 1; row < clockMinutes.length; row++) {
    if (clockMinutes[row]! - clockMinutes[row - 1]! === stepMinutes) count++;
  }
  return count;
}

/** Ambiguity is a fault that names the answers to give; rows that are torn need no second reading. */
function isQuestion({ expected }: Issue): boolean {
  return /--(dates|decimal|start)\b/.test(expected ?? '');
}

/** How the figures are shown, and what speaks for that reading. */
interface Reading {
  readonly answers: FormatAnswers;
  readonly shown: FormatAnswers;
  readonly because: string;
}

function questionsOf(given: readonly FormatAnswers[], { answers, shown, because }: Reading): Question[] {
  const wordsOf: Readonly<Record<Tried, (answer: string) => string>> = {
    dates: (answer) =>
      `Does the day or the month come first in its dates? The figures here are read as ${answer}${because}.`,
    decimal: (answer) => `Is the decimal mark a point or a comma? The figures here are read as ${answer}.`,
    start: (answer) =>
      `When does the first row begin, and how far are rows apart? Nothing in the file tells the time; the hours here begin at ${answer}, for want of an answer.`,
  };
  return names.flatMap((name) => {
    const told = [...new Set(given.flatMap((one) => (answers[name] === undefined ? (one[name] ?? []) : [])))];
    if (told[0] === undefined) return [];
    const options = told.map((answer) => `--${name} ${answer}`);
    return [{ code: name, question: wordsOf[name](shown[name] ?? told[0]), options }];
  });
}

function attempt(
  format: ForeignFormat,
  text: ForeignText,
  file: string,
  answers: FormatAnswers,
): { readonly recording: Recording | undefined; readonly faults: readonly Issue[] } {
  const faults = new FaultList(file);
  try {
    const recording = format.record(text, faults, answers);
    return { recording, faults: faults.issues() };
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    return { recording: undefined, faults: [...error.issues, ...faults.issues()] };
  }
}
