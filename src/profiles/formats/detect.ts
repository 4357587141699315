/** Chooses the format by content, never by the name of the file. */
import { refuse, shown } from '../faults.ts';
import type { Opening, ProfileFormat } from './format.ts';
import { nativeFormat } from './native.ts';

/** Every format that can be read; the first that recognises a text reads it. */
const formats: readonly ProfileFormat[] = [nativeFormat];

function openingOf(text: string): Opening {
  const lineFrom = (start: number) => text.slice(start, text.indexOf('\n', start) >>> 0);
  let start = 0;
  while (text[start] === '#') {
    const end = text.indexOf('\n', start);
    start = end === -1 ? text.length : end + 1;
  }
  return { firstLine: lineFrom(0), firstBareLine: lineFrom(start) };
}

/** @throws ProfileError (profile.unknown-format) that says how the text begins and how known formats begin. */
export function detectFormat(text: string, file: string): ProfileFormat {
  const opening = openingOf(text);
  const format = formats.find((candidate) => candidate.recognises(opening));
  if (format !== undefined) return format;
  const { firstLine, firstBareLine } = opening;
  const header = firstBareLine === firstLine ? '' : `, its first line without # is ${shown(firstBareLine)}`;
  const known = formats.map(({ name, beginning }) => `${name}: ${beginning}`).join('; ');
  return refuse(
    file,
    'profile.unknown-format',
    { where: 'file', line: 1 },
    `begins ${shown(firstLine)}${header}`,
    known,
  );
}
