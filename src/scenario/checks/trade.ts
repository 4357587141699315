/** Whether a site could earn by importing and exporting at once, which a programme without a meter of its own would do. */

import { stampOfHour } from '../../time.ts';
import type { Draft } from '../document/draft.ts';
import { conflict, type Fault } from '../faults/fault.ts';
import type { HourlySeries } from '../scenario.ts';
import type { Attached } from '../series/attach.ts';

import { costInYear } from '../technologies/cost-by-year.ts';
import { isTable } from './tables.ts';

/** Hours told of each scenario. */
const TOLD = 3;

/** In hours in which both may flow, export earns no more than import costs, in the year in which that costs least. */
export function tradeFaults(
  { grid, matching, weatherYears, phases }: Draft,
  { calendars, seriesAt }: Attached,
): Fault[] {
  if (matching === undefined || grid.importLimitMW === 0 || grid.exportLimitMW === 0) return [];
  if (matching.kind === 'hourly' && matching.target === 1) return [];
  const isVolumetric = matching.kind === 'monthly' || matching.kind === 'annual';
  const [bought, sold] = [priceOf('importPricePerMWh'), priceOf('exportPricePerMWh')];
  if (bought === undefined || sold === undefined) return [];
  const isSold = typeof sold === 'number' ? sold > 0 : sold.some((year) => year.some((price) => price > 0));
  if (!isVolumetric && !isSold) return [];
  const path = ['grid', 'exportPricePerMWh'];
  const expected =
    'Expected at most the import price of the same hour: a site would earn by importing and exporting at once. One connection has one direction, and charges that make import dearer.';
  if (typeof bought === 'number' && typeof sold === 'number') {
    if (sold <= bought) return [];
    return [conflict(path, `${sold} is above the import price, ${bought}`, expected)];
  }
  const told: string[] = [];
  let count = 0;
  for (const [y, { name }] of weatherYears.entries()) {
    for (const hour of seriesOf(bought, sold, y).keys()) {
      const [earned, paid] = [at(sold, y, hour), at(bought, y, hour)];
      if (earned <= paid) continue;
      count++;
      const stamp = () => stampOfHour(calendars[y]?.year ?? 0, hour);
      if (count <= TOLD) told.push(`${stamp()} of ${name} (${earned} against ${paid})`);
    }
  }
  if (count === 0) return [];
  const hours = `${count} ${count === 1 ? 'hour' : 'hours'}`;
  return [
    conflict(path, `above the import price in ${hours}: ${told.join(', ')}${count > TOLD ? ', …' : ''}`, expected),
  ];

  function priceOf(field: 'importPricePerMWh' | 'exportPricePerMWh'): Price | undefined {
    const given = grid[field];
    if (isTable(given)) {
      const years = phases.flatMap(({ firstYear, years = 0 }) =>
        firstYear === undefined ? [] : Array.from({ length: years }, (_, at) => costInYear(given, firstYear + at)),
      );
      return years.length === 0 ? undefined : Math.min(...years);
    }
    return typeof given === 'number' ? given : seriesAt(['grid', field]);
  }
}

type Price = number | HourlySeries;

const at = (price: Price, y: number, hour: number): number => (typeof price === 'number' ? price : price[y]![hour]!);

/** Whichever of the two is a series. */
function seriesOf(bought: Price, sold: Price, y: number): Float64Array {
  if (typeof bought !== 'number') return bought[y]!;
  return typeof sold !== 'number' ? sold[y]! : new Float64Array();
}
