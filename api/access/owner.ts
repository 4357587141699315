/** Whose request it is. Everything stored belongs to an owner, and no owner sees another's. */

import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Id of the owner that the request speaks for. */
    owner: string;
  }
}

/** Without keys everybody who reaches the server is this one. */
const LOCAL_OWNER = 'local';

export function addOwner(app: FastifyInstance): void {
  app.decorateRequest('owner', LOCAL_OWNER);
}
