/** What is on this machine only, and who asks from it. */

import type { FastifyRequest } from 'fastify';
import type { TrustedProxies } from './trusted-proxies.ts';

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/i.test(host);

/** Set by those who pass on what others asked. */
const passedOn = /^(forwarded|x-forwarded(-.*)?|via|x-real-ip|(.*-)?client-ip|cf-connecting-ip)$/;

/**
 * Asked on this machine, under a name of this machine, and for nobody else. It is the connection that tells, never what
 * the head says of another's address; and what a proxy of ours sends is somebody else's, whatever it says or leaves out.
 */
export function isFromHere(request: FastifyRequest, proxies: TrustedProxies | undefined): boolean {
  const { remoteAddress } = request.socket;
  return (
    isLoopback(remoteAddress ?? '') &&
    proxies?.(remoteAddress) !== true &&
    isNameOfHere(request) &&
    !Object.keys(request.headers).some((name) => passedOn.test(name))
  );
}

/** Any site can give its own name the address 127.0.0.1; then a browser asks us under that name. */
function isNameOfHere(request: FastifyRequest): boolean {
  return isLoopback(hostnameOf(`http://${request.headers.host ?? ''}`));
}

/** A page of another site can have a browser send a form to us. */
export function isFromForeignPage({ headers }: FastifyRequest): boolean {
  const { origin } = headers;
  return origin !== undefined && origin !== `http://${headers.host}`;
}

function hostnameOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^\[(.*)\]$/, '$1') : '';
}
