/** Results as rows: which answer there is to which question of an owner. Their files are objects. */

import type { Selectable } from 'kysely';
import type { Rows } from './database.ts';
import type { ResultsTable } from './tables.ts';

export type Result = Selectable<ResultsTable>;

/** Until the end of the transaction nobody deletes them. */
export async function holdResults(transaction: Rows, owner: string, runKeys: readonly string[]): Promise<Result[]> {
  const ofKeys = transaction
    .selectFrom('results')
    .selectAll()
    .where('owner', '=', owner)
    .where('run_key', 'in', runKeys);
  return ofKeys.forKeyShare().execute();
}

/** Two workers may have answered the same question: the first answer stays. */
export async function keepResult(rows: Rows, result: Omit<Result, 'created_at'>): Promise<Result> {
  await rows
    .insertInto('results')
    .values({ ...result, figures: result.figures === null ? null : JSON.stringify(result.figures) })
    .onConflict((conflict) => conflict.columns(['owner', 'run_key']).doNothing())
    .execute();
  const [kept] = await holdResults(rows, result.owner, [result.run_key]);
  if (kept === undefined) throw new Error(`The result ${result.id} is gone as soon as it was kept.`);
  return kept;
}

/** Until the end of the transaction nobody deletes those of these that there are. @returns how many */
export async function holdSources(transaction: Rows, owner: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const found = transaction.selectFrom('results').select('id').where('owner', '=', owner).where('id', 'in', ids);
  return (await found.forKeyShare().execute()).length;
}
