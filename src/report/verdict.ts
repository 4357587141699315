/** What came out, in plain words, from the result document alone. */

import type { CertificateResult, ResultDocument, WeatherYearResult } from '../results/document/result-document.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { tolerance } from '../units.ts';
import { counted, givenShare, number, type Said, say, scored, small } from './content/words.ts';
import { isKept, reachedShare } from './target.ts';

export interface Verdict {
  readonly tone: 'good' | 'mixed' | 'bad';
  /** One line. */
  readonly headline: Said;
  /** What stands behind it; may be several sentences. */
  readonly detail: Said;
}

/** What was asked, by which a target is known to be kept; a document alone does not say. */
export type Asked = Pick<Scenario, 'matching' | 'weatherYears'>;

export function verdictOf(document: ResultDocument, asked?: Asked): Verdict {
  switch (document.status) {
    case 'optimal':
      return planVerdict(document, asked);
    case 'infeasible':
      return infeasibleVerdict(document);
    case 'unbounded':
      return {
        tone: 'bad',
        headline: say('No least cost exists: cost falls without end.'),
        detail: say(
          'Some price pays for building or using ever more. Look for a negative cost, or an export price above every cost.',
        ),
      };
    case 'limit':
      if (document.certificate !== undefined) return planAtLimitVerdict(document, document.certificate, asked);
      return {
        tone: 'bad',
        headline: say('No answer: the solver stopped at its limit after {seconds} s.', {
          seconds: number(document.solver.wallSeconds),
        }),
        detail: [say('There was no plan by then, and nothing is known about whether one exists.'), whyNone(document)],
      };
    default: {
      const never: never = document.status;
      throw new TypeError(`unknown status ${String(never)}`);
    }
  }
}

/** Why time left no plan, how it was sought, and what to do. */
function whyNone({ solver: { method, reason }, study }: ResultDocument): Said {
  const isSimplex = method === 'one-lp';
  const why = isSimplex
    ? say('A simplex solver has one only at its end ({reason}).', { reason })
    : study === 'dispatch'
      ? say('A dispatch has one once the least import of every phase is known ({reason}).', { reason })
      : say(
          'Blocks of hours have one once their equations are closed, of phases one by one those of the last too ({reason}).',
          { reason },
        );
  const advice = isSimplex
    ? say(
        'Allow more time, choose the method decomposed, which has one sooner, or ask for fewer weather years or phases.',
      )
    : say('Allow more time, or ask for fewer weather years or phases.');
  return [why, advice];
}

/** What a plan is worth that time has cut short; then what it does. */
function planAtLimitVerdict(
  document: ResultDocument,
  { relativeGap, verified }: CertificateResult,
  asked: Asked | undefined,
): Verdict {
  const plain = planVerdict(document, asked);
  if (!verified) return plain;
  const gap = roughly(relativeGap);
  const [headline, most] =
    relativeGap < 1
      ? [
          say(
            'Stopped by the time limit: the plan is verified, within {gap} of the best possible; more time may find a cheaper one.',
            { gap },
          ),
          say('No plan can cost more than {gap} less.', { gap }),
        ]
      : [
          say(
            'Stopped by the time limit: the plan is verified, but nothing is proven yet of how near the best possible it is; more time may find a cheaper one.',
          ),
          say('Plans that cost next to nothing are not ruled out.'),
        ];
  return { tone: 'mixed', headline, detail: [most, plain.headline, plain.detail] };
}

/** A share that bounds something, in two digits: never below what it is. */
function roughly(share: number): Said {
  const unit = 10 ** (Math.floor(Math.log10(share)) - 1);
  return givenShare(Math.ceil(share / unit) * unit);
}

/** Weather years of all phases, with the name of their phase. */
function yearsOf({ phases }: ResultDocument): { phase: string; year: WeatherYearResult }[] {
  return phases.flatMap(({ name, weatherYears }) => weatherYears.map((year) => ({ phase: name, year })));
}

/** No hour counts as unmatched, and those that do not count add up to nothing either. */
export function isEveryHourMatched(document: ResultDocument): boolean {
  return yearsOf(document).every(
    ({ year: { unmatchedHours, unmatchedMWh, loadMWh } }) =>
      unmatchedHours === 0 && unmatchedMWh <= tolerance.yearlyShare * loadMWh,
  );
}

function planVerdict(document: ResultDocument, asked: Asked | undefined): Verdict {
  const { certificate } = document;
  const years = yearsOf(document);
  const worst = years.reduce<(typeof years)[number] | undefined>(
    (lowest, one) => (lowest === undefined || one.year.cfeScore < lowest.year.cfeScore ? one : lowest),
    undefined,
  );
  const isMatched = isEveryHourMatched(document);
  const proof = proofOf(document);
  const isProven = certificate?.verified === true;
  if (worst === undefined || isMatched) {
    return {
      tone: isProven ? 'good' : 'bad',
      headline: isProven
        ? say('Every hour of every phase is matched by renewable energy.')
        : say('Not verified: the flows say that every hour is matched, but laws are broken.'),
      detail: proof,
    };
  }
  const { phase, year } = worst;
  const kept = keptTarget(document, year.cfeScore, asked);
  const headline = kept ?? unmatchedWords(document, year.cfeScore);
  return {
    tone: !isProven ? 'bad' : kept === undefined ? 'mixed' : 'good',
    headline: isProven ? headline : [say('Not verified: laws are broken.'), headline],
    detail: [
      say('That is {phase} in weather year {year}: {mwh} MWh unmatched in {hours}.', {
        phase,
        year: year.name,
        mwh: number(year.unmatchedMWh),
        hours: hoursOf(year.unmatchedHours),
      }),
      ofThisPlan(certificate),
      proof,
    ],
  };
}

/** Of a plan that does what was asked, though some hours import; undefined where nothing was asked, or it is missed. */
function keptTarget({ phases, study }: ResultDocument, lowest: number, asked: Asked | undefined): Said | undefined {
  if (asked === undefined || asked.matching.kind === 'none') return undefined;
  const { matching, weatherYears } = asked;
  // Scores do not tell of months, and a dispatch is not asked to keep them.
  if (matching.kind === 'monthly' && study === 'dispatch') return undefined;
  if (!phases.every((phase) => isKept(reachedShare(phase, matching, weatherYears), matching))) return undefined;
  return say(
    'The target of {target}, {by}, is kept; the lowest hourly score of any phase and weather year is {score}.',
    {
      target: givenShare(matching.target),
      by: say(windowOfTarget[matching.kind]),
      score: scored(lowest),
    },
  );
}

export const windowOfTarget = { hourly: 'hour by hour', monthly: 'by month', annual: 'by year' } as const;

function unmatchedWords({ study }: ResultDocument, lowest: number): Said {
  const score = { score: scored(lowest) };
  return study === 'dispatch'
    ? say('Not every hour can be matched by what stands: the lowest hourly score is {score}.', score)
    : say('Not every hour is matched: the lowest hourly score of this plan is {score}.', score);
}

/** A coarse gap leaves room for plans that import a little in many hours, or much in few. */
function ofThisPlan(certificate: CertificateResult | undefined): Said {
  if (certificate === undefined || certificate.relativeGap <= tolerance.countedGap) return '';
  return say(
    'These are the hours of this plan, at a gap of {gap}; the cheapest plan may leave more or fewer unmatched.',
    { gap: small(certificate.relativeGap) },
  );
}

export const hoursOf = (count: number): Said => counted(count, '{count} hour', '{count} hours');
const lawsOf = (count: number): Said => counted(count, '{count} law', '{count} laws');

/** `Verified: 20 laws, 1,234 checks, none broken; gap 2e-10.` */
export function proofOf({ certificate }: ResultDocument): Said {
  if (certificate === undefined) return say('Not verified: the result carries no certificate.');
  const { laws, relativeGap, verified } = certificate;
  const checks = laws.reduce((sum, law) => sum + law.checks, 0);
  const broken = laws.filter((law) => law.broken > 0);
  const gap = small(relativeGap);
  if (!verified) {
    const count = lawsOf(broken.length);
    if (broken.length === 0) return say('NOT VERIFIED: {laws} broken; gap {gap}.', { laws: count, gap });
    const names = { names: broken.map(({ law }) => law) };
    return say('NOT VERIFIED: {laws} broken ({names}); gap {gap}.', { laws: count, names, gap });
  }
  const asked = laws.filter((law) => law.checks > 0).length;
  return say('Verified: {laws} recomputed in {checks}, none broken; gap {gap}.', {
    laws: lawsOf(asked),
    checks: counted(checks, '{count} check', '{count} checks'),
    gap,
  });
}

function infeasibleVerdict({ shortages, study }: ResultDocument): Verdict {
  if (shortages.length === 0) {
    return {
      tone: 'bad',
      headline:
        study === 'plan' ? say('No plan keeps the promise.') : say('What stands cannot run as the scenario asks.'),
      detail: say(
        'The energy would suffice: another law cannot be kept, such as the least power or the ramp of a load tier, or a limit of the grid connection or of emissions.',
      ),
    };
  }
  const total = shortages.reduce((sum, { unmatchedMWh }) => sum + unmatchedMWh, 0);
  const hours = shortages.reduce((sum, { unmatchedHours }) => sum + unmatchedHours, 0);
  const worst = shortages.reduce((most, one) => (one.unmatchedMWh > most.unmatchedMWh ? one : most));
  return {
    tone: 'bad',
    headline: say('No plan keeps the promise: at least {mwh} MWh stay unmatched in {hours}, whatever is built.', {
      mwh: number(total),
      hours: hoursOf(hours),
    }),
    detail: say(
      'Most in {phase}, weather year {year}: {mwh} MWh in {hours}, of which the target permits {permitted} MWh.',
      {
        phase: worst.phase,
        year: worst.weatherYear,
        mwh: number(worst.unmatchedMWh),
        hours: hoursOf(worst.unmatchedHours),
        permitted: number(worst.permittedMWh),
      },
    ),
  };
}
