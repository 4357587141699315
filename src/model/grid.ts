import type { Constraint, VariableBlock } from '../lp/constraint.ts';
import type { ProgramBuilder } from '../lp/program-builder.ts';
import type { ExportShare, Grid, Phase, Scenario } from '../scenario/scenario.ts';
import { costInYear } from '../scenario/technologies/cost-by-year.ts';
import { HOURS_PER_YEAR } from '../units.ts';
import { addTerms, constantAt, flowOf, type HourlyExpression, type Hours } from './hourly.ts';
import type { Scope } from './variables.ts';

export function declareImport(lp: ProgramBuilder, { grid }: Scenario, { importAllowed }: Scope, hours: Hours) {
  return importAllowed ? lp.variables('import', hours.labels, hours.count, { upper: grid.importLimitMW }) : undefined;
}

export function declareExport(lp: ProgramBuilder, { grid }: Scenario, { exportAllowed }: Scope, hours: Hours) {
  return exportAllowed ? lp.variables('export', hours.labels, hours.count, { upper: grid.exportLimitMW }) : undefined;
}

/**
 * Import stays within the subscribed power.
 *
 * @equation m[h] − M ≤ 0
 * @dual minus what one more MW of subscription is worth in the hour [currency/MW]
 */
export function subscribedPower(hours: Hours, m: VariableBlock, M: number): Constraint {
  return {
    name: 'subscribedPower',
    of: hours.labels,
    count: hours.count,
    write: (row, h) => row.plus(1, m.at(h)).minus(1, M).atMost(0),
  };
}

/**
 * No more is imported over the year than was found to be unavoidable.
 *
 * @equation Σ_h m[h] ≤ least import
 * @dual minus what one more MWh of permitted import is worth [currency/MWh]
 */
export function leastImport(hours: Hours, m: VariableBlock, mostMWh: number): Constraint {
  return {
    name: 'leastImport',
    of: hours.labels,
    count: 1,
    write: (row) => {
      for (let h = 0; h < hours.count; h++) row.plus(1, m.at(h));
      row.atMost(mostMWh);
    },
  };
}

/** Emissions of a MWh from the grid [t]. */
export const tonnesPerMWh = ({ carbonIntensityKgPerMWh }: Grid): number => carbonIntensityKgPerMWh / 1000;

/** The least limit of the years of a phase, which all have the same hours [t]; undefined where there is none. */
export function emissionsLimitIn({ emissionsLimitTonnesPerYear: limit }: Grid, phase: Phase): number | undefined {
  if (limit === undefined) return undefined;
  return Math.min(...Array.from({ length: phase.years }, (_, at) => costInYear(limit, phase.firstYear + at)));
}

/**
 * What import emits stays within the limit: as a mean by the hour, so that the row is of the size of the others.
 *
 * @equation Σ_h intensity·m[h] / H ≤ emissions limit/8760
 * @dual minus what one more tonne in every hour is worth [currency/(t/h)]
 */
export function emissionsLimit(hours: Hours, intensity: number, m: VariableBlock, mostTonnes: number): Constraint {
  return {
    name: 'emissionsLimit',
    of: hours.labels,
    count: 1,
    write: (row) => {
      for (let h = 0; h < hours.count; h++) row.plus(intensity / hours.count, m.at(h));
      row.atMost(mostTonnes / HOURS_PER_YEAR);
    },
  };
}

/** Of what export may be a share: the load, or what plants bring to load and export, which is load − m + x. */
export function exportBase(
  { of }: ExportShare,
  load: readonly HourlyExpression[],
  x: VariableBlock,
  m: VariableBlock | undefined,
): HourlyExpression[] {
  if (of === 'load') return [...load];
  const bought = m ? [{ terms: [{ column: m.at, factor: () => -1 }] }] : [];
  return [...load, flowOf(x), ...bought];
}

/**
 * Of a year's generation, or of its load, at most a share is exported; generation counts as far as it serves load or export.
 *
 * @equation Σ_h x[h] − share·Σ_h base[h] ≤ 0
 * @dual minus what one more MWh of permitted export is worth [currency/MWh]
 */
export function exportShare(
  hours: Hours,
  share: number,
  x: VariableBlock,
  base: readonly HourlyExpression[],
): Constraint {
  return {
    name: 'exportShare',
    of: hours.labels,
    count: 1,
    write: (row) => {
      let firm = 0;
      for (let h = 0; h < hours.count; h++) {
        row.plus(1, x.at(h));
        for (const part of base) {
          addTerms(row, part, h, -share);
          firm += constantAt(part, h);
        }
      }
      row.atMost(share * firm);
    },
  };
}

/** The most that may be exported in a year beside what is loaded and imported in it [MWh]. */
export function mostExported({ maximum, of }: ExportShare, loadMWh: number, importMWh: number): number {
  return of === 'load' ? maximum * loadMWh : (maximum / (1 - maximum)) * Math.max(0, loadMWh - importMWh);
}
