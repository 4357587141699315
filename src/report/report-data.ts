import type { ResultDocument } from '../results/result-document.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ScenarioInput } from '../scenario/scenario-input.ts';
import type { Provenance } from '../scenario/technologies/fill.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** What a report is made from: an answer, what was asked, and where it came from. */
export interface ReportData {
  readonly document: ResultDocument;
  readonly scenario: Scenario;
  /** Absent where there is no answer. */
  readonly schedule?: Schedule | undefined;
  readonly provenance: readonly Provenance[];
  readonly inputs: readonly ScenarioInput[];
}
