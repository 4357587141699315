/** Requests judged by the schemas that describe them: strictly, all faults at once, in the words of scenarios. */

import type { FastifySchemaCompiler } from 'fastify';
import type * as z from 'zod';
import type { Issue, IssueCode } from '../../src/index.ts';
import { schemaIssues } from '../../src/scenario/faults/schema-faults.ts';
import { Problem } from './problem.ts';

const subjects: Readonly<Record<string, string>> = {
  body: 'body',
  querystring: 'query',
  params: 'path',
  headers: 'headers',
};

/** Beyond these a list of faults teaches nothing new. */
const MOST_ISSUES = 50;

export const judgeBySchema: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const subject = subjects[httpPart ?? 'body'] ?? 'request';
  return (value: unknown) => {
    const read = schema.safeDecode(value);
    if (read.success) return { value: read.data };
    return { error: refusal(value, schema, subject) };
  };
};

/** @throws Problem with every fault */
export function judged<Schema extends z.ZodType>(schema: Schema, value: unknown, subject: string): z.output<Schema> {
  const read = schema.safeDecode(value as never);
  if (read.success) return read.data;
  throw refusal(value, schema, subject);
}

function refusal(value: unknown, schema: z.ZodType, subject: string): Problem {
  const found = schemaIssues(value, schema, subject);
  const issues = found.slice(0, MOST_ISSUES).map(({ file: _, pointer, ...issue }): Issue => {
    const code = issue.code.replace(/^scenario\./, 'request.') as IssueCode;
    return { ...issue, code, ...(subject === 'body' && pointer !== undefined && { pointer }) };
  });
  const detail = `The ${subject} has ${found.length === 1 ? 'one fault' : `${found.length} faults`}.`;
  return new Problem('request.invalid', { detail, issues });
}
