/** Phase by phase, in one sentence: is the target kept, with how much to spare, or by how much is it missed. */

import type { PhaseResult } from '../../results/result-document.ts';
import type { Matching } from '../../scenario/scenario.ts';
import { tolerance } from '../../units.ts';
import type { Section } from '../content/content.ts';
import { givenShare, type Said, say, scored, share } from '../content/words.ts';
import type { ReportData } from '../report-data.ts';
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
          say('{phase}: {sentence}', { phase: phase.name, sentence: sentenceOf(phase, scenario) }),
        ),
      },
    ],
  };
}

function sentenceOf(phase: PhaseResult, { matching, weatherYears }: ReportData['scenario']): Said {
  if (matching.kind === 'none')
    return say('no target was set; the lowest hourly score is {score}.', { score: scored(lowestOf(phase)) });
  const scores = phase.weatherYears.map(({ cfeScore, annualMatchShare }) =>
    matching.kind === 'hourly' ? cfeScore : annualMatchShare,
  );
  const reached =
    matching.over === 'everyYear'
      ? Math.min(...scores)
      : scores.reduce((sum, value, y) => sum + value * weatherYears[y]!.weight, 0);
  const hours = hoursOf(phase.weatherYears.reduce((sum, { unmatchedHours }) => sum + unmatchedHours, 0));
  return keptOrMissed(matching, reached, hours);
}

const lowestOf = ({ weatherYears }: PhaseResult) => Math.min(1, ...weatherYears.map(({ cfeScore }) => cfeScore));

function keptOrMissed({ target }: Exclude<Matching, { kind: 'none' }>, reached: number, hours: Said): Said {
  const gaps = { target: givenShare(target), reached: scored(Math.min(reached, 1)) };
  if (reached >= target - tolerance.yearlyShare) {
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
