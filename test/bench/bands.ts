/**
 * Bands of a plan of several phases and weather years, every kind of slider of the page at eight values, from one solved plan
 * and from two. BENCH_BESIDE=<another checkout> asks its sources the same, question by question.
 */

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import type { BandOnce } from './bands-once.ts';
import type { Measurement } from './main.ts';

const run = promisify(execFile);
const TARGETS = [0.95, 0.9];
const sizes = [
  { phases: 2, years: 1 },
  { phases: 5, years: 2 },
];

export async function* benchBands(): AsyncGenerator<Measurement> {
  const beside = process.env.BENCH_BESIDE;
  const checkouts = ['.', ...(beside === undefined ? [] : [beside])];
  for (const size of sizes) {
    const questions = await askedOf(size, checkouts);
    for (const [which, checkout] of checkouts.entries()) {
      const told = questions.map((question) => question.told[which]!);
      for (const [what, limit] of [['wallMs', 200] as const, ['cpuMs'] as const]) {
        const values = told.map((one) => one[what]).toSorted((a, b) => a - b);
        const at = (share: number) => values[Math.ceil(share * values.length) - 1]!;
        const name = `band, ${size.phases} × ${size.years}, ${what === 'wallMs' ? 'clock' : 'CPU'}, ${checkout}`;
        yield { name: `${name}: median`, value: at(0.5), unit: 'ms' };
        yield { name: `${name}: 95th percentile`, value: at(0.95), unit: 'ms', ...(limit && which === 0 && { limit }) };
      }
    }
    if (checkouts.length === 2) yield { name: 'ends of the bands apart', value: apartAtMost(questions), unit: 'ratio' };
  }
}

async function askedOf({ phases, years }: (typeof sizes)[number], checkouts: readonly string[]): Promise<BandOnce[]> {
  const place = await mkdtemp(join(tmpdir(), 'hourmatch-bench-'));
  try {
    const directories: string[] = [];
    for (const target of TARGETS) {
      const [file, directory] = [join(place, `${target}.json`), join(place, String(target))];
      await writeFile(file, await campus(phases, years, target));
      await node('src/cli/hourmatch.js', 'optimise', file, '--no-baselines', '-o', directory);
      directories.push(directory);
    }
    const { stdout } = await node('test/bench/bands-once.ts', checkouts.join(), ...directories);
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as BandOnce);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

const node = (...words: readonly string[]) => run(process.execPath, words, { maxBuffer: 2 ** 24 });

async function campus(phases: number, years: number, target: number): Promise<string> {
  const text = await readFile('data/scenarios/nouaceur.yaml', 'utf8');
  const document = parse(text.replaceAll('../profiles', join(process.cwd(), 'data/profiles')));
  const last = document.phases[phases - 1];
  return JSON.stringify({
    ...document,
    phases: document.phases.slice(0, phases),
    // A line that could not be built within the phases is refused.
    links: document.links.map((link: { availableFrom: number }) => ({
      ...link,
      availableFrom: Math.min(link.availableFrom, last.firstYear),
    })),
    weatherYears: Array.from({ length: years }, (_, at) => ({ name: `synthetic-${2005 + at}` })),
    matching: { ...document.matching, target },
  });
}

function apartAtMost(questions: readonly BandOnce[]): number {
  const apart = questions.flatMap(({ told: [own, other] }) =>
    (['lower', 'upper'] as const).map((end) => {
      const [a, b] = [own![end], other![end]];
      return a === b ? 0 : Math.abs(a! - b!) / Math.abs(b!);
    }),
  );
  return Math.max(...apart);
}
