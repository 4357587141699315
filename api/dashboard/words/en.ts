/** Everything the dashboard says, in English. */

import { editor } from './en/editor.ts';
import { frame } from './en/frame.ts';
import { hours } from './en/hours.ts';
import { moves } from './en/moves.ts';
import { plan } from './en/plan.ts';
import { runs } from './en/runs.ts';

export const en = { ...frame, ...runs, ...plan, ...hours, ...editor, ...moves };

export type Words = typeof en;
