/** A law: a pure function from an answer to what it found. */

import { type Answer, type Place, placesOf } from './answer.ts';
import { Tally } from './tally.ts';
import type { Finding } from './verification.ts';

export type Law = (answer: Answer) => Finding;

/** A law that looks at the answer as a whole. */
export function law(name: string, look: (answer: Answer, tally: Tally) => void): Law {
  return (answer) => {
    const tally = new Tally(name);
    look(answer, tally);
    return tally.finding();
  };
}

/** A law that looks at each phase under each weather year by itself. */
export function lawOfPlaces(name: string, look: (place: Place, tally: Tally) => void): Law {
  return law(name, (answer, tally) => {
    for (const place of placesOf(answer)) look(place, tally);
  });
}
