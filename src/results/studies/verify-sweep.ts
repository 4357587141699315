/** A sweep recomputed from its points: each verified as a result, and all that is told of them made anew. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../errors.ts';
import { sweepCsv, widthOf } from '../../report/studies/sweep-table.ts';
import type { Disagreement } from '../../studies/compare-claims.ts';
import type { Sweep, SweepPoint } from '../../studies/sweep/document.ts';
import { type ResultToVerify, type ResultVerification, verifyResult } from '../../studies/verify-result.ts';
import { type ResultDirectory, readResultDirectory } from '../read-directory.ts';
import { compareDocument } from '../recomputed/compare-document.ts';
import { verifyResultDirectory } from '../verify-directory.ts';
import { findBands, loadAt } from './bands.ts';
import { lastPercentOf } from './last-percent.ts';
import { comparePages } from './study-pages.ts';
import { answerOf, CSV_FILE, POINTS, placeOfPoint, readSweep } from './sweep-directory.ts';
import { bandDocument, combinationsOf } from './sweep-state.ts';
import type { StudyVerification } from './verify-study-of.ts';

export type Verify = (result: ResultToVerify) => ResultVerification | Promise<ResultVerification>;

/** @throws ResultError where there is no readable sweep */
export async function verifySweep(directory: string, verify: Verify = verifyResult): Promise<StudyVerification> {
  const { sweep, csv } = await readSweep(directory);
  const disagreements: Disagreement[] = [];
  const say = (where: string, problem: string) => disagreements.push({ where, problem });
  const notChecked = new Set(['hourmatchVersion: by which version it was written.']);
  const own: SweepPoint[] = [];
  let base: { result: ResultDirectory; directory: string } | undefined;
  for (const [at, point] of sweep.points.entries()) {
    const where = `points[${at}]`;
    if (point.place === undefined) {
      own.push(point);
      continue;
    }
    try {
      const place = join(directory, placeOfPoint(point.contentHash));
      const found = await verifyResultDirectory(place, verify);
      for (const one of found.disagreements) say(`${point.place}/${one.where}`, one.problem);
      if (found.found !== undefined && !found.verified) say(point.place, 'the result is not verified');
      for (const sentence of found.notChecked) notChecked.add(`of each result, ${sentence}`);
      const result = await readResultDirectory(place);
      base ??= { result, directory: place };
      own.push({
        ...point,
        place: placeOfPoint(point.contentHash),
        contentHash: result.loaded.contentHash,
        answer: answerOf(result),
      });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      say(`${where}.place`, `${error.message}: ${error.issues[0]?.where} ${error.issues[0]?.problem}`);
      own.push(point);
    }
  }
  if (base !== undefined) await compareFamily(sweep, base, say, notChecked);
  const claimedOf = async (lastPercent: boolean): Promise<Sweep> => {
    const points = await withBands({ ...sweep, points: own }, directory);
    const last = lastPercent ? await lastPercentOf({ ...sweep, points }, directory) : undefined;
    const { lastPercent: _, ...rest } = sweep;
    return { ...rest, ...ownHead(sweep, base?.result), points, ...(last && { lastPercent: last }) };
  };
  const remade = await claimedOf(sweep.lastPercent !== undefined);
  const compared = compareDocument(sweep, remade, new Set(['hourmatchVersion']));
  for (const one of compared.disagreements) say(one.where, one.problem);
  for (const where of compared.unsaid) say(where, 'is missing, or holds too little');
  const values = JSON.stringify(sweep.points.map((point) => point.values));
  if (values !== JSON.stringify(combinationsOf(sweep.vary))) say('vary', 'its values are not those of the points');
  if (csv !== sweepCsv(sweep)) say(CSV_FILE, 'says something else than sweep.json');
  disagreements.push(...(await comparePages(directory, 'sweep', sweep)));
  for (const name of await strangePoints(sweep, directory))
    notChecked.add(`${POINTS}/${name}: of no value of this sweep.`);
  const told = new Set<string>();
  const unique = disagreements.filter(({ where, problem }) => {
    const key = `${where} ${problem}`;
    return !told.has(key) && told.add(key);
  });
  const title = `${sweep.scenario.name}: ${sweep.vary.map(({ path }) => path).join(' and ')} varied`;
  return { title, verified: unique.length === 0, disagreements: unique, notChecked: [...notChecked] };
}

/** What the points say of the sweep as a whole. */
function ownHead({ points, band, complete }: Sweep, first: ResultDirectory | undefined): Partial<Sweep> {
  const isKnown = points.every((point) => point.answer !== undefined || widthOf(point) <= (band ?? 0));
  if (first === undefined) return { complete: complete && isKnown };
  const { document, loaded } = first;
  const { name, currency } = loaded.scenario;
  const synthetic = loaded.inputs.some((input) => input.synthetic);
  return { synthetic, scenario: { name, currency }, study: document.study, complete: complete && isKnown };
}

/** Each point is the scenario of the first with other values, and nothing else. */
async function compareFamily(
  { points, vary }: Sweep,
  base: { result: ResultDirectory; directory: string },
  say: (where: string, problem: string) => void,
  notChecked: Set<string>,
): Promise<void> {
  for (const [at, { values, contentHash }] of points.entries()) {
    const variation = vary.map(({ path }, index) => ({ path, value: values[index]! }));
    try {
      const { contentHash: own } = await loadAt(base, variation);
      if (own !== contentHash) say(`points[${at}].contentHash`, `with these values the scenario has ${own}`);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      notChecked.add(`points[${at}].contentHash: the scenario with its values cannot be made from the files at hand.`);
    }
  }
}

async function withBands({ points, vary }: Sweep, directory: string): Promise<SweepPoint[]> {
  const valueAt = (at: number) => points[at]?.values[0] as number;
  const banded = points.flatMap(({ band }, at) => {
    const by = [...new Set([...(band?.upperBy ?? []), ...(band?.lowerBy ?? [])])];
    const known = by.filter((one) => points[one]?.answer?.objective !== undefined).toSorted((a, b) => a - b);
    return band === undefined || known.length < by.length ? [] : [{ at, value: valueAt(at), by: known }];
  });
  const all = [...new Set(banded.flatMap(({ by }) => by))];
  const solved = all.map((at) => ({
    ...{ at, value: valueAt(at) },
    directory: join(directory, placeOfPoint(points[at]!.contentHash)),
  }));
  const bands = await findBands({ path: vary[0]!.path, solved, asked: banded });
  return points.map((point, at) => {
    const index = banded.findIndex((one) => one.at === at);
    return point.band === undefined ? point : { ...point, band: index < 0 ? {} : bandDocument(bands[index]!) };
  });
}

async function strangePoints({ points }: Sweep, directory: string): Promise<string[]> {
  const own = new Set(points.map(({ contentHash }) => placeOfPoint(contentHash).slice(POINTS.length + 1)));
  const names = await readdir(join(directory, POINTS)).catch(() => []);
  return names.filter((name) => !own.has(name) && !name.startsWith('.'));
}
