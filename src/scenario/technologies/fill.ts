/** What an asset leaves out is taken from its technology; what neither gives is a fault. Every value keeps its origin. */

import type { Draft } from '../document/draft.ts';
import { nearest } from '../faults/did-you-mean.ts';
import { conflict, type Doubt, type Fault, type Path, whereOf } from '../faults/fault.ts';
import { missingField } from '../faults/fault-words.ts';
import type { CostByYear } from '../scenario.ts';
import { schemasAt } from '../schema/json-schema.ts';
import { scenarioSchema } from '../schema/schema.ts';
import type { Technology, TechnologySet } from './technologies.ts';
import { technologyDoubts } from './technology-doubts.ts';

type Range = { readonly min: number; readonly max: number };

/** Where a resolved value came from. */
export interface Provenance {
  /** `storages[0].capexPerMWh`. */
  readonly where: string;
  readonly value: CostByYear | Range;
  readonly from:
    | { readonly kind: 'scenario' }
    | {
        readonly kind: 'technology';
        readonly costSet: string;
        readonly technology: string;
        readonly unit: string;
        readonly source: string;
        readonly year: number;
        readonly note?: string;
      };
}

export type Kind = Technology['kind'];
type Given = Readonly<Record<string, unknown>>;

/** Collects while assets are filled. */
export interface Filling {
  readonly set: TechnologySet;
  /** Of the scenario. */
  readonly currency: string | undefined;
  readonly faults: Fault[];
  readonly doubts: Doubt[];
  readonly provenance: Provenance[];
}

/** Reads one asset's parameters. A parameter nobody gives is noted as missing and read as NaN, which no load survives. */
export interface Parameters {
  cost(field: string): CostByYear;
  number(field: string): number;
  optional(field: string): number | undefined;
  optionalCost(field: string): CostByYear | undefined;
  /** One number is a range of that number. */
  range(field: string): Range;
}

export function parametersOf(filling: Filling, path: Path, asset: Given, kind: Kind): Parameters {
  const technology = technologyOf(filling, path, asset.technology, kind);
  function read(field: string): CostByYear | undefined {
    const given = asset[field];
    const where = whereOf([...path, field], '');
    const own = technology?.parameters;
    const known = own !== undefined && Object.hasOwn(own, field) ? own[field] : undefined;
    if (typeof given === 'number' || Array.isArray(given)) {
      filling.provenance.push({ where, value: given as CostByYear, from: { kind: 'scenario' } });
      if (known) filling.doubts.push(...technologyDoubts([...path, field], given as CostByYear, known, asset, filling));
      return given as CostByYear;
    }
    if (known === undefined) return undefined;
    const { value, ...origin } = known;
    const from = {
      kind: 'technology',
      costSet: filling.set.name,
      technology: String(asset.technology),
      ...withoutAbsent(origin),
    } as const;
    filling.provenance.push({ where, value, from });
    return value;
  }
  function required(field: string): CostByYear {
    const value = read(field);
    // Where the technology itself is at fault, that fault alone is told; a link may do without.
    if (value === undefined && (technology !== undefined || (kind === 'link' && asset.technology === undefined))) {
      filling.faults.push(missing([...path, field], asset.technology));
    }
    return value ?? Number.NaN;
  }
  function single(field: string, value: CostByYear): number {
    if (typeof value === 'number') return value;
    const problem = `technology ${JSON.stringify(asset.technology)} has a table by year, where one number is needed`;
    filling.faults.push({
      code: 'scenario.wrong-type',
      path: [...path, field],
      problem,
      expected: 'Give the number here.',
    });
    return Number.NaN;
  }
  return {
    cost: required,
    optionalCost: read,
    number: (field) => single(field, required(field)),
    optional: (field) => {
      const value = read(field);
      return value === undefined ? undefined : single(field, value);
    },
    range: (field) => {
      const given = asset[field];
      if (!isRange(given)) {
        const value = single(field, required(field));
        return { min: value, max: value };
      }
      filling.provenance.push({ where: whereOf([...path, field], ''), value: given, from: { kind: 'scenario' } });
      return given;
    },
  };
}

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'min' in value;
}

function technologyOf({ set, faults }: Filling, path: Path, name: unknown, kind: Kind): Technology | undefined {
  if (typeof name !== 'string') return undefined;
  const known = Object.keys(set.technologies).filter((other) => set.technologies[other]?.kind === kind);
  const technology = Object.hasOwn(set.technologies, name) ? set.technologies[name] : undefined;
  if (technology?.kind === kind) return technology;
  const meant = nearest(name, known);
  const choices = `Known for a ${kind}: ${known.map((other) => JSON.stringify(other)).join(', ') || 'nothing'}.`;
  faults.push({
    code: 'scenario.unknown-name',
    path: [...path, 'technology'],
    problem:
      technology === undefined
        ? `${JSON.stringify(name)} is not a technology of cost set ${set.name}`
        : `${JSON.stringify(name)} is the technology of a ${technology.kind}, not of a ${kind}`,
    expected: meant === undefined ? choices : `Did you mean ${JSON.stringify(meant)}?`,
  });
  return undefined;
}

function missing(path: Path, technology: unknown): Fault {
  const fault = missingField({ path, value: undefined, written: undefined, nodes: schemasAt(scenarioSchema, path) });
  const problem =
    typeof technology === 'string' ? `missing, and technology ${JSON.stringify(technology)} has none` : 'missing';
  return { ...fault, problem };
}

/** Money of the technology data stays in its currency: nothing is converted. */
export function currencyFaults({ currency, costSet }: Draft, { set, provenance }: Filling): Fault[] {
  if (currency === undefined || currency === set.currency) return [];
  const taken = provenance.filter(({ from }) => from.kind === 'technology' && from.unit.includes(set.currency));
  if (taken.length === 0) return [];
  const list = taken
    .slice(0, 3)
    .map(({ where }) => where)
    .join(', ');
  return [
    conflict(
      ['currency'],
      `${currency}, but ${taken.length} costs taken from cost set ${costSet ?? set.name} are in ${set.currency} (${list}${taken.length > 3 ? ', …' : ''})`,
      `Use ${set.currency}, or give these costs in the scenario; nothing is converted.`,
    ),
  ];
}

function withoutAbsent<T extends { note?: string | undefined }>({
  note,
  ...rest
}: T): Omit<T, 'note'> & { note?: string } {
  return note === undefined ? rest : { ...rest, note };
}
