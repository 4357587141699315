/** Chooses the format by content, never by the name of the file. */
import { refuse, shown } from '../faults.ts';
import { entsoeNewFormat } from './entsoe/new.ts';
import { entsoeOldFormat } from './entsoe/old.ts';
import { epwFormat } from './epw.ts';
import { era5PointFormat } from './era5-point.ts';
import type { ForeignFormat, ForeignOpening, Opening, ProfileFormat } from './format.ts';
import { nasaPowerFormat } from './nasa-power.ts';
import { firstLine as firstNativeLine } from './native/head.ts';
import { nativeFormat } from './native/native.ts';
import { ninjaCountryFormat } from './ninja/country.ts';
import { ninjaPointFormat } from './ninja/point.ts';
import { nsrdbFormat } from './nsrdb.ts';
import { openMeteoFormat } from './open-meteo/open-meteo.ts';
import { opsdFormat } from './opsd.ts';
import { pvgisHourlyFormat } from './pvgis/hourly.ts';
import { pvgisTmyFormat } from './pvgis/tmy.ts';
import { pvwattsFormat } from './pvwatts.ts';
import { rowsWithoutTimeFormat } from './rows-without-time.ts';
import { samWindFormat } from './sam-wind.ts';
import { tmy3Format } from './tmy3.ts';
import { refuseShape, refuseUnknown } from './unknown.ts';
import { utilityFormat } from './utility/utility.ts';
import { windToolkitFormat } from './wind-toolkit.ts';

/** Every foreign format that can be read. No two take the same text for their own; the last two take what is left. */
export const foreignFormats: readonly ForeignFormat[] = [
  pvgisHourlyFormat,
  pvgisTmyFormat,
  pvwattsFormat,
  nsrdbFormat,
  tmy3Format,
  epwFormat,
  samWindFormat,
  windToolkitFormat,
  nasaPowerFormat,
  era5PointFormat,
  ninjaPointFormat,
  ninjaCountryFormat,
  openMeteoFormat,
  entsoeOldFormat,
  entsoeNewFormat,
  opsdFormat,
  utilityFormat,
  rowsWithoutTimeFormat,
];

/** Take what no other takes, the first of them that can. */
const general = [utilityFormat, rowsWithoutTimeFormat];

const MOST_LINES = 100;
const LONGEST_LINE = 10_000;

function nativeOpeningOf(text: string): Opening {
  const lineFrom = (start: number) => text.slice(start, text.indexOf('\n', start) >>> 0);
  let start = 0;
  while (text[start] === '#') {
    const end = text.indexOf('\n', start);
    start = end === -1 ? text.length : end + 1;
  }
  return { firstLine: lineFrom(0), firstBareLine: lineFrom(start) };
}

/** The first lines, without looking at the rest of the text. */
export function openingOf(text: string): ForeignOpening {
  const lines: string[] = [];
  for (let start = 0; lines.length < MOST_LINES && start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    lines.push(text.slice(start, Math.min(end, start + LONGEST_LINE)));
    start = end + 1;
  }
  return { lines };
}

/** Every format that takes the text for its own; a general one only where no other does. */
export function formatsOf(text: string): readonly ForeignFormat[] {
  const opening = openingOf(text);
  const fits = (format: ForeignFormat) => format.recognises(opening);
  const known = foreignFormats.filter((format) => !general.includes(format) && fits(format));
  return known.length > 0 ? known : general.filter(fits).slice(0, 1);
}

/**
 * The format that reads a text.
 *
 * @throws ProfileError (profile.unknown-format) that says how the text begins and how known formats begin
 */
export function detectFormat(
  text: string,
  file: string,
):
  | { readonly native: ProfileFormat; readonly foreign?: undefined }
  | { readonly native?: undefined; readonly foreign: ForeignFormat } {
  const opening = nativeOpeningOf(text);
  if (nativeFormat.recognises(opening)) return { native: nativeFormat };
  // A native file in another program's spelling would lose what its comments say: that it is synthetic, for one.
  const isSpoilt = opening.firstLine.replace(/^"/, '').startsWith(firstNativeLine);
  const [foreign, rival] = isSpoilt ? [] : formatsOf(text);
  const place = { where: 'file', line: 1 };
  const begins = `begins ${shown(opening.firstLine)}`;
  if (foreign !== undefined && rival !== undefined) {
    const problem = `${begins}, which fits ${foreign.name} and ${rival.name} alike`;
    refuse(file, 'profile.unknown-format', place, problem, 'the beginning of one format, not of two');
  }
  if (foreign === undefined || general.includes(foreign)) refuseShape(openingOf(text).lines, file);
  if (foreign !== undefined) return { foreign };
  if (isSpoilt) {
    const expected = `${nativeFormat.beginning}: as the file was written, not as a spreadsheet saved it again`;
    const { firstLine, firstBareLine } = opening;
    const header = firstBareLine === firstLine ? '' : `, its first line without # is ${shown(firstBareLine)}`;
    refuse(file, 'profile.unknown-format', place, `${begins}${header}`, expected);
  }
  return refuseUnknown(openingOf(text).lines, foreignFormats, file);
}
