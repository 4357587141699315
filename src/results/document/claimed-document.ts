/**
 * `result.json` as it is read back. What can be recomputed may be absent, for a schedule may come from elsewhere; what is
 * there has the fields and types of `ResultDocument`.
 */

import * as z from 'zod';
import type { WarningCode } from '../../errors.ts';
import { firstRemediesSchema } from '../../studies/repair/document.ts';
import type { CostKind } from '../../verify/annual-cost.ts';
import { score } from './claimed-score.ts';
import { RESULT_SCHEMA_VERSION, type ResultDocument } from './result-document.ts';

const status = z.enum(['optimal', 'infeasible', 'unbounded', 'limit']);
const costKinds = [
  'capital',
  'salvage',
  'fixedOpex',
  'variableOpex',
  'energyPurchase',
  'shortfall',
  'tolling',
  'wheeling',
  'wear',
  'import',
  'carbon',
  'export',
  'subscribedPower',
  'lostCompute',
] as const satisfies readonly CostKind[];

/** An object by names of users; a record of zod's would lose one named `__proto__`. */
function named<T extends z.ZodType>(value: T) {
  return z.unknown().transform((given, context): Readonly<Record<string, z.output<T>>> => {
    const record: Record<string, z.output<T>> = Object.create(null);
    if (typeof given !== 'object' || given === null || Array.isArray(given)) {
      context.addIssue({ code: 'custom', message: 'Invalid input: expected an object by names' });
      return record;
    }
    for (const [name, item] of Object.entries(given)) {
      const read = value.safeParse(item);
      if (read.success) record[name] = read.data;
      else
        for (const { message, path } of read.error.issues)
          context.addIssue({ code: 'custom', message, path: [name, ...path] });
    }
    return record;
  });
}

const effectiveMW = z.number().exactOptional();
const effectiveMWh = effectiveMW;
const capacity = z.object({ capacityMW: z.number(), effectiveMW, committedMW: z.number(), newMW: z.number() });
const storage = z.object({
  powerCapacityMW: z.number(),
  energyCapacityMWh: z.number(),
  effectiveMW,
  effectiveMWh,
  committedMW: z.number(),
  committedMWh: z.number(),
  newMW: z.number(),
  newMWh: z.number(),
});
const sizes = {
  name: z.string(),
  renewables: named(capacity),
  storages: named(storage),
  links: named(capacity),
  grid: z.object({ subscribedPowerMW: z.number() }),
};
const contract = z.object({
  annualCost: z.number(),
  annualMWh: z.number(),
  effectivePricePerMWh: z.number().exactOptional(),
});
const phase = z.object({
  ...sizes,
  firstYear: z.number(),
  itCapacityMW: z.number(),
  annualCost: z.number(),
  levelisedCostPerMWh: z.number().exactOptional(),
  fullCostPerMWh: z.number().exactOptional(),
  annualEmissionsTonnes: z.number(),
  contracts: named(contract).exactOptional(),
  weatherYears: z.array(score).readonly(),
});
const costItem = z.object({
  name: z.string(),
  phase: z.string(),
  kind: z.enum(costKinds),
  value: z.number(),
  annualValue: z.number(),
});
const emissions = z.object({
  tonnes: z.number(),
  carbonIntensityKgPerMWh: z.number(),
  kind: z.enum(['direct', 'lifeCycle']).exactOptional(),
  year: z.number().exactOptional(),
  source: z.string().exactOptional(),
});
const certificate = z.object({
  objective: z.number(),
  dualBound: z.number(),
  relativeGap: z.number(),
  gapFloor: z.number().exactOptional(),
  maxViolationMWh: z.number(),
  verified: z.boolean(),
  requiredGap: z.number().positive().exactOptional(),
  laws: z.array(z.object({ law: z.string(), checks: z.number(), broken: z.number() })).readonly(),
});
const baselinePhase = z.object({
  name: z.string(),
  annualCost: z.number(),
  levelisedCostPerMWh: z.number().exactOptional(),
  lowestCfeScore: z.number(),
  regret: z.number().exactOptional(),
  sizes: z.object({ renewables: sizes.renewables, storages: sizes.storages, links: sizes.links }).exactOptional(),
});
const baseline = z.object({
  kind: z.enum([
    'annualMatching',
    'inflexibleLoad',
    'withoutStorage',
    'proportionalOverhead',
    'withoutSecurity',
    'plannedTogether',
  ]),
  status,
  objective: z.number().exactOptional(),
  relativeGap: z.number().exactOptional(),
  phases: z.array(baselinePhase).readonly(),
});
const shortage = z.object({
  phase: z.string(),
  weatherYear: z.string(),
  unmatchedMWh: z.number(),
  permittedMWh: z.number(),
  unmatchedHours: z.number(),
  worstHours: z.array(z.object({ hour: z.number(), stamp: z.string(), unmatchedMWh: z.number() })).readonly(),
});
const warning = z.object({
  code: z.custom<WarningCode>((code) => typeof code === 'string'),
  where: z.string(),
  problem: z.string(),
  expected: z.string().exactOptional(),
  file: z.string().exactOptional(),
  line: z.number().exactOptional(),
  column: z.number().exactOptional(),
});
const solver = z.object({
  name: z.string(),
  version: z.string(),
  method: z.string(),
  reason: z.string(),
  iterations: z.number(),
  wallSeconds: z.number(),
  peakMemoryMB: z.number(),
});

const complete = z.object({
  schemaVersion: z.literal(RESULT_SCHEMA_VERSION),
  createdAt: z.string(),
  hourmatchVersion: z.string(),
  study: z.enum(['plan', 'dispatch']),
  status,
  scenario: z.object({ name: z.string(), contentHash: z.string(), currency: z.string() }),
  synthetic: z.boolean(),
  warnings: z.array(warning).readonly(),
  phases: z.array(phase).readonly(),
  cost: z
    .object({
      objective: z.number(),
      items: z.array(costItem).readonly(),
      withoutPrice: z.array(z.string()).readonly(),
    })
    .exactOptional(),
  emissions: emissions.exactOptional(),
  certificate: certificate.exactOptional(),
  baselines: z.array(baseline).readonly(),
  shortages: z.array(shortage).readonly(),
  remedies: firstRemediesSchema.exactOptional(),
  solver,
  files: named(z.string()).exactOptional(),
});

const partialCapacity = capacity.extend({ committedMW: z.number().exactOptional(), newMW: z.number().exactOptional() });
const partialStorage = storage.partial().required({ powerCapacityMW: true, energyCapacityMWh: true });
const partialPhase = z.object({
  ...phase.partial().shape,
  ...sizes,
  renewables: named(partialCapacity),
  storages: named(partialStorage),
  links: named(partialCapacity),
  weatherYears: z
    .array(z.object({ ...score.partial().shape, name: z.string() }))
    .readonly()
    .optional(),
});
export const claimedSchema = z.object({
  ...complete.partial().shape,
  schemaVersion: z.literal(RESULT_SCHEMA_VERSION),
  study: z.enum(['plan', 'dispatch']),
  phases: z.array(partialPhase).readonly(),
  cost: z
    .object({
      objective: z.number().optional(),
      items: z.array(costItem).readonly().optional(),
      withoutPrice: z.array(z.string()).readonly().optional(),
    })
    .optional(),
  certificate: certificate.partial().optional(),
});

export type ClaimedDocument = z.output<typeof claimedSchema>;

/** Whether nothing is left out, so that reports can be made from it. */
export function isComplete(document: ClaimedDocument): document is ClaimedDocument & ResultDocument {
  return complete.safeParse(document).success;
}
