/** What the twins say, in words with numbers: the cost of matching by the hour, the worth of flexible load and storage. */

import type { BaselineResult, ResultDocument } from '../results/result-document.ts';
import { money, percent } from './figures.ts';
import { isEveryHourMatched } from './verdict.ts';

export const baselineNames: Readonly<Record<BaselineResult['kind'], string>> = {
  annualMatching: 'Annual matching',
  inflexibleLoad: 'Inflexible load',
  withoutStorage: 'Without storage',
  proportionalOverhead: 'Overhead in proportion',
  withoutSecurity: 'Without security',
};

/** One sentence for each baseline. */
export function comparisonSentences(document: ResultDocument): string[] {
  return document.baselines.map((baseline) => sentenceOf(document, baseline));
}

function sentenceOf(document: ResultDocument, baseline: BaselineResult): string {
  const ours = comparedObjective(document);
  const theirs = baseline.objective;
  if (baseline.status !== 'optimal' || theirs === undefined) return withoutAnswer(baseline, ours !== undefined);
  if (ours === undefined)
    return `${baselineNames[baseline.kind]} would cost ${money(document.scenario.currency, theirs)}.`;
  const floor = document.certificate?.gapFloor ?? 0;
  const amounts = `(${money(document.scenario.currency, ours)} against ${money(document.scenario.currency, theirs)} ${spanInWords(document)}, discounted)`;
  switch (baseline.kind) {
    case 'annualMatching':
      return `${subjectOf(document)} ${differenceOf(ours, theirs, floor)} annual matching ${amounts}.`;
    case 'inflexibleLoad':
      return `Flexible load ${savingOf(ours, theirs, floor)} ${amounts}.`;
    case 'withoutStorage':
      return `Storage ${savingOf(ours, theirs, floor)} ${amounts}; without it the promise could be kept too.`;
    case 'proportionalOverhead':
      return `Overhead that stays while machines do less: with all of it in proportion, as a PUE has it, flexible load would be overrated; this plan ${differenceOf(ours, theirs, floor)} that one ${amounts}.`;
    case 'withoutSecurity':
      return `With its reserve in store and its margin of plant this plan ${differenceOf(ours, theirs, floor)} one without them ${amounts}.`;
    default: {
      const never: never = baseline.kind;
      throw new TypeError(`unknown baseline ${String(never)}`);
    }
  }
}

/** The phases that the baselines were planned for: all of them, or the first alone. */
export function comparedPhases({ baselines, phases }: ResultDocument): string[] {
  return (baselines.find((one) => one.phases.length > 0)?.phases ?? phases).map(({ name }) => name);
}

/** What the plan itself costs in those phases, discounted [currency]; undefined where there is no plan. */
export function comparedObjective(document: ResultDocument): number | undefined {
  const span = comparedPhases(document);
  return document.cost?.items.reduce((sum, { phase, value }) => (span.includes(phase) ? sum + value : sum), 0);
}

export function spanInWords(document: ResultDocument): string {
  const span = comparedPhases(document);
  return document.phases.length === 0 || span.length === document.phases.length
    ? 'over all phases'
    : `in the phase ${span.join(', ')}`;
}

function subjectOf(document: ResultDocument): string {
  return isEveryHourMatched(document) ? 'Hourly matching' : 'This plan';
}

function withoutAnswer({ kind, status }: BaselineResult, isPlanned: boolean): string {
  const why = {
    limit: 'the solver stopped at its limit',
    unbounded: 'its cost falls without end',
    optimal: 'no cost is known',
  };
  if (status !== 'infeasible') return `${baselineNames[kind]}: not known, ${why[status]}.`;
  switch (kind) {
    case 'annualMatching':
      return 'Not even annual matching is possible.';
    case 'inflexibleLoad':
      return isPlanned
        ? 'Flexible load makes the promise possible: with inflexible load no plan keeps it.'
        : 'With inflexible load no plan keeps the promise either.';
    case 'withoutStorage':
      return isPlanned
        ? 'Storage makes the promise possible: without it no plan keeps it.'
        : 'Without storage no plan keeps the promise either.';
    case 'proportionalOverhead':
      return 'With overhead in proportion to the machines no plan keeps the promise.';
    case 'withoutSecurity':
      return 'Without a reserve in store and a margin of plant no plan keeps the promise either.';
    default: {
      const never: never = kind;
      throw new TypeError(`unknown baseline ${String(never)}`);
    }
  }
}

/** Below this share a difference is no finding. */
const SAME = 0.0005;

function differenceOf(ours: number, theirs: number, floor: number): string {
  const more = shareOf(ours - theirs, theirs, floor);
  if (more === undefined) return 'cannot be compared as a share with';
  if (Math.abs(more) < SAME) return 'costs as much as';
  return more > 0 ? `costs ${percent(more)} more than` : `costs ${percent(-more)} less than`;
}

function savingOf(ours: number, theirs: number, floor: number): string {
  const saved = shareOf(theirs - ours, theirs, floor);
  if (saved === undefined) return 'cannot be valued as a share';
  if (Math.abs(saved) < SAME) return 'changes the cost by less than 0.05 %';
  return saved > 0 ? `saves ${percent(saved)}` : `adds ${percent(-saved)}`;
}

/**
 * Undefined where the whole is no positive amount; nothing where the part is nothing beside `floor`, below which costs are
 * not proven any further.
 */
export function shareOf(part: number, whole: number, floor: number): number | undefined {
  if (Math.abs(part) < SAME * floor) return 0;
  return whole > 0 ? part / whole : undefined;
}
