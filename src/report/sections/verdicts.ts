/** Phase by phase, in one sentence: is the target kept, with how much to spare, or by how much is it missed. */

import type { PhaseResult } from '../../results/document/result-document.ts';
import type { Section } from '../content/content.ts';
import { givenShare, type Said, say, scored, share } from '../content/words.ts';
import type { ReportData } from '../report-data.ts';
import { isKept, reachedShare, type Target } from '../target.ts';
import { hoursOf } from '../verdict.ts';

export function verdicts({ document, scenario }: ReportData): Section | undefined {
  if (document.phases.length === 0) return undefined;
  return {
    id: 'verdict',
    title: say('Are we matched?'),
    blocks: [
      {
        kind: 'list',
        items: document.phases.map((phase) =>
          say('{phase}: {sentence}', { phase: phase.name, sentence: sentenceOf(phase, scenario, document.study) }),
        ),
      },
    ],
  };
}

function sentenceOf(
  phase: PhaseResult,
  { matching, weatherYears }: ReportData['scenario'],
  study: ReportData['document']['study'],
): Said {
  if (matching.kind === 'none')
    return say('no target was set; the lowest hourly score is {score}.', { score: scored(lowestOf(phase)) });
  const reached = reachedShare(phase, matching, weatherYears);
  const hours = hoursOf(phase.weatherYears.reduce((sum, { unmatchedHours }) => sum + unmatchedHours, 0));
  return matching.kind === 'monthly'
    ? ofMonths(matching, reached, hours, study)
    : keptOrMissed(matching, reached, hours);
}

const lowestOf = ({ weatherYears }: PhaseResult) => Math.min(1, ...weatherYears.map(({ cfeScore }) => cfeScore));

/** Scores are of years; that a plan keeps every month is one of its laws. */
function ofMonths({ target }: Target, reached: number, hours: Said, study: ReportData['document']['study']): Said {
  const gaps = { target: givenShare(target), reached: scored(Math.min(reached, 1)), hours };
  return study === 'plan'
    ? say(
        'the target of {target} is kept in every month; of the year {reached} are reached, and {hours} not fully matched.',
        gaps,
      )
    : say(
        'the target of {target} is of each month, of which scores do not tell; of the year {reached} are reached, and {hours} not fully matched.',
        gaps,
      );
}

function keptOrMissed(matching: Target, reached: number, hours: Said): Said {
  const { target } = matching;
  const gaps = { target: givenShare(target), reached: scored(Math.min(reached, 1)) };
  if (isKept(reached, matching)) {
    const margin = Math.max(0, reached - target);
    return say(
      'the target of {target} is kept, margin {margin}: {reached} are reached, and {hours} not fully matched.',
      {
        ...gaps,
        margin: share(margin, 2),
        hours,
      },
    );
  }
  return say('the target of {target} is missed by {missing}: {reached} are reached, {hours} not fully matched.', {
    ...gaps,
    missing: share(target - reached, 2),
    hours,
  });
}
