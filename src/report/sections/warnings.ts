import type { Section } from '../content/content.ts';
import { say } from '../content/words.ts';
import { findingSentence } from '../issues.ts';
import type { ReportData } from '../report-data.ts';

/** What is asked about: nothing was refused for it, but whoever uses the figures should have answered it. */
export function warnings({ document }: ReportData): Section | undefined {
  if (document.warnings.length === 0) return undefined;
  return {
    id: 'warnings',
    title: say('Warnings'),
    blocks: [
      {
        kind: 'paragraph',
        text: say(
          'Nothing was refused for these, but each may be a slip. They were told before the solve or follow from its answer.',
        ),
      },
      {
        kind: 'list',
        items: document.warnings.map(
          (warning) =>
            `${warning.file === undefined ? '' : `${warning.file}, `}${warning.where}: ${findingSentence(warning)}`,
        ),
      },
    ],
  };
}
