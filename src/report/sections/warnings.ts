import type { Warning } from '../../errors.ts';
import type { Section } from '../content/content.ts';
import { type Said, say } from '../content/words.ts';
import { isSentence } from '../issues.ts';
import { recognised } from '../language/recognised.ts';
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
      { kind: 'list', items: document.warnings.map(told) },
    ],
  };
}

/** In the words of `findingSentence`. */
function told({ file, where, problem, expected }: Warning): Said {
  const place: Said = file === undefined ? where : { names: [file, where === 'file' ? say('file') : where] };
  const gaps = { where: place, problem: recognised(problem) };
  const sentence = /[.?!]$/.test(problem) ? say('{where}: {problem}', gaps) : say('{where}: {problem}.', gaps);
  if (expected === undefined) return sentence;
  if (isSentence(expected)) return [sentence, recognised(expected)];
  const more = say('{problem}; expected {expected}.', { problem: gaps.problem, expected: recognised(expected) });
  return say('{where}: {problem}', { where: place, problem: more });
}
