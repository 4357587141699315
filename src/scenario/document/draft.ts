/**
 * What can be used of a document that may hold faults: the fields that fit the schema, one by one. Rules that cross
 * fields run on it, so one misspelled field hides no other fault.
 */

import * as z from 'zod';
import { type ScenarioDocument, scenarioSchema } from '../schema/schema.ts';

/** Any field may be absent: left out, or at fault. */
export type Usable<T> = { readonly [K in keyof T]?: T[K] | undefined };
type UsableItems<T> = {
  readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? readonly Usable<Item>[] : T[K];
};

type Lists = UsableItems<Pick<ScenarioDocument, 'weatherYears' | 'phases' | 'renewables' | 'storages' | 'links'>>;
type Load = Usable<Omit<ScenarioDocument['load'], 'tiers' | 'campaigns'>> & {
  readonly tiers: readonly Usable<TierDocument>[];
  readonly campaigns?: readonly Usable<CampaignDocument>[] | undefined;
};
type CampaignDocument = NonNullable<ScenarioDocument['load']['campaigns']>[number];
type TierDocument = ScenarioDocument['load']['tiers'][number];

/** Lists keep their order and length, so that an index means the same in the draft and in the text. */
export type Draft = Usable<Omit<ScenarioDocument, keyof Lists | 'load' | 'grid'>> &
  Lists & { readonly load: Load; readonly grid: Usable<ScenarioDocument['grid']> };

/**
 * The draft of any value; a document without faults is its own draft. The cast: `usable` keeps only what the schema
 * accepts, field by field, which its type cannot say.
 */
export function draftOf(value: unknown): Draft {
  return usable(scenarioSchema, value, false) as unknown as Draft;
}

/** Fields of the document, of its groups and of the items of its lists are judged singly; whatever is deeper, whole. */
function usable(schema: z.core.$ZodType, value: unknown, isInItem: boolean): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
    if (value !== undefined) return usable(schema.unwrap(), value, isInItem);
  } else if (schema instanceof z.ZodArray) {
    return Array.isArray(value) ? value.map((item) => usable(schema.element, item, true)) : [];
  } else if (schema instanceof z.ZodObject) {
    const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
    return Object.fromEntries(
      Object.entries<z.core.$ZodType>(schema.shape).map(([field, ofField]) => {
        const own = Object.hasOwn(given, field) ? given[field] : undefined;
        return [field, isInItem ? whole(ofField, own) : usable(ofField, own, false)];
      }),
    );
  }
  return whole(schema, value);
}

function whole(schema: z.core.$ZodType, value: unknown): unknown {
  const checked = z.safeParse(schema, value);
  return checked.success ? checked.data : undefined;
}
