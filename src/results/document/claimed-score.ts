/** What `result.json` says of a weather year of a phase, as it is read back. */

import * as z from 'zod';

const tier = z.object({
  name: z.string(),
  throughput: z
    .object({
      workMWh: z.number(),
      energyMWh: z.number(),
      energyPerWork: z.number().exactOptional(),
      lostMWh: z.number(),
    })
    .exactOptional(),
  endurance: z
    .object({ heldBackMWh: z.number(), deepestShare: z.number(), leastLeftShare: z.number() })
    .exactOptional(),
});
export const score = z.object({
  name: z.string(),
  cfeScore: z.number(),
  cfeScoreWithGrid: z.number().exactOptional(),
  annualMatchShare: z.number(),
  unmatchedMWh: z.number(),
  unmatchedHours: z.number(),
  loadMWh: z.number(),
  generationMWh: z.number(),
  curtailedMWh: z.number(),
  importMWh: z.number(),
  emissionsTonnes: z.number(),
  exportMWh: z.number(),
  storageLossesMWh: z.number(),
  shiftedMWh: z.number(),
  shedMWh: z.number(),
  security: z
    .object({ leastReserveHours: z.number().exactOptional(), uncountedMWh: z.number().exactOptional() })
    .exactOptional(),
  overhead: z.object({ fixedMWh: z.number(), followingMWh: z.number(), warmthMWh: z.number() }).exactOptional(),
  campaigns: z
    .array(z.object({ name: z.string(), workMWh: z.number(), peakMW: z.number(), runningHours: z.number() }))
    .readonly()
    .exactOptional(),
  tiers: z.array(tier).readonly().exactOptional(),
});
