/** `result.json` beside the document that its own files give: every field and every value, both ways. */

import type { Disagreement } from '../../studies/compare-claims.ts';
import { tolerance } from '../../units.ts';

export interface Comparison {
  /** What is claimed and is otherwise, or is no field of a result. */
  readonly disagreements: Disagreement[];
  /** Paths of what the files give and the document does not say. */
  readonly unsaid: string[];
  /** Paths of numbers that agree to `tolerance.claimedShare` of themselves, not to the last digit. */
  readonly rounded: string[];
}

/**
 * @param claimed what was read
 * @param own the same recomputed
 * @param passedOver paths of what nobody can recompute; whoever asks has to say that they are not checked
 */
export function compareDocument(claimed: object, own: object, passedOver: ReadonlySet<string>): Comparison {
  const comparison: Comparison = { disagreements: [], unsaid: [], rounded: [] };
  compare({ where: '', claim: claimed, own, size: 0 }, passedOver, comparison);
  return comparison;
}

interface Pair {
  readonly where: string;
  readonly claim: unknown;
  readonly own: unknown;
  /** What a number is a part of, where that is larger than the number. */
  readonly size: number;
}

function compare(pair: Pair, passedOver: ReadonlySet<string>, found: Comparison): void {
  const { where, claim, own } = pair;
  const say = (problem: string) => found.disagreements.push({ where, problem });
  if (claim === undefined && own !== undefined) found.unsaid.push(where);
  else if (passedOver.has(where)) return;
  else if (own === undefined) say(`${shown(claim)} is claimed, but there is no such value`);
  else if (typeof claim === 'number' && typeof own === 'number') compareNumbers(pair, claim, own, found);
  else if (Array.isArray(claim) && Array.isArray(own) && claim.length > own.length) {
    say(`${claim.length} are claimed, recomputed there are ${own.length}`);
  } else if (Array.isArray(claim) && Array.isArray(own) && claim.length < own.length) found.unsaid.push(where);
  else if (isObject(claim) && isObject(own) && Array.isArray(claim) === Array.isArray(own)) {
    for (const field of new Set([...Object.keys(own), ...Object.keys(claim)])) {
      compare(pairAt(where, claim, own, field), passedOver, found);
    }
  } else if (claim !== own) say(`${shown(claim)} is claimed, recomputed it is ${shown(own)}`);
}

function pairAt(where: string, claim: object, own: object, field: string): Pair {
  const of = (owner: object) => (Object.hasOwn(owner, field) ? (owner as Record<string, unknown>)[field] : undefined);
  const path = Array.isArray(own) ? `${where}[${field}]` : `${where}${where && '.'}${field}`;
  return { where: path, claim: of(claim), own: of(own), size: sizeOf(field, own) };
}

const isEnergy = (field: string) => /MWh$/.test(field) && !/PerMWh$/.test(field);

/** Differences of sums are as exact as the sums, and differences of shares as the whole. */
function sizeOf(field: string, owner: object): number {
  if (/(Score|Share|Gap)$/.test(field)) return 1;
  if (!isEnergy(field)) return 0;
  const energies = Object.entries(owner).filter(([name, value]) => isEnergy(name) && typeof value === 'number');
  return energies.reduce((sum, [, value]) => sum + Math.abs(value as number), 0);
}

function compareNumbers({ where, size }: Pair, claim: number, own: number, found: Comparison): void {
  if (claim === own) return;
  const room = tolerance.claimedShare * Math.max(size, Math.abs(claim), Math.abs(own));
  if (Math.abs(claim - own) <= room) found.rounded.push(where);
  else found.disagreements.push({ where, problem: `${claim} is claimed, recomputed it is ${own}` });
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const MOST_SHOWN = 60;

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
