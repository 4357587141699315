/** What reading gives: series, or faults that say what is wrong; any other exception fails the test that met it. */
import { expect } from 'vitest';
import { type Issue, issueCodes, ProfileError } from '../../../src/errors.ts';
import type { ProfileFile } from '../../../src/profiles/profile.ts';
import type { ReadingRequest } from '../../../src/profiles/questions/reading-options.ts';
import { parseProfile } from '../../../src/profiles/read.ts';

const FILE = 'damaged.csv';

export type Outcome =
  | { readonly profile: ProfileFile; readonly issues?: undefined }
  | { readonly profile?: undefined; readonly issues: readonly Issue[] };

export function outcomeOf(bytes: Uint8Array, request?: ReadingRequest): Outcome {
  try {
    return { profile: request === undefined ? parseProfile(bytes, FILE) : parseProfile(bytes, FILE, request) };
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    expectClear(error.issues, bytes);
    return { issues: error.issues };
  }
}

/** Faults of rows, which have a line. */
const ofRows = /^profile\.(bad-row|bad-stamp|bad-number|duplicate|disorder|gap)$/;
const LINE_END = 10;
/** A message is read on a terminal. */
const LONGEST = 4000;

function expectClear(issues: readonly Issue[], bytes: Uint8Array): void {
  expect(issues.length).toBeGreaterThan(0);
  expect(issues.length).toBeLessThanOrEqual(101);
  let lines = 1;
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === LINE_END) lines++;
  for (const { code, file, where, problem, expected = '', line } of issues) {
    expect(Object.keys(issueCodes)).toContain(code);
    expect(file).toBe(FILE);
    expect(where).not.toBe('');
    expect(problem).not.toBe('');
    expect(where.length + problem.length + expected.length).toBeLessThan(LONGEST);
    if (ofRows.test(code)) expect(line, problem).toBeDefined();
    if (line === undefined) continue;
    // What is missing at the end of a file is missing in the line after its last.
    expect(Number.isInteger(line) && line >= 1 && line <= lines + 1, `${line} of ${lines}: ${problem}`).toBe(true);
  }
}
