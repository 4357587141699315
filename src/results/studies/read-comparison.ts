/** Result directories → a comparison of them. */

import { basename, resolve } from 'node:path';
import { compareResults, type ResultToCompare } from '../../studies/compare.ts';
import type { Comparison } from '../../studies/comparison/document.ts';
import { hourmatchVersion } from '../document/hourmatch-version.ts';
import { RESULT_FILE } from '../files/file-names.ts';
import { readResultDirectory } from '../read-directory.ts';

/** A directory, and what the comparison calls it. */
export interface ToCompare {
  readonly directory: string;
  /** The shortest end of its path that no other has, where absent. */
  readonly label?: string;
}

/**
 * Compares two to four results with the first of them; see `compareResults`.
 *
 * @throws ResultError with every file of a directory that is missing, damaged or changed
 */
export async function compareDirectories(results: readonly ToCompare[]): Promise<Comparison> {
  const labels = labelsOf(results.map(({ directory }) => directory));
  const read = [];
  // One after the other: hours of many years take memory while they are read.
  for (const [at, { directory, label }] of results.entries()) {
    read.push(await resultToCompare(directory, label ?? labels[at]!));
  }
  return compareResults(read, hourmatchVersion);
}

async function resultToCompare(directory: string, label: string): Promise<ResultToCompare> {
  const { document, loaded, inputs, schedule, buildOut, hashes } = await readResultDirectory(directory);
  const byPlace = new Map(inputs.map((input) => [input.storedAs, input]));
  return {
    label,
    // It was read, so it has one.
    resultSha256: hashes.get(RESULT_FILE)!,
    study: document.study,
    status: document.status,
    loaded,
    fileNamed: (file) => byPlace.get(file),
    schedule,
    buildOut,
  };
}

/** `a/plan` and `b/plan` are told apart by what is before the last part. */
function labelsOf(directories: readonly string[]): string[] {
  const parts = directories.map((directory) => resolve(directory).split(/[\\/]/));
  return parts.map((own, at) => {
    for (let count = 1; count < own.length; count++) {
      const label = own.slice(-count).join('/');
      const isAlone = parts.every((other, index) => index === at || other.slice(-count).join('/') !== label);
      if (isAlone) return label;
    }
    return basename(directories[at]!);
  });
}
