/** From the bytes of any profile file to what it holds. Doubts and faults are part of the answer, not a refusal. */

import { type Issue, ProfileError } from '../../errors.ts';
import { zoneForms, zoneOf } from '../civil-time/zone.ts';
import { FaultList, refuse, shown } from '../faults.ts';
import { bytesOfFile } from '../file/bytes.ts';
import { unpack } from '../file/containers/unpack.ts';
import { textOfBytes, withoutCarriageReturns } from '../file/text.ts';
import { detectFormat } from '../formats/detect.ts';
import type { ProfileFormat } from '../formats/format.ts';
import { withDifferences } from '../questions/meters.ts';
import { labelAnswer, zoneAnswer } from '../questions/questions.ts';
import type { ReadingOptions } from '../questions/reading-options.ts';
import type { Recording } from '../recording/recording.ts';
import { inspectRecording } from './inspect-recording.ts';
import type { Inspection } from './inspection.ts';
import { nativeRecording } from './native-recording.ts';
import { meterQuestions } from './questions.ts';
import { recordWithAnswers } from './record-with-answers.ts';

/** What an analyst may try out before importing. */
export type InspectionAnswers = Pick<
  ReadingOptions,
  'part' | 'dates' | 'decimal' | 'missing' | 'start' | 'step' | 'zone' | 'label' | 'meter'
>;

/**
 * @param answers facts that the file leaves open; what is not answered becomes a question
 * @throws ProfileError where the bytes are no text or of no known format
 */
export function inspectProfile(bytes: Uint8Array, file: string, answers: InspectionAnswers = {}): Inspection {
  const text = textOfBytes(bytes, file);
  const detected = detectFormat(text.text, file);
  if (detected.native !== undefined) return inspectNative(detected.native, text.text, file);
  const format = detected.foreign;
  const { dates, decimal, missing, start, step, meter } = answers;
  const given = Object.entries({ dates, decimal, missing, start, step }).filter(([, answer]) => answer !== undefined);
  const { recording, faults, questions } = recordWithAnswers(
    format,
    withoutCarriageReturns(text, file),
    file,
    Object.fromEntries(given),
  );
  if (recording === undefined) return nothingUnderstood(format, faults);
  const contradictions = new FaultList(file);
  const known = answered(recording, answers, contradictions);
  return inspectRecording({
    file,
    format: format.name,
    recording: meter === 'differences' ? withDifferences(known) : known,
    faults: [...faults, ...contradictions.issues()],
    questions: [...questions, ...(meter === undefined ? meterQuestions(known) : [])],
  });
}

/** @throws ProfileError as `inspectProfile`, also where the file cannot be opened */
export async function inspectProfileFile(path: string, answers: InspectionAnswers = {}): Promise<Inspection> {
  return inspectPacked(await bytesOfFile(path), path, answers);
}

/** As `inspectProfile`, of bytes that may be packed, or hold their text in another form; of several parts, which is meant is a question. */
export async function inspectPacked(
  bytes: Uint8Array,
  file: string,
  answers: InspectionAnswers = {},
): Promise<Inspection> {
  const found = await unpack(bytes, file, answers.part);
  if (found.kind === 'text') {
    const inspection = inspectProfile(found.bytes, file, answers);
    return found.from === undefined ? inspection : { ...inspection, why: `${inspection.why}; ${found.from}` };
  }
  const { what, parts } = found;
  const question = `Which part is meant? The file is ${what}.`;
  return {
    ...nothingUnderstood({ name: 'packed', beginning: what }, []),
    why: what,
    questions: [{ code: 'part', question, options: parts.map((part) => `--part ${part}`) }],
  };
}

/** Fills in what the file leaves open; what it states itself stands, and another answer is a fault. */
function answered(recording: Recording, answers: InspectionAnswers, faults: FaultList): Recording {
  const { zone, label } = answers;
  if (zone !== undefined && zoneOf(zone) === undefined) {
    refuse(faults.file, 'profile.bad-stamp', { where: 'zone' }, `${shown(zone)} is no zone`, zoneForms);
  }
  const ofZone = zone === undefined ? undefined : zoneAnswer(recording, answers, faults);
  const ofLabel = label === undefined ? undefined : labelAnswer(recording, answers, faults);
  return { ...recording, ...(ofZone && { zone: ofZone }), ...(ofLabel && { label: ofLabel }) };
}

function inspectNative(format: ProfileFormat, text: string, file: string): Inspection {
  try {
    const recording = nativeRecording(format.read(text, file), text);
    return inspectRecording({ file, format: format.name, recording });
  } catch (error) {
    if (!(error instanceof ProfileError)) throw error;
    return nothingUnderstood(format, error.issues);
  }
}

/** The format is known by its beginning, and its rules are broken so that nothing else can be told. */
function nothingUnderstood(
  format: { readonly name: string; readonly beginning: string },
  faults: readonly Issue[],
): Inspection {
  return {
    format: format.name,
    why: `it begins as files of this format do: ${format.beginning}`,
    zone: 'unstated',
    label: 'unstated',
    stepMinutes: 0,
    rows: 0,
    firstHour: undefined,
    lastHour: undefined,
    typicalYear: false,
    synthetic: false,
    columns: [],
    gaps: [],
    warnings: [],
    questions: [],
    faults,
  };
}
