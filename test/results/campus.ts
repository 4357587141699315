/** A campus on disk, with names that few programs expect, and an answer to it that is made up: only its form is right. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { resultDocument } from '../../src/results/document/make-document.ts';
import { inputsOnDisk } from '../../src/results/inputs/stored-inputs.ts';
import { type ResultToWrite, writeResultDirectory } from '../../src/results/write-directory.ts';
import { type LoadedScenario, loadScenarioText } from '../../src/scenario/load.ts';
import type { Proof, Proven } from '../../src/studies/answer.ts';
import { wholeScope } from '../../src/studies/scope.ts';
import { hoursOfYear, stampOfHour } from '../../src/time.ts';
import { recomputeCost } from '../../src/verify/cost.ts';

export const example = `name: Small
currency: EUR
discountRate: 0.07
weatherYears: [{ name: '2005' }]
phases:
  - { name: 40 MW, firstYear: 2026, years: 2, itCapacityMW: 40 }
  - { name: 2 x 40 MW, firstYear: 2028, years: 5, itCapacityMW: 80 }
load:
  pue: 1.25
  utilisation: 0.8
  tiers:
    - { name: firm, share: 0.9, deadlineHours: 0, arrivalProfile: { file: load.csv, column: firm } }
    - { name: 'a, b: c', share: 0.1, deadlineHours: 1 }
renewables:
  - { name: __proto__, technology: wind, capacityFactor: { file: "weather/{weatherYear}.csv", column: wind }, siteMaximumMW: 1500, committedMW: 20 }
  - { name: constructor, technology: solar-fixed, capacityFactor: { file: weather/2005.csv, column: sun }, siteMaximumMW: 900 }
storages:
  - { name: toString, technology: battery, durationHours: { min: 1, max: 12 } }
grid: { importPricePerMWh: 90, exportPricePerMWh: 0, subscribedPowerCostPerMWYear: 0, carbonIntensityKgPerMWh: 607 }
matching: { kind: hourly, target: 1, over: everyYear }
`;

const YEAR = 2005;
const HOURS = hoursOfYear(YEAR);

/** Steady wind with a lull of four hours now and then, and sun for half of each day. */
function weatherCsv(): string {
  const row = (hour: number) => `${stampOfHour(YEAR, hour)},${hour % 1000 < 4 ? 0.3 : 0.5},${hour % 24 < 12 ? 0.6 : 0}`;
  return csv('time [UTC],wind [capacityFactor],sun [capacityFactor]', row);
}

function loadCsv(): string {
  return csv('time [UTC],firm [relative]', (hour) => `${stampOfHour(YEAR, hour)},${hour % 1000 < 500 ? 0.9 : 1}`);
}

function csv(header: string, row: (hour: number) => string): string {
  const head = ['# hourmatch profile', '# synthetic: true', '# source: made for a test', header];
  return `${[...head, ...Array.from({ length: HOURS }, (_, hour) => row(hour))].join('\n')}\n`;
}

/** A directory of its own, gone when the test is over. */
export async function freshDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'hourmatch-results-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** Writes the profiles of the campus into a directory and loads it. */
export async function loadCampus(directory: string, text = example): Promise<LoadedScenario> {
  await mkdir(join(directory, 'weather'), { recursive: true });
  await writeFile(join(directory, 'weather', `${YEAR}.csv`), weatherCsv());
  await writeFile(join(directory, 'load.csv'), loadCsv());
  return loadScenarioText(text, { file: 'small.yaml', directory });
}

/** Numbers without end, the same for every run; among them the ends of what a Float64 can be. */
function numbers(): () => number {
  const special = [0, -0, 5e-324, 2.2250738585072014e-308, 0.1 + 0.2, 1 / 3, -1e-300, 2 ** 53 + 2];
  let state = 12345;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state % 97 === 0 ? special[state % special.length]! : state / 7;
  };
}

/** An answer whose hours obey no law. */
export function madeUpAnswer({ scenario }: LoadedScenario): Proven {
  const next = numbers();
  const series = () => Float64Array.from({ length: HOURS }, next);
  const { renewables, storages, links, load, phases, weatherYears } = scenario;
  const schedule = {
    phases: phases.map(({ name }) => ({
      name,
      capacities: {
        renewables: renewables.map((asset) => ({ name: asset.name, capacityMW: next() })),
        storages: storages.map((asset) => ({ name: asset.name, powerCapacityMW: next(), energyCapacityMWh: next() })),
        links: links.map((asset) => ({ name: asset.name, capacityMW: next() })),
        grid: { subscribedPowerMW: next() },
      },
      weatherYears: weatherYears.map((year) => ({
        name: year.name,
        loadMW: series(),
        renewables: renewables.map((asset) => ({ name: asset.name, generationMW: series() })),
        storages: storages.map((asset) => ({
          name: asset.name,
          chargeMW: series(),
          dischargeMW: series(),
          stateOfChargeMWh: series(),
        })),
        tiers: load.tiers.map((tier) => ({
          name: tier.name,
          servedMW: series(),
          ...(tier.throughput && { workMWh: series() }),
          backlogMWh: series(),
          shedMW: series(),
        })),
        importMW: series(),
        // Few values, so that a writer thinks of a dictionary, in which 0 and −0 would be one.
        exportMW: series().map((_, hour) => (hour % 3 === 0 ? -0 : hour % 2)),
        // Only prices enter no sum, which would leave what JSON can say.
        shadowPricePerMWh: series().with(8, Number.MAX_VALUE),
      })),
    })),
  };
  const buildOut = phases.map(({ name: phase }) => ({
    phase,
    renewables: renewables.map(({ name }) => ({ name, builtMW: next() % 1e6 })),
    storages: storages.map(({ name }) => ({ name, builtMW: next() % 1e6, builtMWh: next() % 1e6 })),
    links: links.map(({ name }) => ({ name, builtMW: next() % 1e6 })),
  }));
  const proofs: Proof[] = [
    { kind: 'whole', scope: wholeScope(scenario), rowDual: series() },
    {
      kind: 'whole',
      scope: { ...wholeScope(scenario), phases: [1], built: [Float64Array.of(0.1, 1 / 3), undefined] },
      rowDual: series(),
    },
    {
      kind: 'whole',
      scope: { ...wholeScope(scenario), mostImportMWh: [0.1], matching: { kind: 'none' } },
      rowDual: series(),
    },
    {
      kind: 'decomposed',
      scope: wholeScope(scenario),
      linkingDual: Float64Array.of(-0, 1 / 3),
      partDuals: [series(), Float64Array.of(), series()],
    },
  ];
  const cost = recomputeCost(scenario, schedule, buildOut);
  const certificate = {
    objective: cost.objective,
    dualBound: 1,
    relativeGap: 0.5,
    gapFloor: 0,
    maxViolationMWh: 1,
    verified: true,
  };
  const solver = {
    name: 'none',
    version: '1',
    method: 'one-lp',
    reason: 'made up',
    iterations: 1,
    wallSeconds: 1,
    peakMemoryMB: 1,
  } as const;
  const verification = { violations: [], largestViolationMWh: 0, laws: [] };
  return { status: 'optimal', schedule, buildOut, cost, certificate, verification, proofs, solver };
}

/** Writes a made-up result of the campus in `campus`. */
export async function writeMadeUp(
  directory: string,
  campus: string,
  options: Partial<ResultToWrite> = {},
): Promise<ResultToWrite> {
  const loaded = options.loaded ?? (await loadCampus(campus));
  const answer = options.answer ?? madeUpAnswer(loaded);
  const createdAt = new Date(Date.UTC(2026, 0, 1));
  const document = resultDocument({ loaded, study: 'plan', answer, baselines: [], createdAt });
  const result = { document, loaded, answer, readInput: inputsOnDisk(campus), ...options };
  return { ...result, document: await writeResultDirectory(directory, result) };
}
