/** What the log says of requests and errors: enough to find them, and nothing that opens a door. */

import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { addressOf } from '../access/trusted-proxies.ts';

type Logger = NonNullable<FastifyServerOptions['logger']>;

/** Keys, tokens, and passwords in addresses, wherever somebody put them. */
const secrets = [/hourmatch_[\w-]{16,}/g, /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, /(?<=:\/\/[^\s/:@]*:)[^\s/@]+(?=@)/g];

export function withoutSecrets(text: string): string {
  return secrets.reduce((left, secret) => left.replace(secret, '***'), text);
}

/** Headers, query and body are never logged; ours are lines of JSON, each request's with its id. */
export function quietly(logger: Logger): Logger {
  if (typeof logger === 'boolean') return logger;
  const serializers = { req: requestInLog, res: answerInLog, err: errorInLog };
  // The reader of forms traces what it was given, heads and all.
  return { ...logger, serializers, redact: ['headers', '*.headers'] } as Logger;
}

const requestInLog = (request: FastifyRequest) => ({
  method: request.method,
  path: withoutSecrets(request.url.split('?')[0]!),
  host: withoutSecrets(request.host),
  remoteAddress: addressOf(request),
});

/** @param reply in some lines the answer of Node beneath it */
const answerInLog = ({ statusCode, request }: FastifyReply) => ({
  statusCode,
  ...(request?.caller?.keyId ? { keyId: request.caller.keyId } : {}),
});

/** The fields of database errors show values of rows. */
function errorInLog({ name, message, stack, code }: Error & { readonly code?: unknown }) {
  return {
    type: name,
    message: withoutSecrets(message),
    stack: withoutSecrets(stack ?? ''),
    ...(typeof code === 'string' ? { code } : {}),
  };
}

const ERROR_LEVEL = 50;

/** A line of a process that has no server, like those of one that has. */
export function lineOf(error: Error, doing: string): string {
  const time = Date.now();
  return JSON.stringify({ level: ERROR_LEVEL, time, pid: process.pid, err: errorInLog(error), msg: doing });
}
