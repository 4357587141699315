/** How far the means of generated years are to stand apart, and who says so. */

import { solarSites, windSites } from '../../src/profiles/synthesis/sites.ts';

/** How far yearly means stand apart: standard deviation as a share of the long-run mean. */
export interface Spread {
  readonly what: string;
  readonly columns: readonly string[];
  readonly target: string;
  /** Twenty draws know a standard deviation to a sixth only, so single sites are given room. */
  readonly low: number;
  readonly high: number;
  readonly source: string;
}

const VALENCIA = 'PVGIS, Valencia 2015–2020 (six years)';
const ASSUMED_WIND = 'assumed, 5…7 %; a steady trade wind varies less, a stormy strait more';

export const spreads: readonly Spread[] = [
  {
    what: 'sun, mean of the sites',
    columns: solarSites.map(({ column }) => column),
    target: '2.3 %',
    low: 0.018,
    high: 0.028,
    source: VALENCIA,
  },
  ...solarSites.map(({ column }) => ({
    what: column,
    columns: [column],
    target: '2.3 %',
    low: 0.013,
    high: 0.033,
    source: VALENCIA,
  })),
  {
    what: 'wind, mean of the sites',
    columns: windSites.map(({ column }) => column),
    target: '5…7 %',
    low: 0.05,
    high: 0.07,
    source: 'assumed',
  },
  ...windSites.map(({ column }) => ({
    what: column,
    columns: [column],
    target: '5…7 %',
    low: 0.035,
    high: 0.09,
    source: ASSUMED_WIND,
  })),
];
