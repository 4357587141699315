/** `result.json` as the API describes it: its outline. Names are those of the file, and more may be added there. */

import * as z from 'zod';
import { firstRemediesSchema } from '../../src/studies/repair/document.ts';
import { warningSchema } from '../http/problem.ts';

const byName = <T extends z.ZodType>(size: T) => z.record(z.string(), size);

const weatherYear = z.looseObject({
  name: z.string(),
  cfeScore: z.number(),
  annualMatchShare: z.number(),
  unmatchedMWh: z.number(),
  loadMWh: z.number(),
});

const committedMW = z.number().meta({ description: 'Of what stands: committed, and not worn out.' });
const newMW = z.number().meta({ description: 'The rest of what stands: built by the plan.' });
const effectiveMW = z.number().optional().meta({ description: 'At work of it, where age or outages leave less.' });
const capacity = z.looseObject({ capacityMW: z.number(), effectiveMW, committedMW, newMW });

const phase = z.looseObject({
  name: z.string(),
  firstYear: z.int(),
  itCapacityMW: z.number(),
  renewables: byName(capacity),
  storages: byName(
    z.looseObject({
      powerCapacityMW: z.number(),
      energyCapacityMWh: z.number(),
      effectiveMW,
      effectiveMWh: effectiveMW,
      committedMW,
      committedMWh: z.number(),
      newMW,
      newMWh: z.number(),
    }),
  ),
  links: byName(capacity),
  grid: z.looseObject({ subscribedPowerMW: z.number() }),
  annualCost: z.number(),
  levelisedCostPerMWh: z
    .number()
    .optional()
    .meta({ description: 'What the plan still spends: capital of committed plant is not in it.' }),
  fullCostPerMWh: z
    .number()
    .optional()
    .meta({ description: 'The same with the capital of committed plant at the prices of the scenario.' }),
  weatherYears: z.array(weatherYear),
});

export const resultDocument = z
  .looseObject({
    schemaVersion: z.int(),
    createdAt: z.iso.datetime(),
    study: z.enum(['plan', 'dispatch']),
    status: z.enum(['optimal', 'infeasible', 'unbounded', 'limit']),
    scenario: z.looseObject({ name: z.string(), contentHash: z.string(), currency: z.string() }),
    synthetic: z.boolean().meta({ description: 'True where any profile was generated, not measured.' }),
    warnings: z.array(warningSchema).meta({ description: 'What is asked about; nothing was refused for it.' }),
    phases: z.array(phase),
    cost: z.looseObject({ objective: z.number() }).optional(),
    certificate: z
      .looseObject({
        objective: z.number(),
        dualBound: z.number(),
        relativeGap: z.number(),
        gapFloor: z
          .number()
          .meta({ description: 'What relativeGap is a share of where the objective is smaller.' })
          .optional(),
        maxViolationMWh: z.number(),
        verified: z.boolean(),
      })
      .optional(),
    baselines: z.array(z.looseObject({ kind: z.string(), status: z.string() })),
    shortages: z.array(z.looseObject({ phase: z.string(), weatherYear: z.string(), unmatchedMWh: z.number() })),
    remedies: firstRemediesSchema.optional().meta({
      description:
        'Where energy is missing for a plan: two things that would make one possible. The study `repair` finds all.',
    }),
    solver: z.looseObject({ name: z.string(), version: z.string(), method: z.string(), wallSeconds: z.number() }),
  })
  .meta({ id: 'Result' });
