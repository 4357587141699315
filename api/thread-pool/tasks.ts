/**
 * Work of a request that would keep others waiting: read and check scenarios, look into a profile, cut out hours. What a task
 * needs is loaded when it is asked for first: few threads ever do all of them, and to load them all costs a processor a second.
 */

import type { Comparison, Inspection, LedgerCut, TechnologySet } from '../../src/index.ts';
import type { BandAnswer, BandRequest } from './band.ts';
import type { Checked, ToCheck } from './check.ts';
import type { ToCompareStored } from './compare.ts';
import { type Faulty, orFaults } from './faulty.ts';
import type { HoursAnswer, HoursRequest, NoHours } from './hours.ts';
import type { inputsOfStored, ScenarioInputs } from './inputs.ts';
import type { LookedInto, ToInspectAgain } from './inspect.ts';
import type { LedgerRequest } from './ledger.ts';
import type { BatchAsSent, BatchToCheck, Refused, Survey, surveySweep } from './read-batch.ts';
import type { ReportAnswer, ReportRequest } from './report.ts';
import type { Verified } from './verify.ts';
import type { YearMap, YearMapRequest } from './year-map.ts';

export interface Tasks {
  check(input: ToCheck): Promise<(Checked | Faulty)[]>;
  readBatch(sent: BatchAsSent): Promise<BatchToCheck | Refused>;
  survey(sweep: Parameters<typeof surveySweep>[0]): Promise<Survey | Refused>;
  inspect(input: { readonly bytes: Uint8Array; readonly file: string }): Promise<LookedInto | Faulty>;
  inspectAgain(input: ToInspectAgain): Promise<Inspection | Faulty>;
  hours(input: HoursRequest): Promise<HoursAnswer>;
  yearMap(input: YearMapRequest): Promise<YearMap | NoHours>;
  inputs(input: Parameters<typeof inputsOfStored>[0]): Promise<ScenarioInputs>;
  technologies(): Promise<TechnologySet[]>;
  ledger(input: LedgerRequest): Promise<LedgerCut | Faulty>;
  report(input: ReportRequest): Promise<ReportAnswer | Faulty>;
  /** On a thread of its own, which remembers what it has read. */
  band(input: BandRequest): Promise<BandAnswer | Faulty>;
  compare(input: ToCompareStored): Promise<Comparison | Faulty>;
  readYaml(bytes: Uint8Array): Promise<{ readonly json: string } | Faulty>;
  writeYaml(json: string): Promise<string>;
  /** Of the result directory at a path. */
  verify(directory: string): Promise<Verified | Faulty>;
}

export const tasks: Tasks = {
  check: async (input) => (await import('./check.ts')).checkScenarios(input),
  readBatch: async (sent) => (await import('./read-batch.ts')).readBatch(sent),
  survey: async (sweep) => (await import('./read-batch.ts')).surveySweep(sweep),
  inspect: ({ bytes, file }) => orFaults(async () => (await import('./inspect.ts')).inspectUpload(bytes, file)),
  inspectAgain: (input) => orFaults(async () => (await import('./inspect.ts')).inspectAgain(input)),
  hours: async (input) => (await import('./hours.ts')).cutHours(input),
  yearMap: async (input) => (await import('./year-map.ts')).drawYearMap(input),
  inputs: async (input) => (await import('./inputs.ts')).inputsOfStored(input),
  technologies: async () => (await import('../../src/scenario/series/files.ts')).shippedTechnologySets(),
  ledger: (input) => orFaults(async () => (await import('./ledger.ts')).cutStoredLedger(input)),
  report: (input) => orFaults(async () => (await import('./report.ts')).makeStoredReport(input)),
  band: (input) => orFaults(async () => (await import('./band.ts')).bandOfStored(input)),
  compare: (input) => orFaults(async () => (await import('./compare.ts')).compareStored(input)),
  readYaml: (bytes) => orFaults(async () => ({ json: (await import('./yaml.ts')).jsonOfYaml(bytes) })),
  writeYaml: async (json) => (await import('./yaml.ts')).yamlOfJson(json),
  verify: (directory) => orFaults(async () => (await import('./verify.ts')).verifyDirectory(directory)),
};
