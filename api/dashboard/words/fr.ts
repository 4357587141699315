/** Everything the dashboard says, in French. */

import type { Words } from './en.ts';
import { editor } from './fr/editor.ts';
import { frame } from './fr/frame.ts';
import { hours } from './fr/hours.ts';
import { moves } from './fr/moves.ts';
import { plan } from './fr/plan.ts';
import { runs } from './fr/runs.ts';
import { keptIn } from './kept-in.ts';

export const fr: Words = keptIn({ ...frame, ...runs, ...plan, ...hours, ...editor, ...moves });
