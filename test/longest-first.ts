/**
 * One queue for all three projects: services first, whose waiting others can fill, then what solves, then the units, which
 * are so short that no processor is left alone at the end. Vitest knows times of earlier runs; a fresh clone has none.
 */

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Longest first; a file that is missing here begins in vitest's own order behind these. */
const LONGEST = [
  'api/kill.service',
  'examples/package.service',
  'api/queue.service',
  'dashboard/dashboard.service',
  'api/main-thread.service',
  'api/outage.service',
  'api/batches.service',
  'api/store/embedded-rows.service',
  'api/deletion.service',
  'examples/walk.service',
  'api/orphans.service',
  'api/batch-events.service',
  'api/retries.service',
  'cli/service.service',
  'api/key-expiry.service',
  'api/failures.service',
  'cli/optimise.solve',
  'cli/sweep.solve',
  'examples/first-steps.solve',
  'cases/plans.solve',
  'results/mutations.solve',
  'cli/asked-studies.solve',
  'cli/interruption.solve',
  'cases/infeasible.solve',
  'cli/launcher.solve',
  'studies/verify-result.solve',
  'interior-point/threads/threads.solve',
  'cases/committed.solve',
  'conformance/undecided.solve',
  'profiles/bad-input/hostile',
  'results/ledger',
  'report/kinds',
  'results/reports',
  'results/whole-or-not',
  'results/damaged',
  'results/companions',
  'results/round-trip',
  'profiles/file/containers',
  'profiles/formats/utility/layouts.property',
];

function placeOf({ moduleId }: TestSpecification): number {
  const at = LONGEST.findIndex((name) => moduleId.endsWith(`test/${name}.test.ts`));
  return at < 0 ? LONGEST.length : at;
}

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // By name, service, solve and unit stand in this order; files that share their imports stay behind each other.
    return (await super.sort(files)).toSorted(
      (a, b) => a.project.name.localeCompare(b.project.name) || placeOf(a) - placeOf(b),
    );
  }
}
