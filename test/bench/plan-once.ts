/** `node test/bench/plan-once.ts <years> <phases> <method> <gap> <seconds>`: one plan in a process of its own, as one line of JSON. */

import { createEngine } from '../../src/studies/engine.ts';
import type { Method } from '../../src/studies/method.ts';
import { plan } from '../../src/studies/plan.ts';
import { richCase } from './weather.ts';

export interface PlanOnce {
  readonly status: string;
  readonly seconds: number;
  /** Highest resident memory of the process with all its threads. */
  readonly peakMB: number;
  readonly iterations: number;
  readonly objective?: number;
  readonly gap?: number;
}

const [years = '1', phases = '1', method = 'decomposed', gap = '1e-6', seconds = '900'] = process.argv.slice(2);
const scenario = await richCase(Number(years), Number(phases));
const engine = createEngine({
  solver: method === 'one-lp' ? 'highs' : 'auto',
  method: method as Method,
  relativeGap: Number(gap),
  threads: 2,
  timeLimitSeconds: Number(seconds),
  onProgress: ({ bounds, solve }) => {
    if (process.env.BENCH_PROGRESS) console.error(bounds?.round, bounds?.relativeGap, solve.seconds.toFixed(1));
  },
});
const begun = performance.now();
const answer = await plan(scenario, engine, 'together');
const result: PlanOnce = {
  status: answer.status,
  seconds: (performance.now() - begun) / 1000,
  peakMB: process.resourceUsage().maxRSS / 1024,
  iterations: answer.solver.iterations,
  ...(answer.status === 'optimal' && {
    objective: answer.certificate.objective,
    gap: answer.certificate.relativeGap,
  }),
};
await engine.close();
console.log(JSON.stringify(result));
