/** Bands of values that were not solved, from the result directories of their neighbours alone. */

import { join } from 'node:path';
import { rememberingReader } from '../../profiles/read.ts';
import { type Band, bandOf } from '../../studies/sweep/band.ts';
import { TECHNOLOGIES } from '../files/file-names.ts';
import { type ResultDirectory, readResultDirectory } from '../read-directory.ts';
import { loadVaried, type Variation } from './varied-scenario.ts';

export interface BandsToFind {
  /** What is varied. */
  readonly path: string;
  /** Results of the neighbours: where each stands in the sweep, its value, its directory. */
  readonly solved: readonly {
    readonly at: number;
    readonly value: number;
    readonly directory: string;
    /** Of its result.json, where that was read and verified before: then it is not read again each time. */
    readonly resultSha256?: string;
  }[];
  /** Values that were not solved, each with where its neighbours stand in the sweep. */
  readonly asked: readonly { readonly value: number; readonly by: readonly number[] }[];
}

type Reading = ReturnType<typeof readNeighbour>;

/** What the last bands were found by, by directory and hash: the next ones mostly are as well. */
let lately: ReadonlyMap<string, Reading> = new Map();

/** In the order of what was asked. */
export async function findBands({ path, solved, asked }: BandsToFind): Promise<Band[]> {
  const read = new Map<string, Reading>();
  const neighbour = (at: number) => {
    const place = solved.find((one) => one.at === at)!;
    const key = `${place.directory} ${place.resultSha256}`;
    const before = place.resultSha256 === undefined ? undefined : lately.get(key);
    const known = read.get(key) ?? before ?? readNeighbour(place);
    read.set(key, known);
    return known;
  };
  const bands: Band[] = [];
  for (const { value, by } of asked) {
    const neighbours = await Promise.all(by.map(neighbour));
    const [first] = neighbours;
    if (first === undefined) bands.push({});
    else {
      const { scenario } = await loadAt(first, [{ path, value }], first.readProfile);
      bands.push(bandOf(scenario, value, neighbours));
    }
  }
  lately = read;
  return bands;
}

/** The scenario of a result with other values, its files taken from the result. */
export function loadAt(
  { result, directory }: { readonly result: ResultDirectory; readonly directory: string },
  variation: Variation,
  readProfile = rememberingReader(),
) {
  const technologies = join(directory, TECHNOLOGIES);
  return loadVaried(result.loaded.document, variation, { file: 'scenario.json', directory, technologies, readProfile });
}

async function readNeighbour({ at, value, directory }: BandsToFind['solved'][number]) {
  const result = await readResultDirectory(directory);
  const { schedule, buildOut = [], proofs = [] } = result;
  if (schedule === undefined) throw new RangeError(`${directory} holds no plan.`);
  const { scenario } = result.loaded;
  return { at, value, directory, result, scenario, schedule, buildOut, proofs, readProfile: rememberingReader() };
}
