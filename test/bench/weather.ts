/** The shipped scenarios under as many weather years as asked for, made as the shipped years were. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesiseYear } from '../../src/profiles/synthesis/synthesise.ts';
import { syntheticYearToCsv } from '../../src/profiles/synthesis/synthetic-csv.ts';
import { type LoadedScenario, loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

const SEED = 7;
const FIRST_YEAR = 2005;
const shipped = new URL('../../data/scenarios/', import.meta.url);

/** @param phases the first so many */
export async function richCase(years: number, phases: number): Promise<Scenario> {
  const place = await mkdtemp(join(tmpdir(), 'hourmatch-bench-'));
  try {
    const { scenario } = await loadWeather(place, 'nouaceur.yaml', years);
    return { ...scenario, phases: scenario.phases.slice(0, phases) };
  } finally {
    await rm(place, { recursive: true });
  }
}

/** A shipped scenario in a directory of its own. */
export async function loadWeather(place: string, file: string, years: number): Promise<LoadedScenario> {
  const names = Array.from({ length: years }, (_, y) => `synthetic-${FIRST_YEAR + y}`);
  for (const [y, name] of names.entries()) {
    const text = syntheticYearToCsv(synthesiseYear({ seed: SEED, year: FIRST_YEAR + y }));
    await writeFile(join(place, `${name}.csv`), text);
  }
  const text = (await readFile(new URL(file, shipped), 'utf8'))
    .replaceAll('../profiles/', '')
    .replace('- { name: synthetic-2005 }', names.map((name) => `- { name: ${name} }`).join('\n  '));
  await writeFile(join(place, file), text);
  return await loadScenario(join(place, file));
}
