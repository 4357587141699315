/** Server-sent events by `fetch`, since `EventSource` sends no key: heard until they end, from the last one on after a break. */

import { ApiProblem, answerTo } from './request.ts';

export interface ServerEvent {
  readonly event: string;
  readonly data: unknown;
}

const PAUSE_MILLISECONDS = 2_000;

/**
 * @param isLast of an event after which nothing comes
 * @param tellConnection hears whether the server is there
 * @throws ApiProblem where the server refuses
 */
export async function listen(
  path: string,
  hear: (event: ServerEvent) => void,
  isLast: (event: ServerEvent) => boolean,
  tellConnection: (isThere: boolean) => void,
  signal: AbortSignal,
): Promise<void> {
  let last = '';
  while (!signal.aborted) {
    try {
      const headers = { accept: 'text/event-stream', ...(last === '' ? {} : { 'last-event-id': last }) };
      const answer = await answerTo(path, { headers, signal });
      tellConnection(true);
      if (answer.status === 204) return;
      for await (const { id, ...event } of eventsIn(answer.body!)) {
        last = id;
        hear(event);
        if (isLast(event)) return;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof ApiProblem && error.code !== 'connection' && !error.code.startsWith('http.5')) throw error;
    }
    tellConnection(false);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}

async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent & { readonly id: string }> {
  let rest = '';
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const messages = (rest + value).split('\n\n');
    rest = messages.pop()!;
    for (const message of messages) {
      const field = (name: string) =>
        message
          .split('\n')
          .filter((line) => line.startsWith(`${name}:`))
          .map((line) => line.slice(name.length + 1).trimStart())
          .join('\n');
      if (field('data') !== '') yield { id: field('id'), event: field('event'), data: JSON.parse(field('data')) };
    }
  }
}
