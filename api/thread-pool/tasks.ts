/** Work of a request that would keep others waiting: read and check scenarios, look into a profile, cut out hours. */

import {
  type Comparison,
  type Inspection,
  type LedgerCut,
  shippedTechnologySets,
  type TechnologySet,
} from '../../src/index.ts';
import { type BandAnswer, type BandRequest, bandOfStored } from './band.ts';
import { type Checked, checkScenarios, type ToCheck } from './check.ts';
import { compareStored, type ToCompareStored } from './compare.ts';
import type { Faulty } from './faulty.ts';
import { orFaults } from './faulty.ts';
import { cutHours, type HoursAnswer, type HoursRequest, type NoHours } from './hours.ts';
import { inputsOfStored, type ScenarioInputs } from './inputs.ts';
import { inspectAgain, inspectUpload, type LookedInto, type ToInspectAgain } from './inspect.ts';
import { cutStoredLedger, type LedgerRequest } from './ledger.ts';
import {
  type BatchAsSent,
  type BatchToCheck,
  type Refused,
  readBatch,
  type Survey,
  surveySweep,
} from './read-batch.ts';
import { makeStoredReport, type ReportAnswer, type ReportRequest } from './report.ts';
import { type Verified, verifyDirectory } from './verify.ts';
import { jsonOfYaml, yamlOfJson } from './yaml.ts';
import { drawYearMap, type YearMap, type YearMapRequest } from './year-map.ts';

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
  check: checkScenarios,
  readBatch,
  survey: surveySweep,
  inspect: ({ bytes, file }) => orFaults(async () => inspectUpload(bytes, file)),
  inspectAgain: (input) => orFaults(() => inspectAgain(input)),
  hours: cutHours,
  yearMap: drawYearMap,
  inputs: inputsOfStored,
  technologies: shippedTechnologySets,
  ledger: (input) => orFaults(() => cutStoredLedger(input)),
  report: (input) => orFaults(() => makeStoredReport(input)),
  band: (input) => orFaults(() => bandOfStored(input)),
  compare: (input) => orFaults(() => compareStored(input)),
  readYaml: (bytes) => orFaults(async () => ({ json: jsonOfYaml(bytes) })),
  writeYaml: async (json) => yamlOfJson(json),
  verify: (directory) => orFaults(() => verifyDirectory(directory)),
};
