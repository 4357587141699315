/** What a study says, once for terminal and page: sentences, tables and charts in parts with a title. */

import type { CostCurve } from '../charts/cost-curve.ts';

export interface Sheet {
  readonly title: string;
  readonly headline: string;
  readonly tone: 'good' | 'mixed' | 'bad';
  /** True where any profile was generated, not measured. */
  readonly synthetic: boolean;
  /** What has nothing to say is left out. */
  readonly parts: readonly SheetPart[];
}

export interface SheetPart {
  readonly title: string;
  readonly sentences?: readonly string[];
  readonly table?: SheetTable;
  /** For the page alone. */
  readonly chart?: CostCurve;
}

export interface SheetTable {
  readonly subject: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly unit: string; readonly cells: readonly string[] }[];
}

export function isSaid({ sentences = [], table, chart }: SheetPart): boolean {
  return sentences.length > 0 || (table?.rows.length ?? 0) > 0 || chart !== undefined;
}

export const SYNTHETIC = 'SYNTHETIC PROFILES: generated, not measured; no basis for an investment.';
