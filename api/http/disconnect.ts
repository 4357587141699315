/** Whether who asked still waits for the answer. */

import type { FastifyReply } from 'fastify';

/** Who asked has gone: no failure of anybody. */
export class Gone extends Error {
  override readonly name = 'Gone';
}

/** Fires when the connection ends before the answer has left. */
export function whileWanted({ raw }: Pick<FastifyReply, 'raw'>): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort(new Gone('The client has gone.'));
  });
  return controller.signal;
}
