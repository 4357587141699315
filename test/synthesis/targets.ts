/** What the generated years are held against: published figures, how near a year must come, and how it is measured. */

import { solarSites, windSites } from '../../src/profiles/synthesis/sites.ts';
import type { SyntheticYear } from '../../src/profiles/synthesis/synthesise.ts';
import * as statistics from './statistics.ts';

export interface Target {
  readonly what: string;
  readonly target: string;
  readonly source: string;
  /** Band for the long run: the mean of `measure` over the years. */
  readonly low: number;
  readonly high: number;
  /** Whether the year that ships first must lie in the band too: for what does not swing from year to year. */
  readonly everyYear: boolean;
  readonly measure: (year: SyntheticYear) => number;
}

const NINJA = 'renewables.ninja 2019, 34.64 N 4.85 W';
const CASABLANCA = 'Casablanca 2023–24';
const MIDELT_MONTHS = [0.203, 0.217, 0.288, 0.234, 0.226, 0.152, 0.136, 0.121, 0.144, 0.134, 0.269, 0.271];

export function series(year: SyntheticYear, name: string): Float64Array {
  const column = year.columns.find((candidate) => candidate.name === name);
  if (column === undefined) throw new Error(`no column ${name}`);
  return column.values;
}

const of =
  (name: string, measure: (values: Float64Array, year: number) => number) =>
  (year: SyntheticYear): number =>
    measure(series(year, name), year.year);
const between = (left: string, right: string) => (year: SyntheticYear) =>
  statistics.correlation(series(year, left), series(year, right));
const months = (values: Float64Array, year: number, indices: readonly number[]) => {
  const means = statistics.monthlyMeans(values, year);
  return statistics.mean(indices.map((index) => means[index]!));
};
const persistence = (lag: number, target: string, low: number, high: number): Target => ({
  what: `Midelt wind, autocorrelation at ${lag} h`,
  target,
  source: NINJA,
  low,
  high,
  everyYear: true,
  measure: of('midelt_wind', (values) => statistics.autocorrelation(values, lag)),
});

export const targets: readonly Target[] = [
  ...[...windSites, ...solarSites].map(({ column, target }) => ({
    what: `${column}, mean capacity factor`,
    target: `${target.mean}`,
    source: target.source,
    low: target.low,
    high: target.high,
    everyYear: true,
    measure: of(column, statistics.mean),
  })),
  {
    what: 'Boujdour wind, hour of the peak (UTC)',
    target: '16',
    source: 'Wind energy in southern Morocco and northern Mauritania (Springer): maximum about 16:00 local',
    low: 15,
    high: 17,
    everyYear: true,
    measure: of('boujdour_wind', statistics.peakHour),
  },
  {
    what: 'Boujdour wind, July and August ÷ December',
    target: 'above 1',
    source: 'the same: windiest in July (Dakhla) and August (Laayoune), least in December',
    low: 1.2,
    high: 1.7,
    everyYear: false,
    measure: of('boujdour_wind', (values, year) => months(values, year, [6, 7]) / months(values, year, [11])),
  },
  {
    what: 'Tangier wind, November–April ÷ May–October',
    target: 'above 1',
    source: 'Journal of Marine Science and Engineering 12 (3) 460: the north coast peaks in winter',
    low: 1.15,
    high: 1.6,
    everyYear: false,
    measure: of(
      'tangier_wind',
      (values, year) => months(values, year, [10, 11, 0, 1, 2, 3]) / months(values, year, [4, 5, 6, 7, 8, 9]),
    ),
  },
  persistence(1, '0.979', 0.97, 0.988),
  persistence(6, '0.66', 0.54, 0.74),
  persistence(24, '0.50', 0.4, 0.58),
  {
    what: 'Midelt wind, hour of the peak (UTC)',
    target: '18',
    source: NINJA,
    low: 17,
    high: 19,
    everyYear: true,
    measure: of('midelt_wind', statistics.peakHour),
  },
  {
    what: 'Midelt wind, longest run below 10 % (h)',
    target: '65',
    source: NINJA,
    low: 45,
    high: 110,
    everyYear: true,
    measure: of('midelt_wind', (values) => statistics.longestRunBelow(values, 0.1)),
  },
  {
    what: 'Midelt wind, correlation of the twelve months with those of the source',
    target: '1',
    source: NINJA,
    low: 0.7,
    high: 1,
    everyYear: false,
    measure: of('midelt_wind', (values, year) =>
      statistics.correlation(statistics.monthlyMeans(values, year), MIDELT_MONTHS),
    ),
  },
  {
    what: 'Midelt wind and Benguerir solar, correlation of the hours',
    target: '-0.07',
    source: NINJA,
    low: -0.12,
    high: -0.02,
    everyYear: true,
    measure: between('midelt_wind', 'benguerir_solar'),
  },
  {
    what: 'Boujdour and Tangier wind, correlation of the hours',
    target: 'weak',
    source: 'assumed: trade winds in the south, lows in the north',
    low: -0.1,
    high: 0.25,
    everyYear: true,
    measure: between('boujdour_wind', 'tangier_wind'),
  },
  {
    what: 'Tangier and Midelt wind, correlation of the hours',
    target: 'weak',
    source: 'assumed: the same lows, 350 km apart',
    low: 0.1,
    high: 0.4,
    everyYear: true,
    measure: between('tangier_wind', 'midelt_wind'),
  },
  {
    what: 'Benguerir solar, June ÷ December',
    target: '1.7',
    source: `${NINJA}, fixed 35°; a tilt of 30° further south differs a little`,
    low: 1.4,
    high: 1.85,
    everyYear: false,
    measure: of('benguerir_solar', (values, year) => months(values, year, [5]) / months(values, year, [11])),
  },
  {
    what: 'Casablanca, mean temperature (°C)',
    target: '18.8',
    source: CASABLANCA,
    low: 18.2,
    high: 19.4,
    everyYear: true,
    measure: of('casablanca_temperature', statistics.mean),
  },
  {
    what: 'Casablanca, lowest temperature (°C)',
    target: '3.8',
    source: `${CASABLANCA}, lowest of two years`,
    low: 2.5,
    high: 6.5,
    everyYear: true,
    measure: of('casablanca_temperature', (values) => statistics.extremes(values).min),
  },
  {
    what: 'Casablanca, highest temperature (°C)',
    target: '37.6',
    source: `${CASABLANCA}, highest of two years`,
    low: 35,
    high: 40,
    everyYear: true,
    measure: of('casablanca_temperature', (values) => statistics.extremes(values).max),
  },
  {
    what: 'Casablanca, mean PUE',
    target: '1.25',
    source: 'assumed',
    low: 1.24,
    high: 1.26,
    everyYear: true,
    measure: of('casablanca_pue', statistics.mean),
  },
  {
    what: 'Inference load, peak ÷ mean',
    target: 'at most 1.2',
    source: 'assumed',
    low: 1.05,
    high: 1.2,
    everyYear: true,
    measure: of('inference_load', (values) => statistics.extremes(values).max / statistics.mean(values)),
  },
];
