/** A client that goes on through deaths: what was not answered is sent again under its key, and answers are kept. */

import { setTimeout as pause } from 'node:timers/promises';
import type { RunDocument } from '../../api/schemas/run.ts';
import type { Campus } from './campus.ts';
import { clientAt } from './client.ts';

export interface Ledger {
  /** The run of the last one is cancelled. */
  readonly rounds: number;
  /** Key → run, as it was accepted. */
  readonly accepted: Map<string, RunDocument>;
  /** Runs whose cancelling was answered. */
  readonly cancelled: Set<string>;
  /** Names of profiles that were answered → their ids. */
  readonly profiles: Map<string, string>;
  /** Ids of scenarios that were answered → their content. */
  readonly scenarios: Map<string, unknown>;
}

export const newLedger = (rounds: number): Ledger => ({
  rounds,
  accepted: new Map(),
  cancelled: new Set(),
  profiles: new Map(),
  scenarios: new Map(),
});

/** All answers but the first are quick: a limit of time that nobody can keep is an answer as well. */
const optionsOf = (round: number) => (round === 0 ? {} : { timeLimitSeconds: 1e-6 * (1 + round) });

/**
 * Everything that is due by this round and was not answered yet.
 *
 * @param onAccepted called with each run
 * @throws when the server dies under it
 */
export async function sendDue(
  url: string,
  campus: Campus,
  round: number,
  ledger: Ledger,
  onAccepted: () => void = () => undefined,
): Promise<void> {
  const client = clientAt(url, async () => undefined);
  /** Comes again where it is told to. */
  const answered = async (ask: () => Promise<Response>): Promise<RunDocument & { readonly document?: unknown }> => {
    const answer = await ask();
    const again = answer.headers.get('retry-after');
    if (again !== null) return pause(Number(again) * 1000).then(() => answered(ask));
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as RunDocument;
  };
  if (!ledger.profiles.has('year')) {
    ledger.profiles.set('year', (await answered(() => client.upload({ file: campus.profile, name: 'year' }))).id);
  }
  const [scenario = (await answered(() => client.send('POST', '/v1/scenarios', campus.scenario))).id] =
    ledger.scenarios.keys();
  ledger.scenarios.set(scenario, campus.scenario);
  for (let due = 0; due <= round; due++) {
    const key = `round-${due}`;
    if (ledger.accepted.has(key)) continue;
    const body = { scenario, options: optionsOf(due) };
    const run = await answered(() => client.send('POST', '/v1/runs', body, { 'idempotency-key': key }));
    ledger.accepted.set(key, run);
    onAccepted();
    if (due === ledger.rounds - 1) {
      // Asked first: what has ended would be deleted.
      const { status } = await answered(() => client.get(run.links.self));
      const isOpen = status === 'queued' || status === 'running';
      const answer = isOpen ? await client.send('DELETE', run.links.self) : undefined;
      if (answer?.status === 200) ledger.cancelled.add(run.id);
      if (answer?.status === 204) ledger.accepted.delete(key);
    }
  }
  if (round === 0) {
    const document = { ...campus.scenario, name: `Campus of round ${round}` };
    ledger.scenarios.set((await answered(() => client.send('POST', '/v1/scenarios', document))).id, document);
    const file = Buffer.from(campus.profile.toString().replace('written by a test', `sent in round ${round}`));
    ledger.profiles.set(`p${round}`, (await answered(() => client.upload({ file, name: `p${round}` }))).id);
  }
}
