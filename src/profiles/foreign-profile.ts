/** A recording and what is stated about it → the profiles that were asked for, with how they came about. */
import { ProfileError } from '../errors.ts';
import { fixedOffset } from './civil-time/offset-table.ts';
import { tableOf } from './civil-time/zone.ts';
import { toCapacityFactor } from './conversion/to-capacity-factor.ts';
import { toUnit } from './conversion/to-unit.ts';
import { FaultList } from './faults.ts';
import { type HourlyColumn, type HourlyReading, readHours } from './hours/hourly-reading.ts';
import { wordsOfLabel } from './hours/labels.ts';
import { placeInTime, yearsTouched } from './hours/time-of-rows.ts';
import { doubtsAbout } from './inspection/doubts.ts';
import type { ColumnProvenance, HourlyProfile, ProfileFile } from './profile.ts';
import { type ChosenColumn, chooseColumn } from './questions/chosen-columns.ts';
import { askAboutMeters, withDifferences } from './questions/meters.ts';
import { askAboutCodes, fillAnswer, labelAnswer, zoneAnswer } from './questions/questions.ts';
import type { ReadingOptions, ReadingRequest } from './questions/reading-options.ts';
import type { Recording } from './recording/recording.ts';

type ForeignContent = Pick<ProfileFile, 'synthetic' | 'year' | 'columns'> &
  Required<Pick<ProfileFile, 'provenance' | 'warnings'>>;

/**
 * Reads the columns of a request from a recording; `rowFaults` are those that its format found.
 *
 * @throws ProfileError with every question and contradiction first, then every fault
 */
export function profilesOf(
  recorded: Recording,
  { columns, options }: ReadingRequest,
  rowFaults: FaultList,
): ForeignContent {
  const { file } = rowFaults;
  const recording = options.meter === 'differences' ? withDifferences(recorded) : recorded;
  const questions = new FaultList(file);
  const faults = new FaultList(file);
  const chosen = columns.map((request) => chooseColumn(recording, request, options, questions));
  const zone = zoneAnswer(recording, options, questions);
  const label = labelAnswer(recording, options, questions);
  const fill = fillAnswer(options, questions);
  const placed = placeInTime(recording, zone, label, options.year, { questions, faults });
  const complete = chosen.filter((one) => one !== undefined);
  const needed = [...new Set(complete.flatMap(({ column, others }) => [column, ...others]))];
  askAboutCodes(needed, recording, options, questions);
  askAboutMeters(needed, recording, options, questions);
  if (placed === undefined || label === undefined || zone === undefined || questions.count > 0) {
    questions.throwIfAny(rowFaults, faults);
    throw new Error(`${file}: a question was not reported`);
  }
  const table = zone.kind === 'offset' ? fixedOffset(zone.minutes) : tableOf(zone, ...yearsTouched(recording))!;
  const rules = {
    table,
    label,
    year: placed.year,
    wrap: options.wrap ?? false,
    ...(fill === undefined ? {} : { fill }),
  };
  const reading = readHours(recording, placed, needed, rules, faults);
  rowFaults.throwIfAny(faults);
  const hourly = new Map(needed.map((column, at) => [column, reading.columns[at]!]));
  const outcomes = complete.map((one) => convert(one, hourly, recording, options, reading));
  const refused = outcomes.flatMap((outcome) => (outcome instanceof ProfileError ? outcome.issues : []));
  if (refused.length > 0) {
    throw new ProfileError(
      file,
      refused.map((issue) => ({ ...issue, file })),
    );
  }
  const doubts = doubtsAbout(recording, { zone, label }, needed);
  const converted = outcomes.flatMap((outcome) => (outcome instanceof ProfileError ? [] : [outcome]));
  return {
    synthetic: recording.synthetic,
    year: reading.year,
    columns: converted.map(({ profile }) => profile),
    provenance: {
      why: recording.why,
      zone: table.name,
      label: wordsOfLabel(label),
      stepMinutes: recording.stepMinutes,
      isTypicalYear: recording.isTypicalYear,
      columns: converted.map(({ provenance }) => provenance),
      warnings: doubts.map(({ message }) => message),
    },
    warnings: doubts,
  };
}

function convert(
  { request, column, others }: ChosenColumn,
  hourly: ReadonlyMap<ChosenColumn['column'], HourlyColumn>,
  { site }: Recording,
  options: ReadingOptions,
  { steps, filled }: HourlyReading,
): { profile: HourlyProfile; provenance: ColumnProvenance } | ProfileError {
  const parts = [column, ...others].map((part) => hourly.get(part)!);
  const { unit } = request;
  try {
    const conversion =
      unit === 'capacityFactor' ? toCapacityFactor(parts, plantOf(options), site) : toUnit(parts[0]!, unit);
    const { name } = column;
    const names = new Set(parts.map((part) => part.name));
    const transformations = [...steps, ...conversion.steps];
    return {
      profile: { ...conversion.profile, name },
      provenance: { name, transformations, filled: filled.filter((run) => names.has(run.column)) },
    };
  } catch (error) {
    if (error instanceof ProfileError) return error;
    throw error;
  }
}

function plantOf({ plant, capacityMW, nightConsumption }: ReadingOptions): Parameters<typeof toCapacityFactor>[1] {
  if (plant !== undefined) return plant;
  return {
    kind: 'power',
    ...(capacityMW === undefined ? {} : { capacityKW: capacityMW * 1000 }),
    ...(nightConsumption === undefined ? {} : { nightConsumption }),
  };
}
