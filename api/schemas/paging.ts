/** Pages of a list: a cursor says where the next one begins, and nobody needs to know what is in it. */

import * as z from 'zod';
import type { Issue } from '../../src/index.ts';
import { Problem } from '../http/problem.ts';

const MOST = 200;

export const limit = z
  .string()
  .regex(/^[1-9]\d{0,2}$/)
  .refine((text) => Number(text) <= MOST)
  .meta({ expectation: `a whole number from 1 to ${MOST}` })
  .default('50')
  .transform(Number)
  .meta({ description: `Items a page, from 1 to ${MOST}; 50 when left out.` });

export const cursor = z.string().max(200).optional().meta({ description: 'nextCursor of the page before.' });

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    items: z.array(item),
    nextCursor: z.string().optional().meta({ description: 'Absent on the last page.' }),
  });

/** @param found one more than a page holds, where there is one @param place of an item in the order of the list */
export function pageFrom<Row, Item>(
  found: readonly Row[],
  pageLength: number,
  itemOf: (row: Row) => Item,
  place: (row: Row) => readonly string[],
): { items: Item[]; nextCursor?: string } {
  const shown = found.slice(0, pageLength);
  const last = shown.at(-1);
  const hasMore = found.length > shown.length && last !== undefined;
  return { items: shown.map(itemOf), ...(hasMore ? { nextCursor: cursorOf(place(last)) } : {}) };
}

export function cursorOf(place: readonly string[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws Problem where it is no cursor of this list */
export function placeOf(text: string | undefined, schema: z.ZodType<readonly string[]>): readonly string[] | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    const problem = `${JSON.stringify(text.slice(0, 40))} is no cursor of this list`;
    const expected = 'nextCursor of the page before, unchanged.';
    const issue: Issue = { code: 'request.wrong-choice', where: 'cursor', problem, expected };
    throw new Problem('request.invalid', { detail: 'The query has one fault.', issues: [issue] });
  }
}

const ofAge = z.tuple([z.iso.datetime(), z.uuid()]);

/** Where a page of a list by age begins: after this row of it. */
export function rowAtCursor(text: string | undefined): { readonly createdAt: Date; readonly id: string } | undefined {
  const place = placeOf(text, ofAge);
  return place && { createdAt: new Date(place[0]!), id: place[1]! };
}

/** @param found by age, one row more than the page holds where there are more */
export function pageByAge<Row extends { readonly created_at: Date; readonly id: string }, Item>(
  found: readonly Row[],
  most: number,
  documentOf: (row: Row) => Item,
): { items: Item[]; nextCursor?: string } {
  return pageFrom(found, most, documentOf, ({ created_at: at, id }) => [at.toISOString(), id]);
}
