/**
 * `node test/bench/bands-once.ts <checkout,…> <result of a plan> <of another target>`: bands as the page's sliders ask for them, in
 * a process of its own, by the sources of each checkout in turn, question by question. A line of JSON a question.
 */

import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Sliders from '../../api/dashboard/pages/what-if/sliders.ts';
import type * as Profiles from '../../src/profiles/read.ts';
import type * as Reading from '../../src/results/read-directory.ts';
import type * as Bands from '../../src/results/studies/bands.ts';
import type * as Band from '../../src/studies/sweep/band.ts';
import type * as Nearest from '../../src/studies/sweep/nearest-two.ts';

export interface BandOnce {
  readonly kind: string;
  readonly value: number;
  readonly neighbours: number;
  /** One for each checkout. */
  readonly told: readonly {
    readonly cpuMs: number;
    readonly wallMs: number;
    readonly lower?: number | undefined;
    readonly upper?: number | undefined;
  }[];
}

/** Of each slider, spread over all it can take. */
const VALUES = 8;

const [checkouts = '', ...directories] = process.argv.slice(2);

async function asker(root: string) {
  const load = (file: string) => import(pathToFileURL(join(resolve(root), file)).href);
  const [{ bandOf }, { nearestTwo }, { readResultDirectory }, { loadAt }, { rememberingReader }]: [
    typeof Band,
    typeof Nearest,
    typeof Reading,
    typeof Bands,
    typeof Profiles,
  ] = await Promise.all([
    load('src/studies/sweep/band.ts'),
    load('src/studies/sweep/nearest-two.ts'),
    load('src/results/read-directory.ts'),
    load('src/results/studies/bands.ts'),
    load('src/profiles/read.ts'),
  ]);
  const results = await Promise.all(directories.map((directory) => readResultDirectory(directory)));
  const [base] = results;
  const directory = directories[0]!;
  const readProfile = rememberingReader();
  const ask = async (path: string, value: number, count: number) => {
    const { scenario } = await loadAt({ result: base!, directory }, [{ path, value }], readProfile);
    const places = results.slice(0, count).map(({ loaded: { document } }) => [numberAt(document, path)]);
    const { of, share } = nearestTwo([value], places);
    const neighbours = of.map((index, at) => {
      const { loaded, schedule, buildOut = [], proofs = [] } = results[index]!;
      return { at: index, value: at, scenario: loaded.scenario, schedule: schedule!, buildOut, proofs };
    });
    return bandOf(scenario, share, neighbours);
  };
  return { ask, document: base!.loaded.document, phases: base!.document.phases };
}

function numberAt(document: unknown, path: string): number {
  const keys = path.match(/\w+/g)!;
  const found = keys.reduce<unknown>((part, key) => Reflect.get(Object(part), key), document);
  return typeof found === 'number' ? found : 0;
}

const askers = await Promise.all(checkouts.split(',').map(asker));
const { slidersOf }: typeof Sliders = await import('../../api/dashboard/pages/what-if/sliders.ts');
const all = slidersOf(askers[0]!.document, askers[0]!.phases as Parameters<typeof slidersOf>[1]);
const sliders = all.filter(({ kind }, at) => all.findIndex((other) => other.kind === kind) === at);
for (const count of [1, 2]) {
  // As the page is opened: what is remembered is read.
  for (const { ask } of askers) await ask(sliders[0]!.path, sliders[0]!.base, count);
  for (const { kind, path, values } of sliders) {
    for (let step = 0; step < VALUES; step++) {
      const value = values[Math.round(((step + 0.5) / VALUES) * (values.length - 1))]!;
      const told = [];
      for (const { ask } of askers) {
        const [cpu, begun] = [process.cpuUsage(), performance.now()];
        const { lower, upper } = await ask(path, value, count).catch(() => ({}) as ReturnType<typeof Band.bandOf>);
        const { user, system } = process.cpuUsage(cpu);
        const wallMs = performance.now() - begun;
        told.push({ cpuMs: (user + system) / 1000, wallMs, lower: lower?.cost, upper: upper?.cost });
      }
      console.log(JSON.stringify({ kind, value, neighbours: count, told } satisfies BandOnce));
    }
  }
}
