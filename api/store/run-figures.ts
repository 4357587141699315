/** Counts and durations of runs of all owners, for the metrics. */

import { sql } from 'kysely';
import type { Rows } from './database.ts';
import type { RunStatus } from './tables.ts';

export async function runsByStatus(rows: Rows): Promise<ReadonlyMap<RunStatus, number>> {
  const found = await rows
    .selectFrom('runs')
    .select(['status', sql<number>`count(*)`.as('runs')])
    .groupBy('status')
    .execute();
  return new Map(found.map(({ status, runs }) => [status, Number(runs)]));
}

/** A transaction that began within this time may not have ended yet. */
const SETTLED = sql`interval '2 seconds'`;

/** Seconds of each solve that ended between the two instants; the second is the one to go on from. */
export async function solvesSince(rows: Rows, since: Date | undefined) {
  const { rows: clock } = await sql<{ until: Date }>`select now() - ${SETTLED} as until`.execute(rows);
  const { until } = clock[0]!;
  if (since === undefined) return { until, seconds: [] };
  const found = await rows
    .selectFrom('runs')
    .select(sql<number>`extract(epoch from finished_at - started_at)::float8`.as('seconds'))
    .where('finished_at', '>', since)
    .where('finished_at', '<=', until)
    .where('started_at', 'is not', null)
    .where('status', '=', 'succeeded')
    .where('reused', '=', false)
    .execute();
  return { until, seconds: found.map(({ seconds }) => seconds) };
}
