/** Whose request it is. Everything stored belongs to an owner, and no owner sees another's. */

import type { Scope } from './scopes.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Id of the owner that the request speaks for. */
    owner: string;
    caller: Caller;
    /** Whether what it came with would still open what it opened: asked while the answer lasts. */
    isStillKnown(): Promise<boolean>;
  }
}

export interface Caller {
  /** `nobody` has asked for what everybody may see, `local` reached an open server on its own machine. */
  readonly kind: 'nobody' | 'local' | 'key' | 'token' | 'session';
  readonly owner: string;
  readonly scopes: readonly Scope[];
  readonly keyId: string | null;
  /** Of a token. */
  readonly until?: Date;
  /** Of the person who signed in with the key or token. */
  readonly sessionId?: string;
}

/** Without keys everybody who reaches the server is this one. */
export const local: Caller = { kind: 'local', owner: 'local', scopes: ['admin'], keyId: null };

export const nobody: Caller = { kind: 'nobody', owner: '', scopes: [], keyId: null };
