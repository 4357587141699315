/** From what a request carries to the caller it speaks for. */

import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.ts';
import type { Rows } from '../store/database.ts';
import { keepOwner } from '../store/keys.ts';
import { type Caller, local } from './caller.ts';
import { type IssuerOptions, judgeTokens, TokenRefused } from './issuer.ts';
import type { KnownKeys } from './known-keys.ts';
import { isFromForeignPage, isFromHere } from './loopback.ts';
import { callerInSession } from './sessions.ts';
import type { TrustedProxies } from './trusted-proxies.ts';

export interface AccessOptions {
  /** Whether whoever reaches the server may do everything as long as there is no key: on loopback only. */
  readonly mayBeOpen: boolean;
  readonly issuer?: IssuerOptions | undefined;
  /** Where there are any, the server is never open. */
  readonly proxies?: TrustedProxies | undefined;
}

const MOST_OWNERS_REMEMBERED = 10_000;

/** What it gives @throws Problem where the request speaks for nobody; `isNew` is false of one that is being answered */
export function identifier(rows: Rows, keys: KnownKeys, { mayBeOpen, issuer, proxies }: AccessOptions) {
  const judge = issuer && judgeTokens(issuer);
  const owners = new Set<string>();

  return async (request: FastifyRequest, isNew: boolean): Promise<Caller> => {
    const { authorization } = request.headers;
    if (authorization === undefined) return (await callerInSession(rows, request, isNew)) ?? withoutCredential(request);
    const text = /^bearer +(\S+)$/i.exec(authorization)?.[1];
    if (text === undefined) throw unknown('Authorization is not "Bearer" and a key or token.');
    const key = await keys.find(text);
    if (key !== undefined) {
      return { kind: 'key', owner: key.owner, scopes: key.scopes as Caller['scopes'], keyId: key.id };
    }
    if (judge === undefined) throw unknown('The key is not known here, or it was revoked or has expired.');
    const caller = await judge(text).catch((error: unknown) => {
      throw error instanceof TokenRefused ? unknown(`The token is refused: ${error.message}.`) : error;
    });
    await keepOwnerOnce(caller.owner);
    return caller;
  };

  async function withoutCredential(request: FastifyRequest): Promise<Caller> {
    if (!mayBeOpen || proxies !== undefined || issuer !== undefined || (await keys.isAny())) {
      throw unknown('Send a key as Authorization: Bearer hourmatch_…; hourmatch keys create makes one.');
    }
    if (isFromHere(request, proxies) && !isFromForeignPage(request)) return local;
    const detail =
      'Without keys only programs on this machine are served, at http://127.0.0.1 or http://localhost, not through a ' +
      'proxy, and no pages of other sites. Make a key with hourmatch keys create.';
    throw new Problem('access.foreign', { detail });
  }

  async function keepOwnerOnce(owner: string): Promise<void> {
    if (owners.has(owner)) return;
    await keepOwner(rows, owner, owner);
    if (owners.size >= MOST_OWNERS_REMEMBERED) owners.clear();
    owners.add(owner);
  }
}

const unknown = (detail: string) => new Problem('access.unknown', { detail });
