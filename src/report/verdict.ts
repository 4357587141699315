/** What came out, in plain words, from the result document alone. */

import type { CertificateResult, ResultDocument, WeatherYearResult } from '../results/result-document.ts';
import { tolerance } from '../units.ts';
import { counted, figure, plainPercent, score, tiny } from './figures.ts';

export interface Verdict {
  readonly tone: 'good' | 'mixed' | 'bad';
  /** One line. */
  readonly headline: string;
  /** What stands behind it; may be several sentences. */
  readonly detail: string;
}

export function verdictOf(document: ResultDocument): Verdict {
  switch (document.status) {
    case 'optimal':
      return planVerdict(document);
    case 'infeasible':
      return infeasibleVerdict(document);
    case 'unbounded':
      return {
        tone: 'bad',
        headline: 'No least cost exists: cost falls without end.',
        detail:
          'Some price pays for building or using ever more. Look for a negative cost, or an export price above every cost.',
      };
    case 'limit':
      if (document.certificate !== undefined) return planAtLimitVerdict(document, document.certificate);
      return {
        tone: 'bad',
        headline: `No answer: the solver stopped at its limit after ${figure(document.solver.wallSeconds)} s.`,
        detail: `There was no plan by then, and nothing is known about whether one exists. ${whyNone(document)}`,
      };
    default: {
      const never: never = document.status;
      throw new TypeError(`unknown status ${String(never)}`);
    }
  }
}

/** Why time left no plan, how it was sought, and what to do. */
function whyNone({ solver: { method, reason }, study }: ResultDocument): string {
  const [why, choose] =
    method === 'one-lp'
      ? ['A simplex solver has one only at its end', ', choose the method decomposed, which has one sooner']
      : study === 'dispatch'
        ? ['A dispatch has one once the least import of every phase is known', '']
        : ['Blocks of hours have one once their equations are closed, of phases one by one those of the last too', ''];
  return `${why} (${reason}). Allow more time${choose}, or ask for fewer weather years or phases.`;
}

/** What a plan is worth that time has cut short; then what it does. */
function planAtLimitVerdict(document: ResultDocument, { relativeGap, verified }: CertificateResult): Verdict {
  const plain = planVerdict(document);
  if (!verified) return plain;
  const [how, most] =
    relativeGap < 1
      ? [
          `within ${roughly(relativeGap)} of the best possible`,
          `No plan can cost more than ${roughly(relativeGap)} less.`,
        ]
      : [
          'but nothing is proven yet of how near the best possible it is',
          'Plans that cost next to nothing are not ruled out.',
        ];
  return {
    tone: 'mixed',
    headline: `Stopped by the time limit: the plan is verified, ${how}; more time may find a cheaper one.`,
    detail: `${most} ${plain.headline} ${plain.detail}`,
  };
}

/** A share that bounds something, in two digits: never below what it is. */
function roughly(share: number): string {
  const unit = 10 ** (Math.floor(Math.log10(share)) - 1);
  return plainPercent(Math.ceil(share / unit) * unit);
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

function planVerdict(document: ResultDocument): Verdict {
  const { certificate, study } = document;
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
        ? 'Every hour of every phase is matched by renewable energy.'
        : 'Not verified: the flows say that every hour is matched, but laws are broken.',
      detail: proof,
    };
  }
  const { phase, year } = worst;
  const headline =
    study === 'dispatch'
      ? `Not every hour can be matched by what stands: the lowest hourly score is ${score(year.cfeScore)}.`
      : `Not every hour is matched: the lowest hourly score of this plan is ${score(year.cfeScore)}.`;
  return {
    tone: isProven ? 'mixed' : 'bad',
    headline: isProven ? headline : `Not verified: laws are broken. ${headline}`,
    detail: `That is ${phase} in weather year ${year.name}: ${figure(year.unmatchedMWh)} MWh unmatched in ${counted(year.unmatchedHours, 'hour')}.${ofThisPlan(certificate)} ${proof}`,
  };
}

/** A coarse gap leaves room for plans that import a little in many hours, or much in few. */
function ofThisPlan(certificate: CertificateResult | undefined): string {
  if (certificate === undefined || certificate.relativeGap <= tolerance.countedGap) return '';
  return ` These are the hours of this plan, at a gap of ${tiny(certificate.relativeGap)}; the cheapest plan may leave more or fewer unmatched.`;
}

/** `Verified: 20 laws, 1,234 checks, none broken; gap 2e-10.` */
export function proofOf({ certificate }: ResultDocument): string {
  if (certificate === undefined) return 'Not verified: the result carries no certificate.';
  const { laws, relativeGap, verified } = certificate;
  const checks = laws.reduce((sum, law) => sum + law.checks, 0);
  const broken = laws.filter((law) => law.broken > 0);
  const gap = `gap ${tiny(relativeGap)}`;
  if (!verified) {
    const names = broken.map(({ law }) => law).join(', ');
    return `NOT VERIFIED: ${counted(broken.length, 'law')} broken${names === '' ? '' : ` (${names})`}; ${gap}.`;
  }
  const asked = laws.filter((law) => law.checks > 0).length;
  return `Verified: ${counted(asked, 'law')} recomputed in ${counted(checks, 'check')}, none broken; ${gap}.`;
}

function infeasibleVerdict({ shortages, study }: ResultDocument): Verdict {
  if (shortages.length === 0) {
    return {
      tone: 'bad',
      headline: study === 'plan' ? 'No plan keeps the promise.' : 'What stands cannot run as the scenario asks.',
      detail:
        'The energy would suffice: another law cannot be kept, such as the least power or the ramp of a load tier, or a limit of the grid connection or of emissions.',
    };
  }
  const total = shortages.reduce((sum, { unmatchedMWh }) => sum + unmatchedMWh, 0);
  const hours = shortages.reduce((sum, { unmatchedHours }) => sum + unmatchedHours, 0);
  const worst = shortages.reduce((most, one) => (one.unmatchedMWh > most.unmatchedMWh ? one : most));
  return {
    tone: 'bad',
    headline: `No plan keeps the promise: at least ${figure(total)} MWh stay unmatched in ${counted(hours, 'hour')}, whatever is built.`,
    detail: `Most in ${worst.phase}, weather year ${worst.weatherYear}: ${figure(worst.unmatchedMWh)} MWh in ${counted(worst.unmatchedHours, 'hour')}, of which the target permits ${figure(worst.permittedMWh)} MWh.`,
  };
}
