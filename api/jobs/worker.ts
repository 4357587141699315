/** Takes tickets as long as it lives: for each the run most due, solved on a thread, its end written down. */

import type { JobWithMetadata } from 'pg-boss';
import type { ErrorLog, Service } from '../service.ts';
import { retryWhileUnavailable } from '../store/outage.ts';
import { awaitRetry, claimRun, failRun, failRunOfTicket, handBackRun, isAnyWaiting } from '../store/run-claims.ts';
import type { Run } from '../store/runs.ts';
import { type Judged, judgeFailure } from './failures.ts';
import { DEAD_TICKETS, MOST_ATTEMPTS, TICKETS } from './queue.ts';
import { openShare } from './share.ts';
import { openSolvingThreads, type SolvingThreads } from './solving-threads.ts';
import { ClaimLost, workOnRun } from './work-on-run.ts';

const POLL_SECONDS = 0.5;
const HEARTBEAT_REFRESH_SECONDS = 2;
/** No notice comes of a ticket that the queue itself gives up. */
const DEAD_POLL_SECONDS = 5;

export interface WorkerOptions {
  /** Runs at the same time. */
  readonly concurrency: number;
  /** Of each run. */
  readonly threads: number;
  /** Where somebody else closes them; otherwise its own. */
  readonly solving?: SolvingThreads | undefined;
}

export interface RunWorker {
  /** Stops taking runs and hands those under way back to the queue. */
  close(): Promise<void>;
}

/** Fires when the process is to end: no failure of anybody. */
class Stopping extends Error {
  override readonly name = 'Stopping';
}

export async function startWorker(service: Service, options: WorkerOptions, log: ErrorLog): Promise<RunWorker> {
  const { boss } = service.queue;
  const stop = new AbortController();
  const solving = options.solving ?? openSolvingThreads();
  const share = openShare(options.concurrency);
  await boss.work(
    TICKETS,
    {
      localConcurrency: options.concurrency,
      pollingIntervalSeconds: POLL_SECONDS,
      notifyPollingIntervalSeconds: POLL_SECONDS,
      // After one ticket the next at once: a notice of it may have come while nobody was free to hear it.
      burstWhenBatchFull: true,
      heartbeatRefreshSeconds: HEARTBEAT_REFRESH_SECONDS,
      includeMetadata: true,
    },
    async (jobs: JobWithMetadata[]) => {
      for (const job of jobs) await useTicket(job);
    },
  );
  const dead = { includeMetadata: true, notifyPollingIntervalSeconds: DEAD_POLL_SECONDS } as const;
  await boss.work(DEAD_TICKETS, dead, async (jobs: JobWithMetadata[]) => {
    for (const { sourceId } of jobs) await bury(sourceId);
  });

  async function useTicket(ticket: JobWithMetadata): Promise<void> {
    if (stop.signal.aborted) return service.queue.sendTicket(service.database.rows);
    const run = await claimRun(service.database.rows, ticket.id, share.full());
    // Its run was cancelled, found done by another ticket, or is of somebody who has enough at work.
    if (run === undefined) return;
    share.begin(run.owner);
    try {
      await work(run, ticket);
    } finally {
      if (share.end(run.owner)) await useFreeTurn();
    }
  }

  /** Tickets that found only runs of an owner who had enough are used up; now there is room for one of them. */
  async function useFreeTurn(): Promise<void> {
    const { rows } = service.database;
    await retryWhileUnavailable(async () => {
      if (await isAnyWaiting(rows)) await service.queue.sendTicket(rows);
    });
  }

  async function work(run: Run, ticket: JobWithMetadata): Promise<void> {
    try {
      if (run.attempts > MOST_ATTEMPTS) throw new TooManyAttempts();
      await workOnRun(
        service,
        run,
        { solving, threads: options.threads },
        AbortSignal.any([stop.signal, ticket.signal]),
      );
    } catch (error) {
      if (error instanceof ClaimLost) return;
      if (stop.signal.aborted) return handBack(run);
      await settle(run, ticket, error);
    }
  }

  async function handBack(run: Run): Promise<void> {
    await service.database.rows.transaction().execute(async (transaction) => {
      if (await handBackRun(transaction, run)) await service.queue.sendTicket(transaction);
    });
  }

  /** @throws the error where the queue is to try again */
  async function settle(run: Run, { retryCount, retryLimit }: JobWithMetadata, error: unknown): Promise<void> {
    const { mayHelpToRetry, ...failure } = error instanceof TooManyAttempts ? error.judged : judgeFailure(error);
    log(error as Error, `run ${run.id}`);
    const isLast = !mayHelpToRetry || retryCount >= retryLimit;
    const { rows } = service.database;
    await retryWhileUnavailable(() =>
      rows.transaction().execute(async (transaction) => {
        if (isLast) await failRun(transaction, run, failure);
        else await awaitRetry(transaction, run, failure);
      }),
    );
    if (!isLast) throw error;
  }

  async function bury(ticket: string | null): Promise<void> {
    if (ticket === null) return;
    const message =
      'No worker could finish it: each that took it stopped answering. The log of the workers tells more.';
    await service.database.rows
      .transaction()
      .execute((transaction) => failRunOfTicket(transaction, ticket, { code: 'run.worker-lost', message }));
  }

  return {
    async close() {
      stop.abort(new Stopping('the worker stops'));
      await boss.offWork(TICKETS, { wait: true });
      await boss.offWork(DEAD_TICKETS, { wait: true });
      if (options.solving === undefined) await solving.close();
    },
  };
}

/** Whatever it is that ends them: one run must not go on ending workers. */
class TooManyAttempts extends Error {
  override readonly name = 'TooManyAttempts';

  get judged(): Judged {
    const message = `${MOST_ATTEMPTS} workers ended while they solved it.`;
    return { code: 'run.worker-lost', message, mayHelpToRetry: false };
  }
}
