/** Whether who asked still waits for the answer. */

import type { FastifyReply } from 'fastify';

/** Who asked has gone: no failure of anybody. */
export class ClientDisconnected extends Error {
  override readonly name = 'ClientDisconnected';
}

/** Fires when the connection ends before the answer has left. Asked for as a request begins: a connection that has ended tells nobody again. */
export function untilDisconnect({ raw }: Pick<FastifyReply, 'raw'>): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort(new ClientDisconnected('The client has gone.'));
  });
  return controller.signal;
}
