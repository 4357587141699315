/** The hours of a part in pieces that change for different reasons: what they must keep, what they cost, what was promised over them. */

import { isDeepStrictEqual } from 'node:util';
import { LawChooser } from '../../lp/law-chooser.ts';
import { LimitWriter } from '../../lp/limit-writer.ts';
import type { LinearProgram } from '../../lp/linear-program.ts';
import { formulateHours, requireHoursOf, writeHours } from '../../model/formulation.ts';
import { promiseNames } from '../../model/matching.ts';
import { poolsOf } from '../../model/renewable.ts';
import type { Part, Scope } from '../../model/variables.ts';
import type { LoadTier, Scenario } from '../../scenario/scenario.ts';
import { type Recollection, recollect } from './recollection.ts';

/** Columns are those of `formulateHours` in each; its rows are those of the laws, then those of the promises. */
export interface HoursInPieces {
  /** Without what they cost. */
  readonly laws: LinearProgram;
  readonly costs: Pick<LinearProgram, 'objective' | 'objectiveConstant'>;
  /** Rows alone. */
  readonly promises: LinearProgram;
}

export interface Hours {
  readonly scenario: Scenario;
  readonly scope: Scope;
  readonly part: Part;
}

/** What each is written of, so that nothing else is read. No law holds money; the least import has no price. */
function sourceOf(name: keyof HoursInPieces, { scenario, scope, part }: Hours): Hours {
  const open = withOpenMaxima(scenario, part);
  const { load, phases } = open;
  const isPlain = isPlainWork(open);
  // Work costs the same whenever it is done and however much of it there is, and counts as load the same.
  const tiers = load.tiers.map((tier) => ({ ...tier, floorShare: 0, deadlineHours: Math.min(tier.deadlineHours, 1) }));
  const machines = phases.map((phase) => ({ ...phase, itCapacityMW: 1 }));
  const sources = {
    laws: { ...open, discountRate: 0 },
    costs: isPlain ? { ...open, load: { ...load, utilisation: 1, tiers }, phases: machines } : open,
    promises: { ...open, discountRate: 0, load: isPlain ? { ...load, tiers } : load },
  } as const;
  return {
    scenario: sources[name],
    scope: {
      ...scope,
      ...(name === 'costs' ? {} : { minimise: 'import' }),
      ...(name === 'promises' ? {} : { matching: { kind: 'none' } }),
    },
    part,
  };
}

/** Work that machines do in proportion to their power, whenever it is done. */
const isPlainWork = ({ load }: Scenario) =>
  load.campaigns === undefined && load.tiers.every((tier) => !tier.throughput && !tier.endurance);

/** What of the load only says how far columns and rows may go, where the work is plain. */
interface Amounts {
  readonly utilisation: number;
  readonly tiers: readonly Pick<LoadTier, 'floorShare' | 'deadlineHours'>[];
  readonly machinesMW: number;
}

/** Laws in whose limits they stand. */
const LAWS_OF_LOAD = [
  'shedLimit',
  'backlogBalance',
  'firmPowerLimit',
  'rampLimit',
  'energyBalance',
  'onlyRenewablesStored',
  'exportShare',
  'reserve',
];

/** Of the phase of a part: laws of its hours read no other's. */
const amountsIn = ({ scenario: { load, phases }, part }: Hours): Amounts => ({
  utilisation: load.utilisation,
  tiers: load.tiers.map(({ floorShare, deadlineHours }) => ({ floorShare, deadlineHours })),
  machinesMW: phases[part.p]!.itCapacityMW,
});

function withAmounts({ scenario, part, ...hours }: Hours, { utilisation, tiers, machinesMW }: Amounts): Hours {
  const { load, phases } = scenario;
  const own = phases[part.p]!;
  return {
    ...hours,
    part,
    scenario: {
      ...scenario,
      load: { ...load, utilisation, tiers: load.tiers.map((tier, k) => ({ ...tier, ...tiers[k] })) },
      phases: phases.with(part.p, { ...own, itCapacityMW: machinesMW }),
    },
  };
}

/** Hours ask of a maximum whether it lets anything stand at all, and of those of plants whether their link may bind. */
function withOpenMaxima(scenario: Scenario, { p }: Part): Scenario {
  const open = <T extends object>(list: readonly T[], field: keyof T) =>
    list.map((asset) => (Number(asset[field]) > 0 ? { ...asset, [field]: Number.POSITIVE_INFINITY } : asset));
  const opened = {
    ...scenario,
    renewables: open(scenario.renewables, 'siteMaximumMW'),
    storages: open(scenario.storages, 'maximumMW'),
    links: open(scenario.links, 'maximumMW'),
  };
  const poolsIn = (one: Scenario) =>
    poolsOf(one, one.phases[p]!).map(({ link, members }) => [link, ...members.map(({ asset }) => asset)].join());
  return poolsIn(opened).join(';') === poolsIn(scenario).join(';') ? opened : scenario;
}

const writers = {
  laws: ({ scenario, scope, part }: Hours) => formulateHours(scenario, scope, part).program,
  costs: ({ scenario, scope, part }: Hours) =>
    writeHours(new LawChooser({ laws: [], costs: true }), scenario, scope, part).program,
  promises: ({ scenario, scope, part }: Hours) =>
    writeHours(new LawChooser({ laws: promiseNames, costs: false }), scenario, scope, part).program,
} as const;

/** Each piece as it was written last where it would read the same: laws ask nothing of what sizes cost or how large they may be. */
export class KeptHours {
  private readonly kept = new Map<keyof HoursInPieces, Recollection<LinearProgram>>();
  /** Of the laws that are kept: what they were written of, and as they are with other amounts. */
  private amounts: Amounts | undefined;
  private moved: { readonly amounts: Amounts; readonly laws: LinearProgram } | undefined;

  of(hours: Hours): HoursInPieces {
    return { laws: this.laws(hours), costs: this.piece('costs', hours), promises: this.piece('promises', hours) };
  }

  private laws(hours: Hours): LinearProgram {
    const [known, amounts] = [this.kept.get('laws'), amountsIn(hours)];
    if (known !== undefined && this.amounts !== undefined && isPlainWork(hours.scenario)) {
      const source = sourceOf('laws', hours);
      if (known.holdsFor(withAmounts(source, this.amounts))) {
        const laws = this.withLimitsOf(known.answer, source, amounts);
        if (laws !== undefined) return laws;
      }
    }
    const written = this.piece('laws', hours);
    if (this.kept.get('laws') !== known) [this.amounts, this.moved] = [amounts, undefined];
    return written;
  }

  private withLimitsOf(known: LinearProgram, { scenario, scope, part }: Hours, amounts: Amounts) {
    if (isDeepStrictEqual(amounts, this.amounts)) return known;
    if (isDeepStrictEqual(amounts, this.moved?.amounts)) return this.moved?.laws;
    const writer = new LimitWriter(known, LAWS_OF_LOAD);
    requireHoursOf(writer, scenario, scope, part);
    const laws = writer.rewritten();
    this.moved = laws && { amounts, laws };
    return laws;
  }

  private piece(name: keyof HoursInPieces, hours: Hours): LinearProgram {
    const known = this.kept.get(name);
    const source = sourceOf(name, hours);
    if (known?.holdsFor(source)) return known.answer;
    const written = recollect(source, (asked) => withMatrixOf(known?.answer, writers[name](asked)));
    this.kept.set(name, written);
    return written.answer;
  }
}

/** Where all coefficients are equal, on the same memory: so what was computed of them is found again. */
function withMatrixOf(known: LinearProgram | undefined, written: LinearProgram): LinearProgram {
  if (known === undefined) return written;
  const { rowStart, columnIndex, coefficient } = known;
  const isEqual =
    areEqual(rowStart, written.rowStart) &&
    areEqual(columnIndex, written.columnIndex) &&
    areEqual(coefficient, written.coefficient);
  return isEqual ? { ...written, rowStart, columnIndex, coefficient } : written;
}

function areEqual<T extends Float64Array | Int32Array>(a: T, b: T): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
