/**
 * The text of a key: a beginning that people and scanners of repositories recognise, the id of its row, and 256 random
 * bits. Only its SHA-256 is stored: nobody guesses 256 bits, so a slow hash would only slow down every request.
 */

import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';

const START = 'hourmatch_';
const ID_BYTES = 16;
const SECRET_BYTES = 32;
const shape = /^hourmatch_[A-Za-z0-9_-]{64}$/;

export interface NewSecret {
  readonly id: string;
  /** Shown once, to whom the key was made for. */
  readonly secret: string;
  readonly hash: string;
}

export function makeSecret(): NewSecret {
  const id = randomUUID();
  const bytes = Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), randomBytes(SECRET_BYTES)]);
  const secret = `${START}${bytes.toString('base64url')}`;
  return { id, secret, hash: hashOf(secret) };
}

/** Undefined where it is no key. */
export function idOfSecret(text: string): string | undefined {
  if (!shape.test(text)) return undefined;
  const hex = Buffer.from(text.slice(START.length), 'base64url').subarray(0, ID_BYTES).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** In the same time wherever they differ. */
export function isSecretOf(text: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(text), 'hex'), Buffer.from(hash, 'hex'));
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
