/** Figures for Prometheus. Those of runs come from the store, so that they are of all workers, wherever they are. */

import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Rows } from '../store/database.ts';
import { runsByStatus, solvesSince } from '../store/run-figures.ts';
import type { RunStatus } from '../store/tables.ts';

const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60];
const SOLVE_SECONDS = [1, 5, 15, 60, 180, 600, 1_800, 3_600, 14_400, 86_400];
const statuses: readonly RunStatus[] = ['queued', 'running', 'succeeded', 'failed', 'cancelled'];

export interface Metrics {
  readonly contentType: string;
  noteRequest(
    labels: { readonly method: string; readonly route: string; readonly status: string },
    seconds: number,
  ): void;
  /** In the text format of Prometheus. */
  text(): Promise<string>;
}

export function openMetrics(rows: Rows): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'hourmatch_http_request_seconds',
    help: 'From the arrival of a request to the end of its answer, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_SECONDS,
    registers,
  });
  const depth = new Gauge({ name: 'hourmatch_queue_depth', help: 'Runs that wait for a worker.', registers });
  const runs = new Gauge({
    name: 'hourmatch_runs',
    help: 'Runs in the store, by status.',
    labelNames: ['status'],
    registers,
  });
  const solves = new Histogram({
    name: 'hourmatch_solve_seconds',
    help: 'From the start to the end of each solved run, by any worker, since this process was first asked.',
    buckets: SOLVE_SECONDS,
    registers,
  });
  let since: Date | undefined;
  // One at a time: two that ask at once must not count a solve twice.
  let before: Promise<unknown> = Promise.resolve();

  async function read(): Promise<string> {
    const counts = await runsByStatus(rows);
    for (const status of statuses) runs.set({ status }, counts.get(status) ?? 0);
    depth.set(counts.get('queued') ?? 0);
    const { until, seconds } = await solvesSince(rows, since);
    since = until;
    for (const one of seconds) solves.observe(one);
    return registry.metrics();
  }

  return {
    contentType: registry.contentType,
    noteRequest: (labels, seconds) => requests.observe(labels, seconds),
    text() {
      const text = before.then(read, read);
      before = text;
      return text;
    },
  };
}
