/** What every resource is given, and the type of an app whose routes are typed by their schemas. */

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ZodTypeProvider } from '@fastify/type-provider-zod';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { KnownKeys } from '../access/known-keys.ts';
import { problemSchema } from '../http/problem.ts';
import type { Service } from '../service.ts';
import type { ThreadPool } from '../thread-pool/thread-pool.ts';

export type TypedApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

export interface Surroundings {
  readonly service: Service;
  readonly pool: ThreadPool;
  readonly keys: KnownKeys;
  /** That a run may be solved, of those that are asked for. */
  readonly longestSeconds: number;
  /** That the check of a batch may take. */
  readonly batchMilliseconds: number;
}

export type AddRoutes = (app: TypedApp, surroundings: Surroundings) => void;

/** The same of every call. */
export const problemResponses = { '4xx': problemSchema, '5xx': problemSchema } as const;
