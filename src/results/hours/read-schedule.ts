/** The files of `schedule/`, with the sizes that `result.json` gives, → a schedule in the order of the scenario. */

import type { Scenario } from '../../scenario/scenario.ts';
import type { Capacities, PhaseSchedule, Schedule, WeatherYearSchedule } from '../../schedule/schedule.ts';
import type { ClaimedDocument } from '../document/claimed-document.ts';
import { RESULT_FILE, type ScheduleFormat, scheduleFile } from '../files/file-names.ts';
import { type Inside, readInside, unreadable } from '../files/inside-directory.ts';
import { readScheduleTable } from './read-schedule-table.ts';
import { expectedColumns, flowsOf } from './schedule-columns.ts';

type ClaimedPhase = ClaimedDocument['phases'][number];

/** Undefined, with every fault noted, where anything is missing or damaged. */
export async function readSchedule(
  inside: Inside,
  scenario: Scenario,
  claimed: readonly ClaimedPhase[],
): Promise<Schedule | undefined> {
  const before = inside.issues.length;
  const fault = faultOf(inside);
  const names = (things: readonly { readonly name: string }[]) => things.map(({ name }) => name).join(', ');
  if (names(claimed) !== names(scenario.phases)) {
    fault('phases', `the phases are ${names(claimed)}`, `those of the scenario: ${names(scenario.phases)}`);
  }
  const phases: PhaseSchedule[] = [];
  for (const [p, { name }] of scenario.phases.entries()) {
    const phase = claimed[p];
    const capacities = phase && capacitiesOf(scenario, phase, `phases[${p}]`, fault);
    const weatherYears: WeatherYearSchedule[] = [];
    for (const year of scenario.weatherYears.keys()) {
      const flows = await readFlows(inside, scenario, name, year);
      if (flows !== undefined) weatherYears.push(flows);
    }
    if (capacities !== undefined) phases.push({ name, capacities, weatherYears });
  }
  return inside.issues.length > before ? undefined : { phases };
}

type Capacity = Capacities['renewables'][number];

function capacityOf({ name, capacityMW, effectiveMW }: Capacity): Capacity {
  return { name, capacityMW, ...(effectiveMW === undefined ? {} : { effectiveMW }) };
}

/**
 * One phase under one weather year, by their indices; undefined, with every fault noted, where anything is missing or
 * damaged.
 */
export async function readScheduleOfPlace(
  inside: Inside,
  scenario: Scenario,
  claimed: readonly ClaimedPhase[],
  p: number,
  y: number,
): Promise<PhaseSchedule | undefined> {
  const { name } = scenario.phases[p]!;
  const fault = faultOf(inside);
  const phase = claimed[p];
  if (phase?.name !== name) fault(`phases[${p}].name`, `the phase is ${phase?.name}`, `that of the scenario: ${name}`);
  const capacities = phase && capacitiesOf(scenario, phase, `phases[${p}]`, fault);
  const flows = await readFlows(inside, scenario, name, y);
  return capacities && flows && { name, capacities, weatherYears: [flows] };
}

type Fault = (where: string, problem: string, expected: string) => void;

const faultOf =
  ({ issues }: Inside): Fault =>
  (where, problem, expected) =>
    void issues.push(unreadable(RESULT_FILE, problem, expected, where));

function capacitiesOf(scenario: Scenario, claimed: ClaimedPhase, where: string, fault: Fault): Capacities | undefined {
  const sized = <T>(kind: 'renewables' | 'storages' | 'links', sizes: Readonly<Record<string, T>>) => {
    const known = new Set(scenario[kind].map(({ name }) => name));
    for (const name of Object.keys(sizes).filter((name) => !known.has(name))) {
      fault(
        `${where}.${kind}.${name}`,
        'the scenario knows no such thing',
        `only ${[...known].join(', ') || 'nothing'}`,
      );
    }
    return scenario[kind].flatMap(({ name }) => {
      const size = Object.hasOwn(sizes, name) ? sizes[name] : undefined;
      if (size === undefined) fault(`${where}.${kind}.${name}`, 'its size is missing', 'the size that stands');
      return size === undefined ? [] : [{ name, ...size }];
    });
  };
  return {
    // What of it was committed follows from the scenario, so it is a claim and no part of the schedule.
    renewables: sized('renewables', claimed.renewables).map(capacityOf),
    storages: sized('storages', claimed.storages).map(({ name, powerCapacityMW, energyCapacityMWh, ...size }) => ({
      name,
      powerCapacityMW,
      energyCapacityMWh,
      ...(size.effectiveMW === undefined ? {} : { effectiveMW: size.effectiveMW }),
      ...(size.effectiveMWh === undefined ? {} : { effectiveMWh: size.effectiveMWh }),
    })),
    links: sized('links', claimed.links).map(capacityOf),
    grid: claimed.grid,
  };
}

const formats: readonly ScheduleFormat[] = ['parquet', 'csv'];

async function readFlows(inside: Inside, scenario: Scenario, phase: string, at: number) {
  const weatherYear = scenario.weatherYears[at]!;
  const candidates = formats.map((format) => ({ format, file: scheduleFile(phase, weatherYear.name, format) }));
  const found = [];
  for (const { format, file } of candidates) {
    const issues = inside.issues.length;
    const bytes = await readInside(inside, file, true);
    if (bytes !== undefined) found.push({ format, file, bytes });
    else if (inside.issues.length > issues) return undefined;
  }
  const [only, second] = found;
  if (only === undefined || second !== undefined) {
    const problem = only === undefined ? 'the file is missing' : 'stands there as Parquet and as CSV';
    inside.issues.push(unreadable(candidates[0]!.file, problem, 'one file, .parquet or .csv'));
    return undefined;
  }
  const { year, hours, name } = weatherYear;
  const wish = { file: only.file, format: only.format, year, hours, columns: expectedColumns(scenario) };
  const { columns, issues } = await readScheduleTable(only.bytes, wish);
  inside.issues.push(...issues);
  return issues.length > 0 ? undefined : flowsOf(scenario, name, columns);
}
