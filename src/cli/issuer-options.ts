/** The issuer whose tokens open the API, from options or the environment. */

import type { Command } from 'commander';
import { UsageError } from './exit-code.ts';

export interface IssuerFlags {
  readonly issuer?: string;
  readonly audience?: string;
  readonly jwksUrl?: string;
  readonly algorithms?: string;
}

const ALGORITHMS = 'RS256,PS256,ES256,EdDSA';

export function addIssuerOptions(command: Command): Command {
  return command
    .option('--issuer <url>', 'of JWT that open the API, as their iss says ($HOURMATCH_ISSUER)')
    .option('--audience <name>', 'as their aud says ($HOURMATCH_AUDIENCE)')
    .option('--jwks-url <url>', 'of its keys ($HOURMATCH_JWKS_URL)')
    .option('--algorithms <list>', `signatures taken ($HOURMATCH_ALGORITHMS; ${ALGORITHMS})`);
}

/** @throws UsageError */
export async function issuerOf(flags: IssuerFlags) {
  const { env } = process;
  const issuer = flags.issuer ?? env.HOURMATCH_ISSUER;
  const audience = flags.audience ?? env.HOURMATCH_AUDIENCE;
  if (!issuer) {
    if (!audience) return undefined;
    throw new UsageError('An audience without an issuer: name it with --issuer or HOURMATCH_ISSUER.');
  }
  if (!audience) {
    throw new UsageError(
      'Tokens that the issuer made for others would open this API: say with --audience or HOURMATCH_AUDIENCE which are for it.',
    );
  }
  const standard = `${issuer.replace(/\/$/, '')}/.well-known/jwks.json`;
  const jwksUrl = (flags.jwksUrl ?? env.HOURMATCH_JWKS_URL) || standard;
  const { isLoopback } = await import('../../api/access/loopback.ts');
  const url = URL.canParse(jwksUrl) ? new URL(jwksUrl) : undefined;
  if (url === undefined || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))) {
    throw new UsageError(`${jwksUrl} cannot be trusted for keys: https is needed.`);
  }
  const algorithms = ((flags.algorithms ?? env.HOURMATCH_ALGORITHMS) || ALGORITHMS).split(',');
  const { signatures } = await import('../../api/access/issuer.ts');
  const strange = algorithms.filter((name) => !signatures.includes(name));
  if (strange.length > 0) {
    throw new UsageError(`${strange.join(', ')} is not taken as a signature; there are ${signatures.join(', ')}.`);
  }
  return { issuer, audience, jwksUrl, algorithms };
}
