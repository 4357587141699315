/**
 * Studies against the plans that they save, in processor seconds of the command as a whole, all threads counted: one cold plan
 * of the shipped first phase is the unit. BENCH_LONG=1 adds the sweep that solves every target.
 */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { run } from '../../src/cli/program.ts';
import { createTerminal } from '../../src/cli/terminal.ts';

import { shipped, withAssets } from '../cases/documents.ts';
import type { Measurement } from './main.ts';

const firstPhase = 'data/scenarios/first-phase.yaml';
const both = (size: object, battery = {}) => withAssets(shipped, size, size, battery);
const standing = { maximumMW: 20, committedMW: 20, committedMWh: 80 };
const infeasible = {
  'sun alone, no storage': { ...shipped, renewables: shipped.renewables.slice(1), storages: [] },
  'sites of 20 MW': both({ siteMaximumMW: 20 }),
  'sites that hold nothing': both({ siteMaximumMW: 0 }),
  'what is committed alone': both({ siteMaximumMW: 50, committedMW: 50 }, standing),
};
const TARGETS = 'matching.target=0.79:0.98:0.01';

export async function* benchStudies(): AsyncGenerator<Measurement> {
  const place = await mkdtemp(join(tmpdir(), 'hourmatch-bench-'));
  try {
    const at = (name: string) => ['-o', join(place, name)];
    const cold = await secondsOf(['optimise', firstPhase, '--no-baselines', ...at('cold')]);
    yield { name: 'a plan of the first phase', value: cold, unit: 'CPU s' };
    const against = async (words: readonly string[]) => ({ value: (await secondsOf(words)) / cold, unit: 'plans' });
    const auto = await against(['sweep', firstPhase, '--vary', TARGETS, '--points', 'auto', ...at('auto')]);
    yield { name: 'sweep of 20 targets to a band of 1 %', ...auto, limit: 4 };
    if (process.env.BENCH_LONG === '1') {
      const exact = await against(['sweep', firstPhase, '--vary', TARGETS, ...at('exact')]);
      yield { name: 'sweep of 20 targets, each solved', ...exact, limit: 10 };
    }
    for (const [name, document] of Object.entries(infeasible)) {
      const file = join(place, 'infeasible.json');
      const profiles = join(process.cwd(), 'data/profiles');
      await writeFile(file, JSON.stringify(document).replaceAll('../profiles', profiles));
      const refused = (await secondsOf(['optimise', file, '--no-baselines', ...at(`no plan: ${name}`)], 2)) / cold;
      yield { name: `no plan, with two remedies: ${name}`, value: refused, unit: 'plans', limit: 2 };
      yield { name: `repair: ${name}`, ...(await against(['repair', file])), limit: 6 };
    }
    const others = await against(['alternatives', firstPhase]);
    yield { name: 'alternatives of 6 sizes at three slacks', ...others, limit: 15 };
    const years = ['--years', '2006:2009', '--scenario', firstPhase, '--no-stress'];
    const other = await against(['outsample', join(place, 'cold'), ...years]);
    yield { name: 'sizes in 5 weather years', ...other, limit: 5 };
    const year = await against(['operate', join(place, 'cold')]);
    yield { name: 'a year by forecasts and by perfect ones, in windows of 36 h', ...year, limit: 6 };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** User and system time of this process, whose threads do the work. */
async function secondsOf(words: readonly string[], expected = 0): Promise<number> {
  const before = process.cpuUsage();
  const sink = () => new Writable({ write: (_text, _encoding, done) => done() }) as unknown as NodeJS.WriteStream;
  const code = await run(words, createTerminal(sink(), sink()), new AbortController().signal);
  if (code !== expected) throw new Error(`hourmatch ${words.join(' ')} ended with ${code}`);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
