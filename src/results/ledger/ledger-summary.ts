/** What a report takes from `ledger/ledger.json`: by which rule, the totals of each place, scope 2, and the ends of the chains. */

import * as z from 'zod';
import { recordKinds } from '../../ledger/table.ts';
import { storageOrders } from './ledger-document.ts';

const wattHours = z.number().int();
const factor = z.object({
  kgPerMWh: z.number(),
  kind: z.enum(['direct', 'lifeCycle', 'not stated']),
  year: z.number().nullable(),
  source: z.string(),
});

const place = z.object({
  phase: z.string(),
  weatherYear: z.string(),
  totals: z.object({
    load: z.object({
      loadWh: wattHours,
      servedDirectlyWh: wattHours,
      servedFromStorageWh: wattHours,
      openingBalanceWh: wattHours,
      importedWh: wattHours,
      roundingWh: wattHours,
    }),
    plants: z.array(
      z.object({
        name: z.string(),
        issuedWh: wattHours,
        lostOnTheWayWh: wattHours,
        usedDirectlyWh: wattHours,
        storedWh: wattHours,
        usedFromStorageWh: wattHours,
        exportedWh: wattHours,
        unclaimedWh: wattHours,
      }),
    ),
    storages: z.array(
      z.object({
        name: z.string(),
        chargedWh: wattHours,
        dischargedWh: wattHours,
        lostChargingWh: wattHours,
        lostStandingWh: wattHours,
        lostDischargingWh: wattHours,
      }),
    ),
  }),
  scope2: z.object({
    locationBasedTonnes: z.number(),
    marketBasedAnnualTonnes: z.number(),
    marketBasedHourlyTonnes: z.number(),
    annualShare: z.number(),
    hourlyShare: z.number(),
    unmatchedMWh: z.number(),
    unmatchedHours: z.number(),
    steps: z.array(z.object({ share: z.number(), by: z.string(), reached: z.boolean() })),
    factors: z.object({
      grid: factor,
      unmatched: factor.extend({ basis: z.enum(['residual mix', 'fossil share of the grid', 'mean of the grid']) }),
    }),
  }),
  tables: z.array(
    z.object({
      kind: z.enum(recordKinds),
      file: z.string(),
      sha256: z.string(),
      rows: z.number().int(),
      chainEnd: z.string(),
    }),
  ),
});

export const ledgerSummarySchema = z.object({
  scenario: z.object({ contentHash: z.string() }),
  rule: z.string(),
  issuingBody: z.string(),
  order: z.enum(storageOrders),
  places: z.array(place),
});

export type LedgerSummary = z.output<typeof ledgerSummarySchema>;
