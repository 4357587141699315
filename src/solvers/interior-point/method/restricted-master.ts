/**
 * The most that the duals of a point prove. On the way they do not fit the costs of the linking columns, and what is missing
 * weighs as much as these may be large; but a mixture of each block's duals with none at all may fit, with linking duals
 * of its own. The best mixture is the restricted master programme of G. B. Dantzig and P. Wolfe, Decomposition principle for
 * linear programs, 1960, doi:10.1287/opre.8.1.101: a few cuts a block, as small as the linking columns are few.
 */

import { SolverError } from '../../../errors.ts';
import type { LinearProgram } from '../../../lp/linear-program.ts';
import { ProgramBuilder } from '../../../lp/program-builder.ts';
import type { SolveResult } from '../../solver.ts';
import type { LinkingForm } from '../form/linking-form.ts';
import type { Cut } from '../iterate/dual-bound.ts';
import { dot } from '../linalg/dense-cholesky.ts';

/** Solves a programme of few rows and columns. */
export type SolveMaster = (master: LinearProgram) => Promise<SolveResult>;

export interface BlockCuts {
  /** One a candidate; one at least. */
  readonly cuts: readonly Cut[];
  /** Linking column of each of its own. */
  readonly linkedTo: Int32Array;
}

/** Duals that prove `bound`; scaled. */
export interface MasterDuals {
  readonly bound: number;
  /** Of the linking rows. */
  readonly linking: Float64Array;
  /** By block, how much of each of its cuts is taken, 0…1. */
  readonly shares: readonly Float64Array[];
}

/** @returns undefined where nothing is proven, or cannot be told now */
export async function mixtureOf(
  form: LinkingForm,
  all: readonly BlockCuts[],
  solveMaster: SolveMaster,
): Promise<MasterDuals | undefined> {
  try {
    return masterDuals(form, all, await solveMaster(restrictedMaster(form, all)));
  } catch (error) {
    if (error instanceof SolverError) return undefined;
    throw error;
  }
}

/** Columns: the linking columns of the form, then what each block costs. Rows: those of the form, then the cuts of each block. */
export function restrictedMaster(form: LinkingForm, all: readonly BlockCuts[]): LinearProgram {
  const { cost, upper, rows, rhs } = form;
  const placed = all.flatMap(({ cuts, linkedTo }, b) => cuts.map((cut) => ({ ...cut, linkedTo, b })));
  const builder = new ProgramBuilder();
  const links = builder.variables('linking', [], cost.length, { upper: cost.map((_, j) => upper[j] ?? Infinity) });
  const lower = Float64Array.from(all, ({ cuts }) => cuts[0]!.plain);
  const blocks = builder.variables('block', [], all.length, { lower });
  builder.minimise({
    name: 'cost',
    of: [],
    write(terms) {
      cost.forEach((c, j) => {
        terms.plus(c, links.at(j));
      });
      all.forEach((_, b) => {
        terms.plus(1, blocks.at(b));
      });
      terms.constant(form.fixedCost);
    },
  });
  builder.require({
    name: 'linking',
    of: [],
    count: rows.length,
    write(row, r) {
      rows[r]!.forEach((coefficient, j) => {
        row.plus(coefficient, links.at(j));
      });
      row.equals(rhs[r]!);
    },
  });
  builder.require({
    name: 'cut',
    of: [],
    count: placed.length,
    write(row, k) {
      const { constant, linkedDual, linkedTo, b } = placed[k]!;
      const prices = new Float64Array(form.base.length);
      linkedTo.forEach((column, l) => {
        prices[column]! += linkedDual[l]!;
      });
      row.plus(1, blocks.at(b));
      form.columnOf.forEach((column, j) => {
        if (column >= 0) row.plus(form.sign[j]! * prices[column]!, links.at(j));
      });
      row.atLeast(constant - dot(prices, form.base));
    },
  });
  return builder.build();
}

/** @returns undefined where nothing is proven: open linking columns that no mixture pays for */
export function masterDuals(
  { rows }: LinkingForm,
  all: readonly BlockCuts[],
  result: SolveResult,
): MasterDuals | undefined {
  if (result.status !== 'optimal') return undefined;
  const { objective: bound, rowDual } = result;
  let next = rows.length;
  const shares = all.map(({ cuts }) => {
    const own = rowDual.slice(next, next + cuts.length).map((dual) => Math.min(1, Math.max(0, dual)));
    next += cuts.length;
    return own;
  });
  return { bound, linking: rowDual.slice(0, rows.length), shares };
}
