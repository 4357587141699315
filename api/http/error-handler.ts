/** Every error that ends a request → the problem it is told as. What is our own fault is logged, and not described. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { InputError, ProfileError } from '../../src/errors.ts';
import { needOf } from '../access/scopes.ts';
import { isDatabaseUnavailable } from '../store/outage.ts';
import { wordsOfRefusedWrite } from '../store/refused-writes.ts';
import { ClientDisconnected } from './disconnect.ts';
import { notFound, Problem, problemDocument, RETRY_SECONDS, tooBusy } from './problem.ts';

export function addErrorHandlers(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error({ err: error }, problem.code);
    return sendProblem(reply, request, problem);
  });
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      reply,
      request,
      new Problem('not-found', { detail: `${request.method} ${request.url.split('?')[0]} is no call. See /docs.` }),
    ),
  );
}

function sendProblem(reply: FastifyReply, request: FastifyRequest, problem: Problem) {
  const { retryAfterSeconds } = problem.parts;
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json')
    .send(Buffer.from(JSON.stringify(problemDocument(problem, request.id))));
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof InputError) {
    const code = error instanceof ProfileError ? 'profile.invalid' : 'scenario.invalid';
    return new Problem(code, { detail: error.message, issues: error.issues });
  }
  if (isDatabaseUnavailable(error)) {
    const detail = `The database does not answer. Nothing was lost; try again in ${RETRY_SECONDS} s.`;
    return new Problem('store.unavailable', { detail, retryAfterSeconds: RETRY_SECONDS });
  }
  const refusedWrite = wordsOfRefusedWrite(error);
  if (refusedWrite !== undefined) {
    // Which file it was is for the log.
    const detail = `${refusedWrite.split(' (')[0]} Nothing was stored; whoever runs the service must make room.`;
    return new Problem('store.not-writable', { detail });
  }
  // Nobody hears it; it only must not be taken for a fault of ours.
  if (error instanceof ClientDisconnected) return new Problem('request.malformed', { detail: error.message });
  if (isUnstorable(error)) {
    const detail = 'It holds what no text or number can: NUL, half a surrogate pair, or a value beyond its range.';
    return new Problem('request.malformed', { detail });
  }
  return problemOfFastify(error as { code?: string; statusCode?: number; message?: string });
}

/** Data exceptions of the database: it was handed what its types cannot hold. */
const isUnstorable = (error: unknown) => /^22[0-9A-Z]{3}$/.test(String((error as { code?: unknown }).code));

/** Whoever looks after a server under pressure is answered all the same. @throws Problem (503) */
export function refuseUnderPressure({ method, routeOptions }: FastifyRequest): void {
  if (['nothing', 'operator'].includes(needOf(method, routeOptions.url))) return;
  throw tooBusy();
}

function problemOfFastify({
  code,
  statusCode,
  message = '',
}: {
  code?: string;
  statusCode?: number;
  message?: string;
}) {
  switch (statusCode) {
    case 400:
      return new Problem('request.malformed', { detail: message });
    // Of static files: what leads out of their folder is not there.
    case 403:
    case 404:
      return notFound('file of this name');
    case 406:
      return new Problem('accept.not-possible', { detail: message });
    case 413:
      return new Problem('body.too-large', {
        detail: `${message}. Send profiles apart from scenarios, each by itself.`,
      });
    case 415:
      return new Problem('body.unsupported', {
        detail: `${message}. JSON is read here, scenarios and runs as application/yaml too, files as multipart/form-data.`,
      });
    case 503:
      return new Problem('server.busy', { detail: 'Too many requests at once.', retryAfterSeconds: RETRY_SECONDS });
    default:
      return code?.startsWith('FST_ERR_CTP_') === true
        ? new Problem('request.malformed', { detail: message })
        : new Problem('internal', { detail: 'Something went wrong here; the log has it under the request id.' });
  }
}
