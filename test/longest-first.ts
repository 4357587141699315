/** Files that take longest begin first, so that none runs alone at the end. Vitest knows times of earlier runs, of which a fresh clone has none. */

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Longest first; a file that is missing here begins in vitest's own order behind these. */
const LONGEST = [
  'api/kill.service',
  'api/main-thread.service',
  'api/queue.service',
  'api/deletion.service',
  'api/store/embedded-rows.service',
  'api/orphans.service',
  'api/batch-events.service',
  'api/failures.service',
  'cli/service.service',
  'api/outage.service',
  'api/key-expiry.service',
  'examples/package.service',
  'examples/walk.service',
  'cases/plans.solve',
  'results/mutations.solve',
  'cli/launcher.solve',
];

function placeOf({ moduleId }: TestSpecification): number {
  const at = LONGEST.findIndex((name) => moduleId.endsWith(`test/${name}.test.ts`));
  return at < 0 ? LONGEST.length : at;
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
