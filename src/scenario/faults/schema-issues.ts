/** What a schema finds wrong with a value that came by program, in the words that scenarios are judged with. */

import type * as z from 'zod';
import type { Issue } from '../../errors.ts';
import { sourceOfValue } from '../document/source.ts';
import { issueOf } from './fault.ts';
import { listedIssues } from './listed-issues.ts';
import { schemaFaults } from './schema-faults.ts';

/**
 * Every fault; none where the value fits.
 *
 * @param subject what the value as a whole is called
 */
export function schemaIssues(value: unknown, schema: z.ZodType, subject: string): Issue[] {
  const source = sourceOfValue(value, subject);
  const { faults, unworded } = schemaFaults(source, schema);
  const issues = faults.map((fault) => issueOf(fault, source));
  return [...listedIssues(issues, unworded, subject).issues];
}
