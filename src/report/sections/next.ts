/** What to contract next is a question of its own; studies of the result answer it, or their commands are named. */

import type { Block, Section } from '../content/content.ts';
import { type Said, say } from '../content/words.ts';
import type { Phrase } from '../language/french.ts';
import type { ReportData } from '../report-data.ts';
import { sheetBlocks } from '../studies/sheet.ts';
import { sheetOf } from '../studies/studies.ts';

interface Question {
  readonly study: keyof NonNullable<ReportData['studies']>;
  readonly title: Phrase;
  /** What it would tell. */
  readonly tells: Phrase;
  /** From the directory of the result on. */
  readonly command: string;
}

const SWEEP = 'hourmatch sweep scenario.json --last-percent --points auto -o studies/sweep';
/** Those that a sweep of the last per cent takes by itself. */
const usualTargets = [0.9, 0.92, 0.94, 0.96, 0.98, 0.99, 1];

/** With the target of the result among its values, by which the sweep is known to be of it. */
function sweepOf({ matching }: ReportData['scenario']): string {
  if (matching.kind === 'none' || usualTargets.includes(matching.target)) return SWEEP;
  const targets = [...usualTargets, matching.target].toSorted((a, b) => a - b).join(',');
  return SWEEP.replace('scenario.json', `scenario.json --vary matching.target=${targets}`);
}

const questions = [
  {
    study: 'values',
    title: 'What one more MW is worth, and break-even prices',
    tells:
      'What one more MW of each plant and storage is worth, and the price at which a contract would just be signed.',
    command: 'hourmatch values . -o studies/values',
  },
  {
    study: 'alternatives',
    title: 'Must-haves and choices',
    tells: 'Which sizes are in every plan that costs little more, and which are a choice.',
    command: 'hourmatch alternatives scenario.json -o studies/alternatives',
  },
  {
    study: 'sweep',
    title: 'The last per cent',
    tells: 'What the last points of the target cost, in a proven band.',
    command: SWEEP,
  },
  {
    study: 'outsample',
    title: 'In weather it was not sized on',
    tells: 'What these sizes do in other weather, and in years made harder.',
    command: 'hourmatch outsample . -o studies/outsample',
  },
] as const satisfies readonly Question[];

const remedies = {
  study: 'repair',
  title: 'What would make a plan possible',
  tells: 'The least of each remedy that would make a plan possible.',
  command: 'hourmatch repair scenario.json -o studies/repair',
} as const satisfies Question;

export function next({ document, scenario, studies = {} }: ReportData): Section | undefined {
  const hasPlan = document.phases.length > 0;
  if (!hasPlan && document.status !== 'infeasible') return undefined;
  const asked = hasPlan ? questions : [remedies];
  return {
    id: 'next',
    title: hasPlan ? say('What to contract next') : say(remedies.title),
    isSynthetic: document.synthetic,
    blocks: [
      {
        kind: 'paragraph',
        text: say(
          'A report solves nothing: what stands here was found by studies of this result, which are verified by themselves.',
        ),
      },
      ...asked.flatMap(({ study, title, tells, command }): Block[] => {
        const found = studies[study];
        return [
          { kind: 'heading', text: say(title) },
          ...(found === undefined
            ? [notRun(say(tells), command === SWEEP ? sweepOf(scenario) : command)]
            : told(study, found)),
        ];
      }),
    ],
  };
}

function notRun(tells: Said, command: string): Block {
  const how = say('This study was not run; in the directory of the result: {command}', { command });
  return { kind: 'paragraph', text: [tells, how] };
}

// The cast: which document belongs to which study is lost in a list of them.
const told = (study: Question['study'], document: object): Block[] =>
  sheetBlocks(sheetOf(study, document as Parameters<typeof sheetOf<typeof study>>[1]));
