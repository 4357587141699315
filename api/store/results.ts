/** Results as rows: which answer there is to which question of an owner. Their files are objects. */

import type { Selectable } from 'kysely';
import type { Rows } from './database.ts';
import type { ResultsTable } from './tables.ts';

export type Result = Selectable<ResultsTable>;

export async function findResult(rows: Rows, owner: string, runKey: string): Promise<Result | undefined> {
  return (await findResults(rows, owner, [runKey]))[0];
}

export async function findResults(rows: Rows, owner: string, runKeys: readonly string[]): Promise<Result[]> {
  return rows.selectFrom('results').selectAll().where('owner', '=', owner).where('run_key', 'in', runKeys).execute();
}

/** Two workers may have answered the same question: the first answer stays. */
export async function keepResult(rows: Rows, result: Omit<Result, 'created_at'>): Promise<Result> {
  await rows
    .insertInto('results')
    .values(result)
    .onConflict((conflict) => conflict.columns(['owner', 'run_key']).doNothing())
    .execute();
  const kept = await findResult(rows, result.owner, result.run_key);
  if (kept === undefined) throw new Error(`The result ${result.id} is gone as soon as it was kept.`);
  return kept;
}

/** Prefix of the objects of a result. */
export const placeOfResult = (id: string): string => `results/${id}`;
