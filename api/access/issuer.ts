/** Tokens of an issuer: JWT signed by one of its published keys, for us, not expired, with scopes. */

import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { Problem, RETRY_SECONDS } from '../http/problem.ts';
import type { Caller } from './caller.ts';
import { isScope } from './scopes.ts';

export interface IssuerOptions {
  /** As `iss` says it. */
  readonly issuer: string;
  /** As `aud` says it. */
  readonly audience: string;
  readonly jwksUrl: string;
  readonly algorithms: readonly string[];
}

/** Signatures that need the issuer's private key: with HS256 anybody who may check could also sign. */
export const signatures = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

const CLOCK_SECONDS = 5;
const FETCH_MILLISECONDS = 3_000;
const LONGEST_SUBJECT = 200;

/** Refused, with a reason that may be told. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

export type TokenJudge = (token: string) => Promise<Caller>;

/** Loads what checks signatures and fetches the issuer's keys with the first token. The judge @throws TokenRefused, and Problem (503) */
export function judgeTokens({ issuer, audience, jwksUrl, algorithms }: IssuerOptions): TokenJudge {
  const url = new URL(jwksUrl);
  let published: JWTVerifyGetKey | undefined;
  const options = {
    ...{ issuer, audience, algorithms: [...algorithms] },
    requiredClaims: ['exp', 'sub'],
    clockTolerance: CLOCK_SECONDS,
  };
  return async (token) => {
    const jose = await import('jose');
    published ??= jose.createRemoteJWKSet(url, { timeoutDuration: FETCH_MILLISECONDS });
    try {
      const { payload } = await jose.jwtVerify(token, orAway(published, jose), options);
      return callerOf(payload);
    } catch (error) {
      if (error instanceof jose.errors.JOSEError) throw new TokenRefused(error.message);
      throw error;
    }
  };
}

const orAway =
  (published: JWTVerifyGetKey, { errors }: typeof import('jose')): JWTVerifyGetKey =>
  async (header, token) => {
    try {
      return await published(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      const detail = `The keys of the issuer cannot be fetched. Try again in ${RETRY_SECONDS} s.`;
      throw new Problem('access.issuer-away', { detail, retryAfterSeconds: RETRY_SECONDS });
    }
  };

/** The cast: without `exp` it is refused before. */
function callerOf({ sub = '', exp, scope, scp }: JWTPayload): Caller {
  const until = new Date((exp as number) * 1000);
  if (sub === '' || sub.length > LONGEST_SUBJECT) throw new TokenRefused('"sub" must name somebody');
  const words = [scope, scp].flatMap((claim) => (typeof claim === 'string' ? claim.split(' ') : claim));
  const scopes = words.flatMap((word) => (typeof word === 'string' ? [word.replace(/^hourmatch:/, '')] : []));
  // No owner of keys has a colon in its name.
  return { kind: 'token', owner: `token:${sub}`, scopes: scopes.filter(isScope), keyId: null, until };
}
