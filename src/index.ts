/** The public surface, listed by hand: what the command line and the API see, and what scripts may rely on. */

export * from './errors.ts';
export { recordKinds } from './ledger/table.ts';
export { programToLp } from './lp/text/lp.ts';
export { programToMps } from './lp/text/mps.ts';
export { formulate } from './model/formulation.ts';
export { type PypsaFolder, pypsaFolder } from './model/pypsa/network.ts';
export type { Scope } from './model/variables.ts';
export { packageFolder } from './package-folder.ts';
export { isColumnName } from './profiles/formats/native/head.ts';
export { type NativeFile, nativeToCsv } from './profiles/formats/native/to-csv.ts';
export type { Explanation } from './profiles/import/explanation.ts';
export { nativeOfFile, purposeDoubt } from './profiles/import/native-of-file.ts';
export { type InspectionAnswers, inspectPacked, inspectProfileFile } from './profiles/inspection/inspect.ts';
export type { InspectedColumn, Inspection } from './profiles/inspection/inspection.ts';
export type { HourlyProfile, ProfileFile, ProfileUnit } from './profiles/profile.ts';
export { type ColumnProvenance, filledHours, type ProfileProvenance } from './profiles/profile.ts';
export {
  type Purpose,
  type ReadingOptions,
  type ReadingRequest,
  unitOfPurpose,
} from './profiles/questions/reading-options.ts';
export { explainedProfileFile, readProfileFile, rememberingReader } from './profiles/read.ts';
export { type SyntheticYear, synthesiseYear } from './profiles/synthesis/synthesise.ts';
export { type SyntheticCsvOptions, syntheticYearToCsv } from './profiles/synthesis/synthetic-csv.ts';
export { checkTogether, type Misfit } from './profiles/together/check-together.ts';
export { type Equation, plainName, readEquations, readLaws } from './report/equations.ts';
export { type IssueLayout, renderIssues, renderWarnings } from './report/issues.ts';
export { type LanguageCode, languageCodes } from './report/language/codes.ts';
export { type ReportFormat, reportFormats } from './report/report-on-demand.ts';
export type { SheetLayout } from './report/studies/sheet-text.ts';
export { type StudyDocuments, studyText } from './report/studies/studies.ts';
export { type Summary, summaryText } from './report/summary.ts';
export { companionOf, type ReportedStudy, reportedStudies } from './results/companions.ts';
export { hourmatchVersion } from './results/document/hourmatch-version.ts';
export { inWords, type ScenarioWords } from './results/document/in-words.ts';
export { type ResultParts, resultDocument } from './results/document/make-document.ts';
export { planIn } from './results/document/plan-in.ts';
export type * from './results/document/result-document.ts';
export { RESULT_FILE, SCENARIO_FILE, scheduleFile } from './results/files/file-names.ts';
export { makeDirectory, removeEmpty } from './results/files/make-directory.ts';
export { type ReportKind, reportFile } from './results/files/report-files.ts';
export { syncDirectory } from './results/files/sync-directory.ts';
export { hoursToCsv } from './results/hours/schedule-csv.ts';
export { columnsOfParquet, readHoursOfParquet, stampedTableToParquet } from './results/hours/schedule-parquet.ts';
export { type InputReader, inputsOnDisk, storedScenario } from './results/inputs/stored-inputs.ts';
export { documentJsonSchema, type SchemaName } from './results/json-schemas.ts';
export { cutLedger, type LedgerCut, type LedgerWish } from './results/ledger/cut-ledger.ts';
export {
  type LedgerChoice,
  type LedgerDocument,
  type LedgerFormat,
  ledgerFormats,
  type PlaceEntry,
  storageOrders,
} from './results/ledger/ledger-document.ts';
export { type LedgerVerification, verifyLedger } from './results/ledger/verify-ledger.ts';
export { writeLedger } from './results/ledger/write-ledger.ts';
export { type ResultDirectory, readResultDirectory } from './results/read-directory.ts';
export { type AskedStudy, makeStudy, type StudyToMake } from './results/studies/asked-studies.ts';
export { type BandsToFind, findBands } from './results/studies/bands.ts';
export { compareDirectories } from './results/studies/read-comparison.ts';
export { valuesOfDirectory } from './results/studies/read-values.ts';
export { type StudyName, tryStudyDirectory } from './results/studies/study-directory.ts';
export { type StudyResult, writeStudyResult } from './results/studies/study-result.ts';
export { removeDrafts, requireSweepPlace } from './results/studies/sweep-directory.ts';
export { holdsVerified, pointsOfSweep, SweepState } from './results/studies/sweep-state.ts';
export { type StudyVerification, verifyStudyDirectory } from './results/studies/verify-study.ts';
export { studyResult, writeStudyOf } from './results/studies/write-study.ts';
export { type DirectoryVerification, verifyResultDirectory } from './results/verify-directory.ts';
export { type ResultToWrite, tryResultDirectory, writeResultDirectory } from './results/write-directory.ts';
export { makeReports, writeReports } from './results/write-reports.ts';
export { canonicalJson } from './scenario/document/canonical-json.ts';
export { valueOfText } from './scenario/document/source.ts';
export { nearest } from './scenario/faults/did-you-mean.ts';
export { pointerOf, whereOf } from './scenario/faults/fault.ts';
export { schemaIssues } from './scenario/faults/schema-faults.ts';
export { type LoadedScenario, loadScenario, loadScenarioDocument, loadScenarioText } from './scenario/load.ts';
export type * from './scenario/scenario.ts';
export type { ScenarioInput } from './scenario/scenario-input.ts';
export { type SchemaNode, scenarioJsonSchema } from './scenario/schema/json-schema.ts';
export { slugOf } from './scenario/schema/names.ts';
export { type LoadOptions, shippedTechnologySets } from './scenario/series/files.ts';
export { readSavedReading } from './scenario/series/saved-reading.ts';
export { type TechnologySet, technologySet } from './scenario/technologies/technologies.ts';
export { isIssue, rangeValues, type VariedPath, variedPath, withValue } from './scenario/variation.ts';
export type * from './schedule/schedule.ts';
export { createSolverPool, type SolverPool } from './solvers/pool.ts';
export { type SolverName, solvers } from './solvers/registry.ts';
export { type Alternatives, alternativesSchema } from './studies/alternatives/document.ts';
export type * from './studies/answer.ts';
export { type Baseline, baselinesOf } from './studies/baselines.ts';
export { type Comparison, comparisonSchema } from './studies/comparison/document.ts';
export { dispatch } from './studies/dispatch.ts';
export {
  createEngine,
  type Engine,
  type EngineOptions,
  peakMemoryMB,
  type StudyProgress,
} from './studies/engine.ts';
export type { Method } from './studies/method.ts';
export { operationSchema } from './studies/operate/document.ts';
export { outsampleSchema } from './studies/outsample/document.ts';
export { type Foresight, plan } from './studies/plan.ts';
export { firstRemediesSchema, type Repair, repairSchema } from './studies/repair/document.ts';
export { wholeScope } from './studies/scope.ts';
export { runStudy, type StudyEvent, type StudyInput, type StudyOutput } from './studies/study.ts';
export { StudyState } from './studies/study-state.ts';
export { type Band, bandOf, type Neighbour, widthOf } from './studies/sweep/band.ts';
export { type Sweep, sweepSchema } from './studies/sweep/document.ts';
export { nearestTwo } from './studies/sweep/nearest-two.ts';
export { sweepAll, sweepBanded } from './studies/sweep.ts';
export { usualThreads } from './studies/usual-threads.ts';
export { type Values, valuesSchema } from './studies/values/document.ts';
export { type ResultToVerify, type ResultVerification, verifyResult } from './studies/verify-result.ts';
export { stampOfHour } from './time.ts';
export { tolerance } from './units.ts';
