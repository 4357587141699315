/** Real exports, which are not ours to ship: where their folder is absent, what is said of them is skipped and counted as such. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'vitest';

const told = process.env.HOURMATCH_SAMPLES;
/** Beside the repository, unless HOURMATCH_SAMPLES says where. */
const samples = told ?? new URL('../../../shared/samples', import.meta.url).pathname;
// A folder that was named has to be there.
const isAtHand = told !== undefined || existsSync(samples);

export function onSample(file: string, name: string, judge: (path: string) => void | Promise<void>): void {
  test.skipIf(!isAtHand)(`${name} (${file})`, () => judge(join(samples, file)));
}
