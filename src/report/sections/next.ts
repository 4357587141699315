import type { Section } from '../content/content.ts';
import { say } from '../content/words.ts';
import type { ReportData } from '../report-data.ts';

/** What to contract next is a question of its own; each part of it has a command that answers it. */
export function next({ document, schedule }: ReportData): Section | undefined {
  if (schedule === undefined || document.phases.length === 0) return undefined;
  return {
    id: 'next',
    title: say('What to contract next'),
    blocks: [
      {
        kind: 'paragraph',
        text: say('A report solves nothing. These studies of the same result answer it, each with a page of its own:'),
      },
      {
        kind: 'list',
        items: [
          say(
            'hourmatch values: what one more MW of each plant and storage is worth, and the price at which a contract would just be signed.',
          ),
          say(
            'hourmatch sweep --vary matching.target=… --last-percent: what the last points of the target cost, in a proven band.',
          ),
          say('hourmatch outsample: what these sizes do in weather they were not sized on.'),
          say('hourmatch compare: what another plan costs more, by prices and by volumes.'),
        ],
      },
    ],
  };
}
