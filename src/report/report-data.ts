import type { ResultDocument } from '../results/document/result-document.ts';
import type { LedgerSummary } from '../results/ledger/ledger-summary.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { ScenarioInput } from '../scenario/scenario-input.ts';
import type { ScenarioDocument } from '../scenario/schema/schema.ts';
import type { Provenance } from '../scenario/technologies/fill.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { StudyDocuments } from './studies/studies.ts';

/** What a report is made from: an answer, what was asked, and where it came from. */
export interface ReportData {
  readonly document: ResultDocument;
  readonly scenario: Scenario;
  /** As it was written, with defaults; files by the names that the user gave. */
  readonly asked: ScenarioDocument;
  /** Absent where there is no answer. */
  readonly schedule?: Schedule | undefined;
  readonly provenance: readonly Provenance[];
  readonly inputs: readonly ScenarioInput[];
  /** Of this result, as far as they were made. */
  readonly studies?: Partial<Omit<StudyDocuments, 'comparison' | 'operate'>>;
  readonly ledger?: LedgerSummary | undefined;
  /** Of a workbook. */
  readonly extract?: LedgerExtract | undefined;
  /** The documents of ledger and studies. */
  readonly companions?: readonly { readonly file: string; readonly sha256: string }[];
}

/** Some rows of the ledger, under the names that its columns have there. */
export interface LedgerExtract {
  readonly names: readonly string[];
  readonly rows: readonly (readonly (string | number | Date | null)[])[];
}
