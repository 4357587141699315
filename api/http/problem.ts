/** What a request is refused with: RFC 9457, with a stable `code` and every fault as an issue. */

import * as z from 'zod';
import { issueCodes } from '../../src/errors.ts';
import type { Issue } from '../../src/index.ts';

/** Code → HTTP status and title. Clients rely on the codes. */
const problems = {
  'request.malformed': [400, 'The request cannot be read'],
  'request.invalid': [400, 'The request is not valid'],
  'scenario.invalid': [400, 'The scenario is not valid'],
  'profile.invalid': [422, 'The profile cannot be used'],
  'result.invalid': [422, 'The result cannot be read'],
  'report.not-possible': [501, 'The report cannot be made here in this form'],
  'profile.name-taken': [409, 'Another profile has this name'],
  'access.unknown': [401, 'Who asks is not known'],
  'access.scope': [403, 'The key may not do this'],
  'access.foreign': [403, 'Requests from elsewhere need a key'],
  'not-found': [404, 'There is no such thing'],
  'method.not-allowed': [405, 'The method is not known here'],
  'accept.not-possible': [406, 'None of the accepted formats can be given'],
  'check.too-long': [413, 'The request takes too long to check'],
  'in-use': [409, 'Something still uses it'],
  'run.not-finished': [409, 'The run has no result yet'],
  'run.no-result': [409, 'The run ended without a result'],
  'run.no-plan': [409, 'The result holds no schedule'],
  'idempotency.other-body': [409, 'The idempotency key belongs to another request'],
  'scenario.changed': [412, 'The scenario has changed'],
  'if-match.missing': [428, 'If-Match is needed'],
  'request.too-slow': [408, 'The request did not arrive in time'],
  'head.too-large': [431, 'The head is too large'],
  'body.too-large': [413, 'The body is too large'],
  'body.unsupported': [415, 'The content type is not read here'],
  'rate.exceeded': [429, 'Too many requests'],
  'access.issuer-away': [503, 'The issuer of tokens does not answer'],
  'server.busy': [503, 'Too much waits already'],
  'store.unavailable': [503, 'The store does not answer'],
  'store.not-writable': [507, 'The store cannot be written'],
  internal: [500, 'A fault of hourmatch'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

export type ProblemCode = keyof typeof problems;

export interface ProblemParts {
  readonly detail: string;
  readonly issues?: readonly Issue[];
  readonly retryAfterSeconds?: number;
}

export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly parts: ProblemParts;

  constructor(code: ProblemCode, parts: ProblemParts) {
    super(parts.detail);
    this.code = code;
    this.parts = parts;
  }

  get status(): number {
    return problems[this.code][0];
  }
}

export const RETRY_SECONDS = 5;

export function tooBusy(): Problem {
  const detail = `More comes in than can be answered. Try again in ${RETRY_SECONDS} s.`;
  return new Problem('server.busy', { detail, retryAfterSeconds: RETRY_SECONDS });
}

export function notFound(what: string): Problem {
  return new Problem('not-found', { detail: `There is no ${what} here, or it is not yours.` });
}

const issueCode = z.enum(Object.keys(issueCodes) as [keyof typeof issueCodes]);

export const issueSchema = z
  .strictObject({
    code: issueCode,
    where: z.string().meta({ description: 'Path inside the document, such as storages[0].chargeEfficiency.' }),
    pointer: z.string().optional().meta({
      description:
        'The same place as a JSON pointer (RFC 6901): in the body, or in its scenario where the scenario is not valid. Absent where it is no place of a document.',
    }),
    problem: z.string(),
    expected: z.string().optional(),
    file: z.string().optional(),
    line: z.int().optional(),
    column: z.int().optional(),
  })
  .meta({ id: 'Issue', description: 'One fault: where, what is wrong, what was expected and how to fix it.' });

export const warningSchema = z
  .strictObject({
    ...issueSchema.shape,
    code: z.string().meta({ description: 'Stable; `profile.` and a word of the reader where a profile is doubted.' }),
  })
  .meta({ id: 'Warning', description: 'One doubt: nothing is refused for it, but it may be a slip.' });

export const problemSchema = z
  .strictObject({
    type: z.string().meta({ description: 'urn:hourmatch:problem: and the code.' }),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(problems) as [ProblemCode]).meta({ description: 'Stable; rely on it.' }),
    detail: z.string(),
    issues: z.array(issueSchema).meta({ description: 'All faults at once; may be empty.' }),
    requestId: z.string(),
  })
  .meta({ id: 'Problem', description: 'Why a request was refused (RFC 9457).' });

export function problemDocument(problem: Problem, requestId: string): z.output<typeof problemSchema> {
  const [status, title] = problems[problem.code];
  const { detail, issues = [] } = problem.parts;
  return {
    type: `urn:hourmatch:problem:${problem.code}`,
    title,
    status,
    code: problem.code,
    detail,
    issues: [...issues],
    requestId,
  };
}
