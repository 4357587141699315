/** At the gate: who asks, how often, and whether they may. Before a byte of the body is read. */

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.ts';
import { addAudit } from '../store/audit.ts';
import type { Rows } from '../store/database.ts';
import { nobody } from './caller.ts';
import { type AccessOptions, identifier } from './identify.ts';
import { type KnownKeys, knowKeys } from './known-keys.ts';
import { isFromHere } from './loopback.ts';
import type { RateLimits } from './rate-limit.ts';
import { holds, needOf } from './scopes.ts';
import { countUses } from './uses.ts';

/** @returns the keys, for those who change them */
export function addGuard(app: FastifyInstance, rows: Rows, options: AccessOptions, limits: RateLimits): KnownKeys {
  const keys = knowKeys(rows);
  const uses = countUses(rows);
  const identify = identifier(rows, keys, options);
  app.decorateRequest('owner', '');
  app.decorateRequest('caller', null as never);
  app.decorateRequest('isStillKnown', async function (this: FastifyRequest) {
    // Came with nothing that could end; sixty who listen would ask sixty times.
    if (this.caller.kind === 'local') return true;
    try {
      const { owner } = await identify(this, false);
      return owner === this.owner;
    } catch (error) {
      // A store that is away refuses nobody.
      return !(error instanceof Problem && (error.status === 401 || error.status === 403));
    }
  });

  app.addHook('onRequest', async (request, reply) => {
    request.caller = nobody;
    const need = needOf(request.method, request.routeOptions.url);
    if (need === 'nothing') return;
    if (need === 'operator' && request.headers.authorization === undefined && isFromHere(request, options.proxies))
      return;
    try {
      request.caller = await identify(request, true);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) throw error;
      await limits.countRefusal(request);
      reply.header('www-authenticate', 'Bearer realm="hourmatch"');
      throw error;
    }
    const { caller } = request;
    request.owner = caller.owner;
    if (caller.kind !== 'local') uses.note(caller);
  });
  app.addHook('onRequest', limits.count);
  app.addHook('onRequest', async ({ method, routeOptions, caller }) => {
    const need = needOf(method, routeOptions.url);
    if (need === 'nothing' || (need === 'operator' && caller.kind === 'nobody')) return;
    const scope = need === 'operator' ? 'admin' : need;
    if (holds(caller.scopes, scope)) return;
    const held = caller.scopes.join(', ') || 'none';
    throw new Problem('access.scope', { detail: `This call needs the scope ${scope}; there is ${held}.` });
  });
  // Answered only once it is written down what was deleted, and by whom.
  app.addHook('onSend', async ({ method, routeOptions, caller, owner, url }, reply, payload) => {
    if (method === 'DELETE' && reply.statusCode < 300 && needOf(method, routeOptions.url) === 'run') {
      await addAudit(rows, { owner, keyId: caller.keyId, action: 'deleted', subject: url.split('?')[0]! });
    }
    return payload;
  });
  app.addHook('onClose', () => uses.close());
  return keys;
}
