/** So many requests a minute with one key or token, or from one address without; counted in each process. */

import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { Problem } from '../http/problem.ts';
import { addressOf } from './trusted-proxies.ts';

export interface RateLimits {
  /** The hook that counts what a caller asks; for calls that do not exist as well. */
  readonly count: onRequestAsyncHookHandler;
  /** @throws Problem (429) where an address was refused too often; whoever brings a good key from there is not held up */
  countRefusal(request: FastifyRequest): Promise<void>;
}

export async function openRateLimits(app: FastifyInstance, requestsPerMinute: number): Promise<RateLimits> {
  await app.register(rateLimit, {
    global: false,
    max: requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => request.caller.keyId ?? (request.caller.owner || addressOf(request)),
    // Who sits at the machine is not kept from it.
    allowList: ({ caller }) => caller.kind === 'local',
    errorResponseBuilder: (_, { ttl }) => exceeded(requestsPerMinute, ttl),
  });
  const refusals = app.createRateLimit({
    keyGenerator: (request) => `refused ${addressOf(request)}`,
    allowList: () => false,
  });
  return {
    count: app.rateLimit() as onRequestAsyncHookHandler,
    async countRefusal(request) {
      const counted = await refusals(request);
      if (!counted.isAllowed && counted.isExceeded) throw exceeded(requestsPerMinute, counted.ttl);
    },
  };
}

function exceeded(requestsPerMinute: number, ttlMilliseconds: number): Problem {
  const seconds = Math.max(1, Math.ceil(ttlMilliseconds / 1000));
  const detail = `More than ${requestsPerMinute} requests in a minute. Try again in ${seconds} s.`;
  return new Problem('rate.exceeded', { detail, retryAfterSeconds: seconds });
}
