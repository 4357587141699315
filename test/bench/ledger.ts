/** How long a ledger takes from the start of its process, and its memory: a year of five plants and two storages, and twenty. */

import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { madeUpAnswer, writeMadeUp } from '../results/campus.ts';
import { greedySchedule } from './greedy-schedule.ts';
import type { Measurement } from './main.ts';
import { loadWeather } from './weather.ts';
import type { WrittenLedger } from './write-ledger.ts';

export async function* benchLedger(): AsyncGenerator<Measurement> {
  const script = new URL('./write-ledger.ts', import.meta.url).pathname;
  for (const { years, limit } of [
    { years: 1, limit: 3 },
    { years: 20, limit: 60 },
  ]) {
    const campus = await mkdtemp(join(tmpdir(), 'hourmatch-bench-'));
    try {
      const loaded = await loadWeather(campus, 'first-phase.yaml', years);
      const answer = { ...madeUpAnswer(loaded), schedule: greedySchedule(loaded.scenario) };
      const directory = join(campus, 'out');
      await writeMadeUp(directory, campus, { loaded, answer });
      const { stdout } = await promisify(execFile)(process.execPath, [script, directory]);
      const { seconds, processorSeconds, peakMB, rows } = JSON.parse(stdout) as WrittenLedger;
      const name = `ledger of ${years === 1 ? 'a year' : `${years} years`}, ${rows.toLocaleString('en-US')} rows`;
      yield { name, value: seconds, unit: 's', limit };
      yield { name: '  of the processor', value: processorSeconds, unit: 's' };
      yield { name: '  memory of the process', value: peakMB, unit: 'MB', limit: 500 };
    } finally {
      await rm(campus, { recursive: true });
    }
  }
}
