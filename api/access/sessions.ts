/**
 * Sessions of people: a key, or a token of the issuer, is exchanged for a cookie that no script reads and no other site
 * sends. The secret itself is kept neither in the browser nor here.
 */

import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.ts';
import type { Rows } from '../store/database.ts';
import { extendSession, findSession, insertSession } from '../store/sessions.ts';
import type { Caller } from './caller.ts';
import { idOfSecret, isSecretOf, makeSecret } from './secret.ts';

/** Without a request for so long a session is over, and after so many hours whatever happens. */
const IDLE_MILLISECONDS = 3_600_000;
const LONGEST_MILLISECONDS = 8 * IDLE_MILLISECONDS;

/** Browsers let nobody else set the first: no other host, and no page without TLS. */
const names = { tls: '__Host-hourmatch', plain: 'hourmatch' } as const;

/** @returns the value of `Set-Cookie`; the cookie goes with the browser's own session */
export async function openSession(rows: Rows, request: FastifyRequest): Promise<string> {
  const { id, secret, hash } = makeSecret();
  const { owner, scopes, keyId, until } = request.caller;
  const now = Date.now();
  const end = Math.min(now + LONGEST_MILLISECONDS, until?.getTime() ?? Number.POSITIVE_INFINITY);
  await insertSession(rows, {
    ...{ id, hash, owner, scopes, key_id: keyId },
    expires_at: new Date(Math.min(end, now + IDLE_MILLISECONDS)),
    ends_at: new Date(end),
  });
  return cookieOf(request, secret);
}

export const endedCookie = (request: FastifyRequest): string => `${cookieOf(request, '')}; Max-Age=0`;

function cookieOf(request: FastifyRequest, value: string): string {
  const common = 'Path=/; HttpOnly; SameSite=Strict';
  // A proxy that nobody named may end TLS: then the page knows, and its browser says so.
  const isTls = request.protocol === 'https' || request.headers.origin?.startsWith('https://') === true;
  return isTls ? `${names.tls}=${value}; ${common}; Secure` : `${names.plain}=${value}; ${common}`;
}

/**
 * Undefined where no session that is open comes with it.
 *
 * @param isNew whether it lengthens the session; who still listens to an answer asks for nothing
 * @throws Problem (403) where another page had it sent
 */
export async function callerInSession(
  rows: Rows,
  request: FastifyRequest,
  isNew: boolean,
): Promise<Caller | undefined> {
  const text = cookieIn(request.headers.cookie);
  const id = text && idOfSecret(text);
  const session = id && (await findSession(rows, id));
  if (!session || !isSecretOf(text, session.hash)) return undefined;
  requireOwnPage(request);
  const end = Math.min(Date.now() + IDLE_MILLISECONDS, session.ends_at.getTime());
  // Not at every request: that would be a write for each.
  const isWorthIt = end - session.expires_at.getTime() > IDLE_MILLISECONDS / 4;
  if (isNew && isWorthIt) await extendSession(rows, session.id, new Date(end));
  const { owner, scopes, key_id: keyId } = session;
  return { kind: 'session', owner, scopes: scopes as Caller['scopes'], keyId, sessionId: session.id };
}

function cookieIn(header = ''): string | undefined {
  const cookies = new Map(
    header.split(';').map((pair) => {
      const [name = '', value = ''] = pair.split('=', 2);
      return [name.trim(), value.trim()] as const;
    }),
  );
  return cookies.get(names.tls) ?? cookies.get(names.plain);
}

/**
 * A page of another origin can have a browser send what it likes, and of another port of this machine even SameSite=Strict
 * lets the cookie go with it. Browsers say where a request began: `Sec-Fetch-Site`, and where they leave that out, as they do
 * without TLS, `Origin` with whatever changes something. Who says neither changes nothing.
 */
function requireOwnPage({ headers, method, host }: FastifyRequest): void {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  const onlyReads = method === 'GET' || method === 'HEAD';
  const isOwnOrigin = origin === undefined ? onlyReads : origin === `https://${host}` || origin === `http://${host}`;
  // `none` is an address that a person typed or kept.
  const isOwn = site === undefined ? isOwnOrigin : site === 'same-origin' || (site === 'none' && onlyReads);
  if (isOwn) return;
  const detail =
    'A session answers to the pages of this server alone, and this request began elsewhere. Programs send their key as Authorization.';
  throw new Problem('access.foreign', { detail });
}
