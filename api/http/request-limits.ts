/** Where requests come in: how many connections and for how long, what bodies may look like, and what is no HTTP at all. */

import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyHttpOptions, FastifyInstance, FastifyRequest, FastifyServerOptions } from 'fastify';
import { readJsonInTurns } from './json.ts';
import { Problem, problemDocument } from './problem.ts';

/** Heads are short: who takes longer over one only means to hold the connection. */
const HEAD_MILLISECONDS = 10_000;
/** A body that takes longer to arrive is not one of ours. */
const REQUEST_MILLISECONDS = 60_000;
const LOOK_MILLISECONDS = 1_000;
const LARGEST_HEAD_BYTES = 16 * 2 ** 10;
const MOST_CONNECTIONS = 20_000;
/** For the database, profiles, results and threads: a server without files to open is as good as dead. */
const FILES_FOR_OURSELVES = 256;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** As it came, for a route that has it read elsewhere. */
    readonly readAs?: 'bytes';
  }
}

export function requestLimitOptions(headMilliseconds: number = HEAD_MILLISECONDS) {
  return {
    requestTimeout: REQUEST_MILLISECONDS,
    http: {
      headersTimeout: headMilliseconds,
      connectionsCheckingInterval: LOOK_MILLISECONDS,
      maxHeaderSize: LARGEST_HEAD_BYTES,
    },
    clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket) => refuseConnection(error, socket),
  } satisfies FastifyServerOptions & Pick<FastifyHttpOptions<Server>, 'http'>;
}

export function limitRequests(app: FastifyInstance): void {
  app.server.maxConnections = Math.max(16, Math.min(MOST_CONNECTIONS, mostOpenFiles() - FILES_FOR_OURSELVES));
  app.addHook('onRequest', async ({ headers }) => {
    const encoding = headers['content-encoding'];
    if (encoding === undefined || encoding === 'identity') return;
    throw new Problem('body.unsupported', { detail: 'Bodies are read as they are. Send it without Content-Encoding.' });
  });
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) =>
    request.routeOptions.config.readAs === 'bytes' ? body : readJsonInTurns(body.toString()),
  );
}

/** What this process may hold open, connections included. */
function mostOpenFiles(): number {
  try {
    const limits = readFileSync('/proc/self/limits', 'utf8');
    return Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1] ?? Number.POSITIVE_INFINITY);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Before there is a request: what came is no HTTP, or not in time. */
function refuseConnection({ code }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, problem] = refusalOf(code);
  const body = JSON.stringify(problemDocument(problem, crypto.randomUUID()));
  const head = [
    `HTTP/1.1 ${status}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}

function refusalOf(code: string | undefined): readonly [string, Problem] {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW': {
      const detail = `The head of a request has at most ${LARGEST_HEAD_BYTES} bytes.`;
      return ['431 Request Header Fields Too Large', new Problem('head.too-large', { detail })];
    }
    case 'ERR_HTTP_REQUEST_TIMEOUT': {
      const seconds = [HEAD_MILLISECONDS, REQUEST_MILLISECONDS].map((milliseconds) => milliseconds / 1000);
      const detail = `A head is to arrive within ${seconds[0]} s, a whole request within ${seconds[1]} s.`;
      return ['408 Request Timeout', new Problem('request.too-slow', { detail })];
    }
    default:
      return [
        '400 Bad Request',
        new Problem('request.malformed', { detail: `This is no HTTP/1.1 request. (${code})` }),
      ];
  }
}
