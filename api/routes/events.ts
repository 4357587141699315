/** What the routes of events share: told as they happen to who listens, as a list to who asks, from any of them on. */

import type { FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { problemResponses } from './route.ts';

interface EventDocument {
  readonly id: number;
  readonly event: string;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** @param digits that an id has at most */
export function eventsSchema<Event extends z.ZodType<EventDocument>>(event: Event, digits: number) {
  const id = z
    .string()
    .regex(new RegExp(`^\\d{1,${digits}}$`))
    .meta({ expectation: `the id of an event: digits, at most ${digits}` })
    .transform(Number);
  return {
    headers: z.looseObject({ 'last-event-id': id.optional() }),
    querystring: z.strictObject({
      after: id.optional().meta({ description: 'Id of the last event known.' }),
    }),
    produces: ['application/json', 'text/event-stream'],
    response: {
      200: z.strictObject({ items: z.array(event), isEnded: z.boolean() }),
      204: z
        .null()
        .meta({ description: 'It has ended, and the last event is known: only where events are listened to.' }),
      ...problemResponses,
    },
  };
}

/** 0 for all of them. */
export function lastKnown({
  query,
  headers,
}: {
  readonly query: { readonly after?: number | undefined };
  readonly headers: { readonly 'last-event-id'?: number | undefined };
}): number {
  return query.after ?? headers['last-event-id'] ?? 0;
}

/** There is nothing more, and will not be: an EventSource, which would ask again and again, stops at 204. */
export function endOfEvents(reply: FastifyReply): never {
  reply.hijack();
  reply.raw.writeHead(204).end();
  return undefined as never;
}

/** How long who listens may be unknown already: signed out, revoked or expired. */
const KNOWN_MILLISECONDS = 2_000;

/** Until they end, or who listens has gone or is no longer known. */
export async function tellEvents(
  request: Pick<FastifyRequest, 'isStillKnown'>,
  { sse, raw }: Pick<FastifyReply, 'sse' | 'raw'>,
  events: (isWanted: () => boolean) => AsyncIterable<EventDocument>,
): Promise<never> {
  // At once, and also where there is nothing to tell: a listener knows that it is heard.
  sse.sendHeaders();
  // Written is not sent: else the head waits for the first event, or for the heartbeat after half a minute.
  raw.flushHeaders();
  let isKnown = true;
  const timer = setInterval(async () => {
    isKnown &&= await request.isStillKnown();
  }, KNOWN_MILLISECONDS);
  try {
    await sse.send(messagesOf(events(() => sse.isConnected && isKnown)));
  } finally {
    clearInterval(timer);
  }
  // Not the reply: waiting for it is waiting for the end, which comes when this returns.
  return undefined as never;
}

async function* messagesOf(events: AsyncIterable<EventDocument>) {
  for await (const { id, event, at, data } of events) yield { id: String(id), event, data: { ...data, at } };
}
