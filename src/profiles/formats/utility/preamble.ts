/** What the lines above an unknown table, and the header of its stamps, say about clock, label, place and units. */
import { zoneOf as knownZone } from '../../civil-time/zone.ts';
import type { Label, RecordedSite, Zone } from '../../recording/recording.ts';
import { siteOf } from '../../table/head.ts';
import type { UtilityLayout } from './layout.ts';

/** Headers in words: `PeriodEnd`, `interval_start_utc` and `Interval Start (UTC)` say the same. */
export function headerWords(header: string): string {
  return header
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim();
}

const utc = { kind: 'offset', minutes: 0 } as const;

/** `UTC`, `GMT+1`, `Universal time (UT)`, `Africa/Casablanca`; undefined for words that are no zone. */
function zoneNamed(text: string): Zone | undefined {
  const name = text.trim().replace(/^"|"$/g, '');
  if (/^(UTC|GMT|UT|Z|Universal time \(UT\))$/i.test(name)) return utc;
  const [, sign, hours, minutes = '0'] = /^(?:UTC|GMT) ?([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(name) ?? [];
  if (hours !== undefined) {
    const distance = Number(hours) * 60 + Number(minutes);
    return distance <= 14 * 60 ? { kind: 'offset', minutes: sign === '-' ? 0 - distance : distance } : undefined;
  }
  // `DD/MM/YYYY` looks like one.
  return /^[A-Z][A-Za-z]+\/[A-Za-z_/-]+$/.test(name) ? knownZone(name) : undefined;
}

/** In brackets or parentheses, or as a word: `Time (UTC)`, `Date [GMT+1]`, `utc_time`, `UTC Time at End of Hour`. */
function zoneOfHeader(header: string): Zone | undefined {
  const [, inside] = /[([]([^()[\]]+)[)\]]/.exec(header) ?? [];
  const named = inside === undefined ? undefined : zoneNamed(inside);
  return named ?? (namesUtc(header) ? utc : undefined);
}

export function namesUtc(header: string): boolean {
  return /(?:^|[^A-Za-z])(UTC|GMT)(?![A-Za-z+\d]| ?[+-]\d)/i.test(headerWords(header));
}

/** `Time zone: UTC`, `Time reference: Universal time (UT)`. */
export function zoneOf(preamble: readonly string[], stampHeader: string): Zone {
  const told = zoneOfHeader(stampHeader);
  if (told !== undefined) return told;
  for (const line of preamble) {
    const [, value] = /^\s*"?time ?(?:zone|reference)"?\s*[:;,\t]\s*([^;,\t]+)/i.exec(line) ?? [];
    const zone = value === undefined ? undefined : zoneNamed(value);
    if (zone !== undefined) return zone;
  }
  return { kind: 'unstated' };
}

const ends =
  /\b(end[ -]of[ -](the )?(period|interval|hour)|(period|interval|hour)[ -]end(ing)?|fin de (la )?p[ée]riode)\b/i;
const starts =
  /\b((start|beginning)[ -]of[ -](the )?(period|interval|hour)|(period|interval|hour)[ -](start(ing)?|beginning)|d[ée]but de (la )?p[ée]riode)\b/i;

const middles = /\b(cent(er|re)|middle)[ -]of[ -](the )?(period|interval|hour)\b/i;

/** Load curves of Enedis, whose `Horodate` ends its interval. */
const enedis = /\bidentifiant prm\b/i;

/** The header of the stamps before the lines above, and nothing where both labels are named. */
export function labelOf(preamble: readonly string[], stampHeader: string): Label {
  if (/^horodate$/i.test(stampHeader) && preamble.some((line) => enedis.test(line))) return { kind: 'end' };
  for (const text of [headerWords(stampHeader), preamble.join('\n')]) {
    const [isEnd, isStart] = [ends.test(text), starts.test(text)];
    if (isEnd !== isStart) return { kind: isEnd ? 'end' : 'start' };
    if (!isEnd && middles.test(text)) return { kind: 'middle' };
  }
  return { kind: 'unstated' };
}

/** The value below a name, where the lines above the table are a row of names and a row of their values. */
export function valueAbove({ preamble, delimiter }: UtilityLayout, name: RegExp): string | undefined {
  for (const [at, line] of preamble.entries()) {
    const [names, values] = [line, preamble[at + 1] ?? ''].map((text) => text.split(delimiter));
    const found = names!.findIndex((cell) => name.test(cell.trim()));
    if (found !== -1 && names!.length === values!.length) return values![found]!.trim();
  }
  return undefined;
}

/** `Latitude (positive North, ISO 19115): 55.7906`. */
export function siteNamed(preamble: readonly string[]): RecordedSite | undefined {
  const numberAfter = (word: RegExp) => {
    const line = preamble.find((one) => word.test(one));
    return line === undefined ? '' : (/[:;,\t]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(line)?.[1] ?? '');
  };
  return siteOf(
    numberAfter(/^latitude\b/i),
    numberAfter(/^longitude\b/i),
    numberAfter(/^(altitude|elevation \(|elevation:)/i),
  );
}

/** CAMS lists its columns by number: `7. GHI. Global irradiation on horizontal plane at ground level (Wh/m2)`. */
export function unitsListed(preamble: readonly string[]): ReadonlyMap<number, string> {
  const start = preamble.findIndex((line) => /^columns:\s*$/i.test(line));
  if (start === -1) return new Map();
  return new Map(
    preamble.slice(start + 1).flatMap((line): [number, string][] => {
      const [, number, unit] = /^\s*(\d{1,3})\. .*\(([^()]+)\)\s*$/.exec(line) ?? [];
      return number === undefined || unit === undefined ? [] : [[Number(number), unit]];
    }),
  );
}
