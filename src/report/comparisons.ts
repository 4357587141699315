/** What the twins say, in words with numbers: the cost of matching by the hour, the worth of flexible load and storage. */

import type { BaselineResult, ResultDocument } from '../results/document/result-document.ts';
import { amount, type Said, say, share } from './content/words.ts';
import type { Phrase } from './language/french.ts';
import { isEveryHourMatched } from './verdict.ts';

export const baselineNames = {
  annualMatching: 'Annual matching',
  inflexibleLoad: 'Inflexible load',
  withoutStorage: 'Without storage',
  proportionalOverhead: 'Overhead in proportion',
  withoutSecurity: 'Without security',
  plannedTogether: 'Planned together',
} as const satisfies Readonly<Record<BaselineResult['kind'], Phrase>>;

/** One sentence for each baseline. */
export function comparisonSentences(document: ResultDocument): Said[] {
  return document.baselines.map((baseline) => sentenceOf(document, baseline));
}

function sentenceOf(document: ResultDocument, baseline: BaselineResult): Said {
  const ours = comparedObjective(document);
  const theirs = baseline.objective;
  if (baseline.status !== 'optimal' || theirs === undefined) return withoutAnswer(baseline, ours !== undefined);
  if (ours === undefined)
    return say('{twin} would cost {amount}.', {
      twin: say(baselineNames[baseline.kind]),
      amount: amount(document.scenario.currency, theirs),
    });
  const floor = document.certificate?.gapFloor ?? 0;
  const amounts = say('({ours} against {theirs} {span}, discounted)', {
    ours: amount(document.scenario.currency, ours),
    theirs: amount(document.scenario.currency, theirs),
    span: spanInWords(document),
  });
  switch (baseline.kind) {
    case 'annualMatching':
      return say('{plan} {costs} annual matching {amounts}.', {
        plan: subjectOf(document),
        costs: differenceOf(ours, theirs, floor),
        amounts,
      });
    case 'inflexibleLoad':
      return say('Flexible load {saves} {amounts}.', { saves: savingOf(ours, theirs, floor), amounts });
    case 'withoutStorage':
      return say('Storage {saves} {amounts}; without it the promise could be kept too.', {
        saves: savingOf(ours, theirs, floor),
        amounts,
      });
    case 'proportionalOverhead':
      return say(
        'Overhead that stays while machines do less: with all of it in proportion, as a PUE has it, flexible load would be overrated; this plan {costs} that one {amounts}.',
        { costs: differenceOf(ours, theirs, floor), amounts },
      );
    case 'withoutSecurity':
      return say('With its reserve in store and its margin of plant this plan {costs} one without them {amounts}.', {
        costs: differenceOf(ours, theirs, floor),
        amounts,
      });
    case 'plannedTogether':
      return regretSentence(document, theirs, floor);
    default: {
      const never: never = baseline.kind;
      throw new TypeError(`unknown baseline ${String(never)}`);
    }
  }
}

/** Over all phases, whatever the other twins were planned for. */
function regretSentence({ cost, scenario: { currency } }: ResultDocument, theirs: number, floor: number): Said {
  const ours = cost?.objective ?? theirs;
  return say(
    'Regret: planned phase by phase, each given what stands, this plan {costs} one with all phases in sight {amounts}.',
    {
      costs: differenceOf(ours, theirs, floor),
      amounts: say('({ours} against {theirs} {span}, discounted)', {
        ours: amount(currency, ours),
        theirs: amount(currency, theirs),
        span: say('over all phases'),
      }),
    },
  );
}

/** The phases that the baselines were planned for: all of them, or the first alone. */
export function comparedPhases({ baselines, phases }: ResultDocument): string[] {
  const twins = baselines.filter(({ kind }) => kind !== 'plannedTogether');
  return (twins.find((one) => one.phases.length > 0)?.phases ?? phases).map(({ name }) => name);
}

/** What the plan itself costs in those phases, discounted [currency]; undefined where there is no plan. */
export function comparedObjective(document: ResultDocument): number | undefined {
  const span = comparedPhases(document);
  return document.cost?.items.reduce((sum, { phase, value }) => (span.includes(phase) ? sum + value : sum), 0);
}

export function spanInWords(document: ResultDocument): Said {
  const span = comparedPhases(document);
  return document.phases.length === 0 || span.length === document.phases.length
    ? say('over all phases')
    : say('in the phase {phase}', { phase: { names: span } });
}

function subjectOf(document: ResultDocument): Said {
  return isEveryHourMatched(document) ? say('Hourly matching') : say('This plan');
}

function withoutAnswer({ kind, status }: BaselineResult, isPlanned: boolean): Said {
  const why = {
    limit: 'the solver stopped at its limit',
    unbounded: 'its cost falls without end',
    optimal: 'no cost is known',
  } as const;
  if (status !== 'infeasible') {
    return say('{twin}: not known, {why}.', { twin: say(baselineNames[kind]), why: say(why[status]) });
  }
  switch (kind) {
    case 'annualMatching':
      return say('Not even annual matching is possible.');
    case 'inflexibleLoad':
      return isPlanned
        ? say('Flexible load makes the promise possible: with inflexible load no plan keeps it.')
        : say('With inflexible load no plan keeps the promise either.');
    case 'withoutStorage':
      return isPlanned
        ? say('Storage makes the promise possible: without it no plan keeps it.')
        : say('Without storage no plan keeps the promise either.');
    case 'proportionalOverhead':
      return say('With overhead in proportion to the machines no plan keeps the promise.');
    case 'withoutSecurity':
      return say('Without a reserve in store and a margin of plant no plan keeps the promise either.');
    case 'plannedTogether':
      return say('With all phases in sight no plan keeps the promise either.');
    default: {
      const never: never = kind;
      throw new TypeError(`unknown baseline ${String(never)}`);
    }
  }
}

/** Below this share a difference is no finding. */
const SAME = 0.0005;

function differenceOf(ours: number, theirs: number, floor: number): Said {
  const more = shareOf(ours - theirs, theirs, floor);
  if (more === undefined) return say('cannot be compared as a share with');
  if (Math.abs(more) < SAME) return say('costs as much as');
  return more > 0
    ? say('costs {share} more than', { share: share(more) })
    : say('costs {share} less than', { share: share(-more) });
}

function savingOf(ours: number, theirs: number, floor: number): Said {
  const saved = shareOf(theirs - ours, theirs, floor);
  if (saved === undefined) return say('cannot be valued as a share');
  if (Math.abs(saved) < SAME) return say('changes the cost by less than 0.05 %');
  return saved > 0 ? say('saves {share}', { share: share(saved) }) : say('adds {share}', { share: share(-saved) });
}

/**
 * Undefined where the whole is no positive amount; nothing where the part is nothing beside `floor`, below which costs are
 * not proven any further.
 */
export function shareOf(part: number, whole: number, floor: number): number | undefined {
  if (Math.abs(part) < SAME * floor) return 0;
  return whole > 0 ? part / whole : undefined;
}
