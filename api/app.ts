/** The application: every call, and what is done around each. Whoever makes it may listen with it, or inject into it. */

import compress from '@fastify/compress';
import etag from '@fastify/etag';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import sse from '@fastify/sse';
import { serializerCompiler } from '@fastify/type-provider-zod';
import underPressure from '@fastify/under-pressure';
import { type FastifyServerOptions, fastify } from 'fastify';
import { addGuard } from './access/guard.ts';
import type { AccessOptions } from './access/identify.ts';
import { openRateLimits } from './access/rate-limit.ts';
import { addErrorHandlers, refuseUnderPressure } from './http/error-handler.ts';
import { addDocumentation } from './http/openapi.ts';
import { limitRequests, requestLimitOptions } from './http/request-limits.ts';
import { judgeBySchema } from './http/validation.ts';
import { acceptYaml } from './http/yaml.ts';
import { LONGEST_SECONDS } from './jobs/run-options.ts';
import { quietly } from './operations/log.ts';
import { addAuditTrail } from './routes/audit.ts';
import { addBatchEvents } from './routes/batch-events.ts';
import { addBatches } from './routes/batches.ts';
import { addComparisons } from './routes/comparisons.ts';
import { addDashboard } from './routes/dashboard.ts';
import { addExamples } from './routes/examples.ts';
import { addExplanations } from './routes/explanations.ts';
import { addHealth } from './routes/health.ts';
import { addKeys } from './routes/keys.ts';
import { addMetrics } from './routes/metrics.ts';
import { addProfiles } from './routes/profiles.ts';
import type { AddRoutes, TypedApp } from './routes/route.ts';
import { addRunBand } from './routes/run-band.ts';
import { addRunEvents } from './routes/run-events.ts';
import { addRunLedger } from './routes/run-ledger.ts';
import { addRunMap } from './routes/run-map.ts';
import { addRunReport } from './routes/run-report.ts';
import { addRunResult } from './routes/run-result.ts';
import { addRunSchedule } from './routes/run-schedule.ts';
import { addRuns } from './routes/runs.ts';
import { addScenarios } from './routes/scenarios.ts';
import { addSchema } from './routes/schema.ts';
import { addSession } from './routes/session.ts';
import { addTechnologies } from './routes/technologies.ts';
import { addVerifications } from './routes/verifications.ts';
import { LARGEST_SCENARIO_BYTES } from './schemas/scenario.ts';
import type { Service } from './service.ts';
import { LARGEST_UPLOAD_BYTES } from './submission/profile-upload.ts';
import { openThreadPool, type PoolSize, type ThreadPool } from './thread-pool/thread-pool.ts';

const REQUESTS_PER_MINUTE = 1_200;
/** A process that is this late is better left alone for a while. */
const MOST_DELAY_MILLISECONDS = 3_000;
/** Work of a thousand large scenarios; whoever sends more can send it as several. */
const BATCH_MILLISECONDS = 120_000;
const SMALLEST_COMPRESSED_BYTES = 2_048;

const resources: readonly AddRoutes[] = [
  addRuns,
  addBatches,
  addBatchEvents,
  addRunReport,
  addRunResult,
  addRunSchedule,
  addRunMap,
  addRunBand,
  addRunLedger,
  addRunEvents,
  addScenarios,
  addExamples,
  addProfiles,
  addComparisons,
  addExplanations,
  addVerifications,
  addSchema,
  addTechnologies,
  addHealth,
  addMetrics,
  addKeys,
  addSession,
  addAuditTrail,
  addDashboard,
];

export interface AppOptions {
  readonly logger?: FastifyServerOptions['logger'];
  /** Closed to everybody without a key where it is left out. */
  readonly access?: AccessOptions;
  /** With one key or token. */
  readonly requestsPerMinute?: number | undefined;
  readonly headMilliseconds?: number | undefined;
  /** Of the threads for the short work of requests, or these themselves where somebody else closes them. */
  readonly pool?: PoolSize | ThreadPool | undefined;
  /** That a run may be solved. */
  readonly longestSeconds?: number | undefined;
  /** That the check of a batch may take. */
  readonly batchMilliseconds?: number | undefined;
  /** Of the event loop; whoever asks while it is later is told to come again. 0: never. */
  readonly mostDelayMilliseconds?: number | undefined;
}

export async function createApp(service: Service, options: AppOptions = {}): Promise<TypedApp> {
  const {
    access = { mayBeOpen: false },
    requestsPerMinute = REQUESTS_PER_MINUTE,
    longestSeconds = LONGEST_SECONDS,
    batchMilliseconds = BATCH_MILLISECONDS,
    mostDelayMilliseconds = MOST_DELAY_MILLISECONDS,
  } = options;
  // The cast: validators are set below, so the types of the routes are those of their schemas.
  const app = fastify({
    logger: quietly(options.logger ?? false),
    bodyLimit: LARGEST_SCENARIO_BYTES,
    ...requestLimitOptions(options.headMilliseconds),
    trustProxy: access.proxies ?? false,
    forceCloseConnections: true,
    genReqId: () => crypto.randomUUID(),
  }) as unknown as TypedApp;
  app.setValidatorCompiler(judgeBySchema as never);
  app.setSerializerCompiler(serializerCompiler);
  addErrorHandlers(app as never);
  limitRequests(app as never);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  // Whether there is TLS, whoever puts it in front knows.
  await app.register(helmet, { hsts: false, contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } });
  await app.register(underPressure, {
    maxEventLoopDelay: mostDelayMilliseconds,
    pressureHandler: refuseUnderPressure,
  });
  const limits = await openRateLimits(app as never, requestsPerMinute);
  const keys = addGuard(app as never, service.database.rows, access, limits);
  await app.register(compress, {
    globalDecompression: false,
    encodings: ['gzip'],
    threshold: SMALLEST_COMPRESSED_BYTES,
  });
  await app.register(etag);
  await app.register(sse);
  await app.register(multipart, { limits: { files: 1, fields: 4, parts: 8, fileSize: LARGEST_UPLOAD_BYTES } });
  await addDocumentation(app);
  const { pool: given } = options;
  const isOthers = given !== undefined && 'close' in given;
  const pool = isOthers ? given : openThreadPool(given);
  if (!isOthers) app.addHook('onClose', () => pool.close());
  acceptYaml(app as never, pool);
  for (const add of resources) add(app, { service, pool, keys, longestSeconds, batchMilliseconds });
  // Made once, before anybody waits: it takes longer than any request may.
  app.addHook('onReady', async () => void app.swagger());
  return app;
}
