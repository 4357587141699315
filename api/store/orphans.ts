/** Files that no row knows of: left by a process that died, or by a run that was cancelled while its result was published; what was kept of a study for nobody. */

import type { Database, Rows } from './database.ts';
import { type ObjectStore, placeOfKept, placeOfResult } from './objects.ts';

/** Far longer than from publishing a result to storing its row, also where the database was away between the two. */
const YOUNGEST_ORPHAN_MILLISECONDS = 3_600_000;
/** A draft this old belongs to nobody that lives. */
const OLDEST_DRAFT_MILLISECONDS = 48 * 3_600_000;
const AT_ONCE = 500;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** At the start of a process, before it works: on an embedded store all that is left is of the dead, else what is old. */
export async function removeOrphans({ kind, rows }: Database, objects: ObjectStore): Promise<void> {
  const isAlone = kind === 'embedded';
  if (objects.leftovers === undefined) return;
  const { list, ageOf, removeDrafts } = objects.leftovers;
  await removeDrafts(isAlone ? 0 : OLDEST_DRAFT_MILLISECONDS);
  await removeAnswered(rows, objects, isAlone ? 0 : YOUNGEST_ORPHAN_MILLISECONDS);
  const ids = (await list('results')).filter((name) => uuid.test(name));
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const some = ids.slice(first, first + AT_ONCE);
    const known = await rows.selectFrom('results').select('id').where('id', 'in', some).execute();
    const kept = new Set(known.map(({ id }) => id));
    for (const id of some.filter((one) => !kept.has(one))) {
      const age = await ageOf(placeOfResult(id));
      if (isAlone || (age ?? 0) >= YOUNGEST_ORPHAN_MILLISECONDS) await objects.remove(placeOfResult(id));
    }
  }
}

/** What was kept of questions that nobody asks any more, or that are answered. */
async function removeAnswered(rows: Rows, { leftovers, remove }: ObjectStore, youngest: number): Promise<void> {
  const { list, ageOf } = leftovers!;
  for (const key of (await list('kept')).filter((name) => /^[0-9a-f]{64}$/.test(name))) {
    const answer = await rows.selectFrom('results').select('id').where('run_key', '=', key).executeTakeFirst();
    const asking = rows.selectFrom('runs').select('id').where('run_key', '=', key).limit(1);
    if (answer === undefined && (await asking.executeTakeFirst()) !== undefined) continue;
    if (((await ageOf(placeOfKept(key))) ?? 0) >= youngest) await remove(placeOfKept(key));
  }
}

/** Asks first: a transaction whose end was not heard may have stored it. */
export async function removeIfOrphan(rows: Rows, objects: ObjectStore, resultId: string): Promise<void> {
  const known = await rows.selectFrom('results').select('id').where('id', '=', resultId).executeTakeFirst();
  if (known === undefined) await objects.remove(placeOfResult(resultId));
}
