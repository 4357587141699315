/** Calls of the API: JSON in, JSON out, refusals as `ApiProblem`. */

import { batch, signal } from '@preact/signals';
import type { Issue } from '../../../src/index.ts';

/** Why the server asks who we are, until somebody has signed in: nobody was, or the session has ended. */
export const keyNeeded = signal<'nobody' | 'ended'>();

/** Whether there is a session to end; its cookie is out of reach of every script. */
export const isSignedIn = signal(false);

/** Rises whenever somebody signs in: what was refused before is asked again. */
export const signIns = signal(0);

/** Rises with another owner than the last: nothing of what was shown to that one stays. */
export const visits = signal(0);

let owner: string | undefined;

/** Whose session this is, where there is one. @throws ApiProblem */
export async function learnWho(): Promise<void> {
  const who = await ask<{ readonly kind: string; readonly owner: string }>('/v1/session');
  isSignedIn.value = who.kind === 'session';
  if (owner !== undefined && owner !== who.owner) visits.value += 1;
  owner = who.owner;
}

/** The key goes with this one request and is kept nowhere. @throws ApiProblem where it is not known */
export async function signIn(key: string): Promise<void> {
  await ask('/v1/session', { method: 'POST', headers: { authorization: `Bearer ${key}` } });
  await learnWho();
  batch(() => {
    keyNeeded.value = undefined;
    signIns.value += 1;
  });
}

/** Nothing of what was shown stays. @throws ApiProblem */
export async function signOut(): Promise<void> {
  await ask('/v1/session', { method: 'DELETE' });
  isSignedIn.value = false;
  keyNeeded.value = 'nobody';
}

export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: string;
  readonly issues: readonly Issue[];

  /** @param code of the API, or `connection` where nobody answered */
  constructor(code: string, detail: string, issues: readonly Issue[] = []) {
    super(detail);
    this.code = code;
    this.issues = issues;
  }
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** The answer once its head is there. @throws ApiProblem; an aborted call throws what `fetch` does */
export async function answerTo(path: string, { method = 'GET', body, headers, signal }: Call = {}): Promise<Response> {
  const isForm = body instanceof FormData;
  const answer = await fetch(path, {
    method,
    signal: signal ?? null,
    headers: {
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  }).catch((error: unknown) => {
    throw signal?.aborted === true ? error : new ApiProblem('connection', String(error));
  });
  if (answer.ok) return answer;
  if (answer.status === 401) {
    keyNeeded.value ??= isSignedIn.value ? 'ended' : 'nobody';
    isSignedIn.value = false;
  }
  throw await problemOf(answer);
}

async function problemOf(answer: Response): Promise<ApiProblem> {
  const told = (await answer.json().catch(() => ({}))) as { code?: string; detail?: string; issues?: Issue[] };
  return new ApiProblem(told.code ?? `http.${answer.status}`, told.detail ?? answer.statusText, told.issues);
}

/** @throws ApiProblem */
export async function ask<Answer>(path: string, call: Call = {}): Promise<Answer> {
  const answer = await answerTo(path, call);
  return (answer.status === 204 ? undefined : await answer.json()) as Answer;
}
