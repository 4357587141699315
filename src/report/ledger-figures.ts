/** What the hour ledger says of an expected year: whole watt-hours of each weather year, brought to MWh of 8,760 hours. */

import { expectedAnnual } from '../metrics/levelised-cost.ts';
import type { ReportData } from './report-data.ts';

type Place = NonNullable<ReportData['ledger']>['places'][number];

const WATT_HOURS_PER_MWH = 1e6;

/** Of one phase; undefined where there is no ledger, or it does not tell of every weather year. */
export function expectedOfLedger(
  { ledger, scenario }: ReportData,
  phase: string,
): ((wattHours: (place: Place) => number) => number) | undefined {
  const places = scenario.weatherYears.map(({ name }) =>
    ledger?.places.find((place) => place.phase === phase && place.weatherYear === name),
  );
  if (!places.every((place) => place !== undefined)) return undefined;
  return (wattHours) =>
    expectedAnnual(
      scenario.weatherYears,
      places.map((place) => wattHours(place) / WATT_HOURS_PER_MWH),
    );
}
