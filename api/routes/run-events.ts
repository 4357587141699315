/** What happens to a run: told as it happens to who listens, and as a list to who asks. */

import * as z from 'zod';
import { runId } from '../schemas/run.ts';
import { eventsAfter, type RunEvent } from '../store/run-events.ts';
import { watchRuns } from '../store/run-watch.ts';
import { findRun } from '../store/runs.ts';
import { endOfEvents, eventsSchema, lastKnown, tellEvents } from './events.ts';
import { requireRun } from './require-run.ts';
import type { AddRoutes } from './route.ts';

const MOST_AT_ONCE = 500;

/** Numbers of a run's events are small integers of the database. */
const MOST_DIGITS = 9;

const eventDocument = z
  .strictObject({
    id: z.int().meta({
      description:
        'Counts from 1 without gaps, but for progress forgotten a day after the end; send the last one as Last-Event-ID to go on.',
    }),
    event: z.enum(['progress', 'log', 'done']),
    at: z.iso.datetime(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'RunEvent' });

export const addRunEvents: AddRoutes = (app, surroundings) => {
  const { rows } = surroundings.service.database;
  const watch = watchRuns(rows);
  app.get(
    '/v1/runs/:id/events',
    {
      sse: 'dual',
      schema: {
        summary: 'What happens to a run',
        description:
          'With Accept: text/event-stream the events as they happen, from Last-Event-ID on, until the run has ended. Otherwise those so far, as JSON.',
        tags: ['runs'],
        params: runId,
        ...eventsSchema(eventDocument, MOST_DIGITS),
      },
    },
    async (request, reply) => {
      const { owner, params } = request;
      await requireRun(surroundings, owner, params.id);
      const after = lastKnown(request);
      const isOver = reply.sse !== undefined && after > 0 && (await hasEnded(owner, params.id));
      if (isOver && (await eventsAfter(rows, params.id, after, 1)).length === 0) return endOfEvents(reply);
      if (reply.sse !== undefined)
        return tellEvents(request, reply, (isWanted) => eventsOf(owner, params.id, after, isWanted));
      const events = await eventsAfter(rows, params.id, after, MOST_AT_ONCE);
      const isEnded = events.length < MOST_AT_ONCE && (await hasEnded(owner, params.id));
      return { items: events.map(documentOf), isEnded };
    },
  );

  async function* eventsOf(owner: string, id: string, after: number, isWanted: () => boolean) {
    let last = after;
    while (isWanted()) {
      // Asked first: what ended after it is in the list that is read next.
      const isEnded = await hasEnded(owner, id);
      const events = await eventsAfter(rows, id, last, MOST_AT_ONCE);
      for (const event of events) {
        yield documentOf(event);
        last = event.sequence;
      }
      if (isEnded && events.length < MOST_AT_ONCE) return;
      await watch.beyond(id, last, isWanted);
    }
  }

  async function hasEnded(owner: string, id: string): Promise<boolean> {
    const run = await findRun(rows, owner, id);
    return run === undefined || (run.status !== 'queued' && run.status !== 'running');
  }
};

function documentOf({ sequence: id, kind, at, data }: RunEvent): z.output<typeof eventDocument> {
  return { id, event: kind, at: at.toISOString(), data: { ...data } };
}
