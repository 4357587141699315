/** Hours that were matched in one result and are not in the other, and hours in which storage turned round. */

import { countedAboveMW } from '../../metrics/unmatched.ts';
import type { WeatherYearSchedule } from '../../schedule/schedule.ts';
import { stampOfHour } from '../../time.ts';
import type { Difference } from './document.ts';

type Flipped = Difference['hours'][number];

const MOST_SHOWN = 10;

/** Undefined where no hour did. Both have the same hours. */
export function flippedHours(
  old: WeatherYearSchedule,
  now: WeatherYearSchedule,
  { phase, year }: { readonly phase: string; readonly year: number },
): Flipped | undefined {
  const least = { old: countedAboveMW(old.loadMW), now: countedAboveMW(now.loadMW) };
  const flips: { hour: number; change: number }[] = [];
  let [nowUnmatched, nowMatched, storageTurned] = [0, 0, 0];
  for (let hour = 0; hour < old.importMW.length; hour++) {
    const [was, is] = [old.importMW[hour]! > least.old, now.importMW[hour]! > least.now];
    if (was !== is) {
      if (is) nowUnmatched++;
      else nowMatched++;
      flips.push({ hour, change: Math.abs(now.importMW[hour]! - old.importMW[hour]!) });
    }
    if (directionOf(old, hour, least.old) * directionOf(now, hour, least.now) < 0) storageTurned++;
  }
  if (flips.length === 0 && storageTurned === 0) return undefined;
  const shown = flips.toSorted((a, b) => b.change - a.change || a.hour - b.hour).slice(0, MOST_SHOWN);
  return {
    phase,
    weatherYear: old.name,
    nowUnmatched,
    nowMatched,
    storageTurned,
    first: shown
      .toSorted((a, b) => a.hour - b.hour)
      .map(({ hour }) => ({
        stamp: stampOfHour(year, hour),
        oldImportMW: old.importMW[hour]!,
        newImportMW: now.importMW[hour]!,
      })),
  };
}

/** 1 where storages together charge, −1 where they discharge, 0 where they rest. */
function directionOf({ storages }: WeatherYearSchedule, hour: number, least: number): number {
  const charge = storages.reduce((sum, { chargeMW, dischargeMW }) => sum + chargeMW[hour]! - dischargeMW[hour]!, 0);
  return Math.abs(charge) > least ? Math.sign(charge) : 0;
}
