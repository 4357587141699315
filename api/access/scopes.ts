/** Who may do what, on one page. A call that is not named here needs what its method says. */

/** Each holds those before it: who may run may read, who may administer may do everything. */
export const scopes = ['read', 'run', 'admin'] as const;

export type Scope = (typeof scopes)[number];

/** `operator` is an administrator, or whoever asks on the machine itself. */
export type Need = Scope | 'nothing' | 'operator';

/** Beginnings of routes; what a probe, a browser or an editor asks for cannot bring a key. */
const needs: readonly (readonly [route: string, need: Need])[] = [
  ['/', 'nothing'],
  ['/assets', 'nothing'],
  ['/healthz', 'nothing'],
  ['/readyz', 'nothing'],
  ['/openapi.json', 'nothing'],
  ['/docs', 'nothing'],
  ['/v1/schema', 'nothing'],
  ['/metrics', 'operator'],
  ['/v1/session', 'read'],
  ['/v1/keys', 'admin'],
  ['/v1/audit', 'admin'],
];

/** @param route as it was declared; undefined where there is none */
export function needOf(method: string, route: string | undefined): Need {
  const named = needs.find(([start]) => route === start || route?.startsWith(`${start}/`));
  if (named !== undefined) return named[1];
  return method === 'GET' || method === 'HEAD' ? 'read' : 'run';
}

export function holds(held: readonly Scope[], scope: Scope): boolean {
  return held.some((one) => scopes.indexOf(one) >= scopes.indexOf(scope));
}

export const isScope = (word: string): word is Scope => (scopes as readonly string[]).includes(word);
