/**
 * What is finished of a study that goes on. It stands at the run from when it is known, as a result that answers no
 * question: however the run ends short of all of it, cancelled, failed or under workers that die, it is there.
 */

import type { StudyFigures } from '../schemas/run-figures.ts';
import type { Rows } from './database.ts';
import { type Claim, heldRun } from './run-claims.ts';
import type { Run } from './runs.ts';

export interface NewPart extends StudyFigures {
  readonly id: string;
}

/** In place of the part that was there. @returns the id of that, whose files nobody needs any more; false where the run is no longer ours */
export async function keepPart(
  transaction: Rows,
  run: Pick<Run, 'owner'> & Claim,
  { id, headline }: NewPart,
): Promise<string | null | false> {
  const before = await heldPart(transaction, run);
  if (before === false) return false;
  await transaction
    .insertInto('results')
    // Its own key, which is that of no question: nobody who asks the same is answered with a part.
    .values({ id, owner: run.owner, run_key: id, answer: 'partial', figures: JSON.stringify({ headline }) })
    .execute();
  const { id: runId } = run;
  await transaction.updateTable('runs').set({ result_id: id, answer: 'partial' }).where('id', '=', runId).execute();
  await dropPart(transaction, before);
  return before;
}

/** The part of a run that is being worked on, which nobody changes until the end of the transaction; false where it is no longer ours. */
export async function heldPart(transaction: Rows, claim: Claim): Promise<string | null | false> {
  const found = await heldRun(transaction, claim).select('result_id').forUpdate().executeTakeFirst();
  return found === undefined ? false : found.result_id;
}

/** Once no run names it. */
export async function dropPart(transaction: Rows, id: string | null): Promise<void> {
  if (id !== null) await transaction.deleteFrom('results').where('id', '=', id).execute();
}
