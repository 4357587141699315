/** How a batch goes: told as it changes to who listens, and as it is to who asks. Each event tells all of it. */

import * as z from 'zod';
import { batchId, batchProgressDocument, documentOfProgress } from '../schemas/batch.ts';
import { type BatchProgress, watchBatches } from '../store/batch-progress.ts';
import { requireBatch } from './batches.ts';
import { endOfEvents, eventsSchema, lastKnown, tellEvents } from './events.ts';
import type { AddRoutes } from './route.ts';

/** A thousand runs may tell of their progress for months. */
const MOST_DIGITS = 15;

const eventDocument = z
  .strictObject({
    id: z
      .int()
      .meta({ description: 'Rises with all that happens to a run; send the last one as Last-Event-ID to go on.' }),
    event: z.enum(['progress', 'done']),
    at: z.iso.datetime(),
    data: batchProgressDocument,
  })
  .meta({ id: 'BatchEvent', description: 'How far the batch is: whoever knows the newest event knows all.' });

export const addBatchEvents: AddRoutes = (app, surroundings) => {
  const watch = watchBatches(surroundings.service.database.rows);
  app.get(
    '/v1/batches/:id/events',
    {
      sse: 'dual',
      schema: {
        summary: 'How a batch goes',
        description:
          'With Accept: text/event-stream how far it is, now and at most once a second as that changes, until no run is open. Otherwise the newest event, as JSON, where it is newer than the one known.',
        tags: ['batches'],
        params: batchId,
        ...eventsSchema(eventDocument, MOST_DIGITS),
      },
    },
    async (request, reply) => {
      const { id, progress } = await requireBatch(surroundings, request.owner, request.params.id);
      const after = lastKnown(request);
      const isOver = hasEnded(progress) && progress.changes <= after;
      if (reply.sse !== undefined && isOver) return endOfEvents(reply);
      if (reply.sse !== undefined)
        return tellEvents(request, reply, (isWanted) => eventsOf(id, progress, after, isWanted));
      return { items: progress.changes > after ? [documentOf(progress)] : [], isEnded: hasEnded(progress) };
    },
  );

  async function* eventsOf(id: string, found: BatchProgress, after: number, isWanted: () => boolean) {
    let last = after;
    const isNews = (progress: BatchProgress) => progress.changes > last || hasEnded(progress);
    for (let progress: BatchProgress | undefined = found; progress !== undefined && isWanted(); ) {
      if (progress.changes > last) {
        yield documentOf(progress);
        last = progress.changes;
      }
      if (hasEnded(progress)) return;
      progress = await watch.next(id, isNews, isWanted);
    }
  }
};

const hasEnded = ({ endedAt }: BatchProgress) => endedAt !== null;

function documentOf(progress: BatchProgress): z.output<typeof eventDocument> {
  return {
    id: progress.changes,
    event: hasEnded(progress) ? 'done' : 'progress',
    at: (progress.endedAt ?? new Date()).toISOString(),
    data: documentOfProgress(progress),
  };
}
