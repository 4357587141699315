/** A law: a pure function from an answer to what it found. */

import type { Phase } from '../scenario/scenario.ts';
import { tolerance } from '../units.ts';
import { type Answer, type Place, placesOf } from './answer.ts';
import { ENOUGH, Tally } from './tally.ts';
import type { Finding } from './verification.ts';

/** @param end after the first that is broken, where no more is asked than whether the law is kept */
export type Law = (answer: Answer, end?: 'at first broken') => Finding;

/** A law that looks at the answer as a whole. */
export function law(name: string, look: (answer: Answer, tally: Tally) => void): Law {
  return (answer, end) => {
    let rooms: ReadonlyMap<string, number> | undefined;
    const roomOf = (phase: string) => {
      rooms ??= new Map(answer.scenario.phases.map((one) => [one.name, roomMWh(one)]));
      return rooms.get(phase) ?? 0;
    };
    const tally = new Tally(name, roomOf, end === 'at first broken');
    try {
      look(answer, tally);
    } catch (stopped) {
      if (stopped !== ENOUGH) throw stopped;
    }
    return tally.finding();
  };
}

/** How far any hourly number of a phase may stand from a law [MWh], beside a share of its own size. */
export function roomMWh({ itCapacityMW }: Pick<Phase, 'itCapacityMW'>): number {
  return tolerance.hourlyShare * itCapacityMW;
}

/** A law that looks at each phase under each weather year by itself. */
export function lawOfPlaces(name: string, look: (place: Place, tally: Tally) => void): Law {
  return law(name, (answer, tally) => {
    for (const place of placesOf(answer)) look(place, tally);
  });
}
