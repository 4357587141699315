/** From bytes to what a file holds: a native file with its series, a foreign one as its format understands it. */
import { createHash } from 'node:crypto';
import { FaultList, refuse } from '../faults.ts';
import { type UnpackedText, unpack } from '../file/containers/unpack.ts';
import { requireUtf8, textOfBytes, withoutCarriageReturns } from '../file/text.ts';
import { detectFormat } from '../formats/detect.ts';
import type { ForeignText, FormatAnswers, ProfileContent } from '../formats/format.ts';
import { nativeRecording } from '../inspection/native-recording.ts';
import type { Recording } from './recording.ts';

interface Identified {
  readonly file: string;
  /** Hex, of the bytes as read. */
  readonly sha256: string;
}

export interface NativeRecord extends Identified {
  readonly format: 'native';
  readonly content: ProfileContent;
  /** The same as others are recorded, to be doubted as they are. */
  readonly recording: Recording;
}

export interface ForeignRecord extends Identified {
  readonly format: string;
  readonly content?: undefined;
  readonly encoding: ForeignText['encoding'];
  readonly recording: Recording;
  /** What its format found wrong with single rows. */
  readonly faults: FaultList;
}

const MOST_NAMED = 20;

/**
 * The text in a file that may be packed, or hold it in another form.
 *
 * @throws ProfileError with the question which of several parts is meant, and for what cannot be unpacked
 */
export async function textIn(bytes: Uint8Array, file: string, part?: string): Promise<UnpackedText> {
  const found = await unpack(bytes, file, part);
  if (found.kind === 'text') return found;
  const { what, parts } = found;
  const first = JSON.stringify(parts[0]);
  const expected = `pass part: ${first} (--part ${first}), one of: ${parts.slice(0, MOST_NAMED).join(', ')}`;
  return refuse(file, 'profile.question', { where: 'part' }, `${what}: which one is meant?`, expected);
}

/**
 * Recognises and reads the bytes of a file; `file` is the name that faults will carry, and `inside` the text that was
 * unpacked from them.
 *
 * @throws ProfileError with every fault of a native file, and with what makes a foreign one unreadable as a whole
 */
export function recordFile(
  whole: Uint8Array,
  file: string,
  answers: FormatAnswers = {},
  { bytes, from }: UnpackedText = { kind: 'text', bytes: whole },
): NativeRecord | ForeignRecord {
  const text = textOfBytes(bytes, file);
  const sha256 = createHash('sha256').update(whole).digest('hex');
  const { native, foreign } = detectFormat(text.text, file);
  if (native !== undefined) {
    requireUtf8(bytes, file);
    const content = native.read(text.text, file);
    return { file, sha256, format: 'native', content, recording: nativeRecording(content, text.text) };
  }
  const faults = new FaultList(file);
  const plain = withoutCarriageReturns(text, file);
  const recorded = foreign.record(plain, faults, answers);
  const recording = from === undefined ? recorded : { ...recorded, why: `${recorded.why}; ${from}` };
  return { file, sha256, format: foreign.name, encoding: text.encoding, recording, faults };
}
