/** When energy is missing, in sentences: what has one cause is told once, with every stretch that it made. */

import type { Repair } from '../../studies/repair/document.ts';
import { counted, number, type Said, say } from '../content/words.ts';
import { recognised } from '../language/recognised.ts';

type Event = Repair['events'][number];

const MOST_CAUSES = 8;
const MOST_STRETCHES = 4;

/** Most energy of one stretch first. */
export function eventSentences(events: readonly Event[]): Said[] {
  const causes = Map.groupBy(events, ({ cause }) => cause);
  return [...causes.values()].slice(0, MOST_CAUSES).map((own) => sentenceOf(own, events.length));
}

/** A study keeps the largest alone: what is added up here is of those, not of the year. */
function sentenceOf(events: readonly Event[], all: number): Said {
  const [{ phase, from, hours, unmatchedMWh, largestMW, cause }] = events as [Event];
  const told = recognised(cause);
  const lasts = counted(hours, '{count} hour', '{count} hours');
  if (events.length === 1) {
    const [mwh, mw] = [number(unmatchedMWh), number(largestMW, 1)];
    return say('{phase}, {from}, {hours}: {mwh} MWh, up to {mw} MW. {cause}', {
      ...{ phase, from, hours: lasts, mwh, mw, cause: told },
    });
  }
  return say('{cause} So in {count} of the {all} largest stretches, {mwh} MWh together, up to {mw} MW: {stretches}.', {
    cause: told,
    count: number(events.length),
    all: number(all),
    mwh: number(events.reduce((sum, event) => sum + event.unmatchedMWh, 0)),
    mw: number(Math.max(...events.map((event) => event.largestMW)), 1),
    stretches: stretchesOf(events),
  });
}

/** `phase 1, 2005-01-30T17:00Z (28 MWh); …` */
function stretchesOf(events: readonly Event[]): Said {
  const shown = events
    .slice(0, MOST_STRETCHES)
    .map(({ phase, from, unmatchedMWh }) =>
      say('{phase}, {from} ({mwh} MWh)', { phase, from, mwh: number(unmatchedMWh) }),
    );
  const more = events.length - shown.length;
  const others = more === 0 ? [] : [counted(more, 'and {count} more', 'and {count} more')];
  return { names: [...shown, ...others], between: '; ' };
}
