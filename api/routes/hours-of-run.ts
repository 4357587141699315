/** What calls for hours of a run have in common: which phase, year and stretch, in which format, and how they are refused. */

import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Issue } from '../../src/index.ts';
import { chooseFormat } from '../http/negotiation.ts';
import { Problem } from '../http/problem.ts';
import type { HoursAnswer, NoHours } from '../thread-pool/hours.ts';

export const formats = {
  'application/json': 'json',
  'text/csv': 'csv',
  'application/vnd.apache.parquet': 'parquet',
} as const;
export const types = Object.keys(formats) as (keyof typeof formats)[];

export const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?Z)?$/)
  // 30 February would be a day of March.
  .refine((text) => new Date(text).toJSON()?.startsWith(text.replace(/Z$/, '')) === true)
  .meta({ expectation: 'a day or an instant of the calendar, UTC, such as 2005-01-31 or 2005-01-31T06:00Z' })
  .optional();

export const placeQuery = {
  phase: z.string().max(200).optional().meta({ description: 'Name of the phase; the first when left out.' }),
  weatherYear: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Name of the weather year; the first when left out.' }),
};

export const stretchQuery = {
  from: instant.meta({ description: 'First hour, UTC: 2005-01-01 or 2005-01-01T06:00Z.' }),
  to: instant.meta({ description: 'End, UTC; not in any more.' }),
};

/** In milliseconds. */
export function stretchOf({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }) {
  return {
    from: from === undefined ? undefined : Date.parse(from),
    to: to === undefined ? undefined : Date.parse(to),
  };
}

/** A link asks for no format by a head. */
export const formatQuery = {
  format: z
    .enum(Object.values(formats))
    .optional()
    .meta({ description: 'In place of Accept, for links. What is asked for so is a file to be saved.' }),
};

export type FormatQuery = { readonly format?: HoursFormat | undefined };
type HoursFormat = (typeof formats)[(typeof types)[number]];

/** @throws Problem (406) where none is asked for and none accepted */
export function typeOf(request: FastifyRequest, { format }: FormatQuery): (typeof types)[number] {
  return format === undefined ? chooseFormat(request, types) : types.find((type) => formats[type] === format)!;
}

/** @param name of the file, without its ending */
export function headersOf(type: (typeof types)[number], { format }: FormatQuery, name: string) {
  const charset = type === 'application/vnd.apache.parquet' ? '' : '; charset=utf-8';
  return {
    'content-type': `${type}${charset}`,
    vary: 'accept',
    ...(format === undefined ? {} : { 'content-disposition': `attachment; filename="${name}.${format}"` }),
  };
}

/** @throws Problem where the answer has no schedule, or not this one */
export function bytesOf(hours: HoursAnswer): Uint8Array {
  if (hours.kind === 'hours') return hours.bytes;
  throw refusalOf(hours);
}

/** Why there are no such hours, in words. */
export function refusalOf(hours: NoHours): Problem {
  switch (hours.kind) {
    case 'no plan': {
      const detail = `The answer is ${hours.status}; only an optimal one has a schedule.`;
      return new Problem('run.no-plan', { detail });
    }
    case 'wrong name': {
      const { where, given, known } = hours;
      const problem = `${shown(given)} is not in this result`;
      const own = known.some((name) => name.includes(',')) && where === 'columns';
      const expected = `One of ${known.join(', ')}.${own ? ' A name with a comma needs a parameter of its own.' : ''}`;
      return refusal({ code: 'request.wrong-choice', where, problem, expected });
    }
    case 'twice': {
      const problem = `${shown(hours.given)} is asked for twice`;
      return refusal({ code: 'request.duplicate-field', where: 'columns', problem, expected: 'Each column once.' });
    }
    default: {
      const never: never = hours;
      throw new TypeError(`unknown answer ${String(never)}`);
    }
  }
}

const shown = (given: string) => JSON.stringify(given.slice(0, 80));

const refusal = (issue: Issue) =>
  new Problem('request.invalid', { detail: 'The query has one fault.', issues: [issue] });
