/** The shipped main scenario under as many weather years as asked for, made as the shipped years were. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesiseYear } from '../../src/profiles/synthesis/synthesise.ts';
import { syntheticYearToCsv } from '../../src/profiles/synthesis/synthetic-csv.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

const SEED = 7;
const FIRST_YEAR = 2005;
const shipped = new URL('../../data/scenarios/nouaceur.yaml', import.meta.url);

/** @param phases the first so many */
export async function richCase(years: number, phases: number): Promise<Scenario> {
  const place = await mkdtemp(join(tmpdir(), 'hourmatch-bench-'));
  try {
    const names = Array.from({ length: years }, (_, y) => `synthetic-${FIRST_YEAR + y}`);
    for (const [y, name] of names.entries()) {
      const text = syntheticYearToCsv(synthesiseYear({ seed: SEED, year: FIRST_YEAR + y }));
      await writeFile(join(place, `${name}.csv`), text);
    }
    const text = (await readFile(shipped, 'utf8'))
      .replaceAll('../profiles', place)
      .replace('- { name: synthetic-2005 }', names.map((name) => `- { name: ${name} }`).join('\n  '));
    const file = join(place, 'scenario.yaml');
    await writeFile(file, text);
    const { scenario } = await loadScenario(file);
    return { ...scenario, phases: scenario.phases.slice(0, phases) };
  } finally {
    await rm(place, { recursive: true });
  }
}
