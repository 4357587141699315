/** Sentences that results hold in English, told in French: whatever makes one has a phrase here, or this fails. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Said } from '../../src/report/content/words.ts';
import { readLaws } from '../../src/report/equations.ts';
import { languageNamed } from '../../src/report/language/language.ts';
import { recognised, recognisedParts } from '../../src/report/language/recognised.ts';
import { rangeDoubts } from '../../src/scenario/doubts/doubt.ts';
import { type PlausibleRange, plausible } from '../../src/scenario/doubts/plausible.ts';
import { repository, sourcesBelow } from '../fixtures/repository.ts';

const [english, french] = [languageNamed('en').text, languageNamed('fr').text];

/** Words that no French sentence has. */
const englishWords = /\b(the|of|is|are|and|in|for|from|with|which|where|what|no|or|has|at|most|least|rows?|hours?)\b/;

/** What is left in English of a sentence, told in French. */
function leftOf(sentence: string, told: Said = recognised(sentence)): string | undefined {
  // A minus is typeset as one.
  expect(english(told).replaceAll('−', '-')).toBe(sentence.replaceAll('−', '-'));
  const words = french(told);
  return words === sentence ? sentence : englishWords.exec(words)?.[0];
}

test('a sentence that nobody translated is found, and so is one whose gap holds one', () => {
  expect(leftOf('a plant of the moon')).toBe('a plant of the moon');
  expect(leftOf('9 of the moon, where at most 2 is usual')).toBe('of');
  expect(leftOf('9 MW, where at most 2 is usual')).toBeUndefined();
});

test('every doubt about a magnitude is told in French, with its unit and the likely slip', () => {
  const ranges = Object.entries<PlausibleRange>(plausible);
  expect(ranges.length).toBeGreaterThan(10);
  let slips = 0;
  for (const [name, range] of ranges) {
    const values = [range.least / 3, range.most * 3, ...[range.below, range.above].map((slip) => meantOf(range, slip))];
    for (const value of values.filter(Number.isFinite)) {
      for (const { problem, expected = '' } of rangeDoubts([], value, range)) {
        expect({ name, left: [leftOf(problem), leftOf(expected)] }).toEqual({ name, left: [undefined, undefined] });
        slips += expected.startsWith('Did') ? 1 : 0;
      }
    }
  }
  expect(slips).toBeGreaterThan(10);
});

/** A usual value, written with the slip. */
function meantOf({ least, most }: PlausibleRange, slip: PlausibleRange['below']): number {
  return slip === undefined ? Number.NaN : (Number.isFinite(most) ? (least + most) / 2 : least * 10) / slip.factor;
}

/** One sentence of each code by which a reader of files tells a doubt. */
const fileDoubts: Readonly<Record<string, string>> = {
  'accumulated-hour-before':
    'a, b are sums over the hour before each stamp and stand for that hour; the last hour of the file has none: download one more hour to have their value',
  'above-nameplate': 'w: maximum 5 kW: 1.2 times the nameplate of 4 kW',
  'below-table': 'what stands below the table was not read: "Total;25128"',
  'below-zero': 'w: 12 rows are below 0, the least −0.2: what a plant draws at night, or a mark for missing values',
  'capacity-factor-above-one': 'w: maximum 1.27: a capacity factor above 1, in 3 rows',
  'coarser-than-hours': 'one row every 3 hours: no hourly series',
  'columns-skipped': 'columns without numbers were not read: a, b',
  constant: 'w: 0.5 in every row',
  duplicates: '2 hours stand more than once, first 2005-03-27T01:00Z',
  'empty-lines': 'empty lines stand among the rows, 3 in all: passed over',
  'filled-values': 'the irradiance of 3 of 8760 rows was filled in by the NSRDB (Fill Flag above 0)',
  gaps: '1,234 hours are missing in 3 places, the first from 2005-01-01T00:00Z',
  'heading-again': 'lines from above the table stand among its rows again, 2 in all: passed over',
  'irradiance-offset-unstated': 'the file does not say at which minute the irradiance was seen; the full hour is taken',
  'leap-day-left-out': '2004 is a leap year told in the rows of 365 days: 29 February is taken as the day left out',
  'leap-day-missing': '29 February 2004 is missing',
  'light-at-night':
    'sun: 12 of 4,380 hours with light have the sun more than 6° below the horizon at the site, first 2005-01-01T20:00Z: zone or label may be wrong',
  'local-solar-time':
    'the stamps are in local solar time: UTC moved by an hour for each 15° of longitude, which at this longitude is UTC−1, not the legal clock; best download the file again in UTC',
  'local-standard-time':
    'the stamps are in the standard time of the place, which the file does not name; at this longitude it may be UTC−1',
  'losses-included': 'P already includes system losses of 14 %',
  'means-among-samples':
    'a is a mean of the time before each stamp and stands for that time, all else is a sample at the stamp; the last hour of the file has no such mean: request one more day, or pass wrap',
  'missing-codes': 'DE: 3 values of -999 or -9999 are taken for missing',
  'missing-mark': 'w: 9999 in 3 rows, far from all others, looks like a mark for missing values',
  'names-again': 'several columns have the same name: read as P (column 2), P (column 3)',
  'no-line-end': 'the last row has no line end: if the file was cut off, its last number may be wrong',
  'no-values': 'w: not one value',
  'not-whole-years':
    'from 2005-01-01T01:00Z to 2006-01-01T00:00Z, 8,760 hours: 1 hour of 2005 in UTC lies outside; an import takes it from the other end with --wrap',
  'out-of-order': '3 rows stand out of order, first 2005-01-01T05:00Z after 2005-01-01T07:00Z: sort the rows by time',
  'per-cent': 'w: maximum 98: per cent, not capacity factors?',
  'reconstructed-values': 'the irradiance of 3 of 8760 rows was reconstructed by PVGIS, not observed (Int = 1)',
  'rows-sorted': 'rows stand in 3 stretches out of order: read in the order of time',
  'scale-changes':
    'w: from about here on about a thousand times larger than before: does the unit change within the file?',
  'section-skipped': 'the section from line 12 on holds no hours and was not read',
  'sun-out-of-place':
    'sun: the middle of its days is 3.2 hours after the sun stands highest at the site: zone or label may be wrong',
  synthetic: 'the file says that its series were generated, not measured',
  'too-cold': 't: minimum −99.5 °C: a mark for missing values?',
  'too-hot': 't: maximum 290 °C: kelvin, or tenths of a degree?',
  'typical-year': 'a typical year: its months come from different years, so its hours pair with no other file',
  'zone-in-letters': 'stamps end in CET, which several clocks go by: state the zone, such as +01:00 or Europe/Brussels',
};

test('every code by which a reader of files tells a doubt has its sentence in French', () => {
  const made = /\b(?:warn|at|inRow)\(\s*'([a-z-]+)'|code: '([a-z-]+)',\s*message/g;
  const codes = sourcesBelow('src/profiles').flatMap((path) =>
    [...readFileSync(join(repository, path), 'utf8').matchAll(made)].map(([, told, code]) => told ?? code!),
  );
  // A note that a native file carries is in the words of whoever wrote it.
  expect(Object.keys(fileDoubts).sort()).toEqual([...new Set(codes)].filter((code) => code !== 'noted').sort());
  for (const [code, sentence] of Object.entries(fileDoubts)) {
    expect({ code, left: leftOf(sentence) }).toEqual({ code, left: undefined });
  }
});

test('every note of the cost sets that ship is told in French', () => {
  const notes = new Set<string>();
  const collect = (value: unknown, key = ''): void => {
    if (typeof value === 'string' && key === 'note') notes.add(value);
    if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) collect(one, name);
  };
  for (const path of sourcesBelow('data/technologies', /\.yaml$/)) {
    collect(parse(readFileSync(join(repository, path), 'utf8')));
  }
  expect(notes.size).toBeGreaterThan(40);
  expect([...notes].filter((note) => leftOf(note) !== undefined)).toEqual([]);
});

test('every equation of a law that has words is told in French', () => {
  const equations = readLaws().map(({ equation }) => equation);
  expect(equations.length).toBeGreaterThan(30);
  // As a whole: of one that is told part by part, parts would stay English.
  const left = equations.filter((equation) => /[a-z]{4}/.test(equation) && typeof recognised(equation) !== 'object');
  expect(left).toEqual([]);
});

test('why a solver was taken, what an answer shows and what studies say of what they did are told in French', () => {
  const reasons =
    'each phase given what stands; 1 block of hours, linked by their sizes; 9 rows and 8 columns call for a sparse solver';
  expect(leftOf(reasons, recognisedParts(reasons))).toBeUndefined();
  for (const sentence of [
    'highs was asked for',
    '120 rows and 99 columns are few enough for a dense table in plain JavaScript',
    'time was over before the first programme was written',
    'each phase given what stands: 1 of 5 were planned when time was over in 120 MW',
    '40 MW pays by export: 5,000 MWh a year are exported beside a load of 4,000 MWh and earn 9,000 EUR of the 8,000 that the phase costs; A stands with 5 MW, B stands with 1,500 MW at the site maximum, which decides how much is built',
    '40 MW costs -3.2 EUR for each MWh of load, below zero: 5,000 MWh a year are exported beside a load of 4,000 MWh and earn 9,000 EUR of the 8,000 that the phase costs',
    'Did you mean a plan for the load alone? Set grid.exportPricePerMWh to what surplus really earns (0 for nothing), or grid.exportLimitMW to what the connection takes.',
    'training draws 12.5 % of its energy in 40 MW for no work: more load leaves more to be imported by a target below 1, or exported by a share of it, and earns in hours that pay for import',
    'Did you mean the work? A target of 1, or none, and no grid.exportShare count no load; a rampSharePerHour holds power up as well.',
    '9,000 MWh for 10 MW is 900 h, beyond the longest duration of 12 h',
    'Expected at most 120 MWh, or more committedMW: with so little power the energy is of little use.',
    '900,000 MW for 40 MW of IT: 22,500 times as much, or more than any plant has',
    'It looks like “no limit”: give what could be built there, or leave out what may be left out.',
    '0.5 EUR/MW, where technology wind has 100 to 2,000',
    'Did you mean 500? A thousand between them looks like a value per kW or kWh written as one per MW or MWh.',
    'towards the greatest Li-ion energy in 40 MW',
    'synthetic-2005: longest lull twice as long',
    'The 3 days from 2005-01-05T00:00Z once more after themselves.',
    'Every capacity factor of wind a tenth lower.',
    'Overhead (PUE less 1) a quarter larger in the 14 hottest days on end, from 2005-07-01T00:00Z.',
    'Coast, which makes most, out for the 30 days from 2005-07-01T00:00Z in which it would make most.',
    'With every site at its maximum 60 % of the mean load could be made in these 7 h, and there is no storage.',
  ]) {
    expect(leftOf(sentence)).toBeUndefined();
  }
});
