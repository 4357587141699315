/** What a run of `sweep` or `alternatives` has found, drawn. */

import { ask } from '../../client/request.ts';
import type { Alternatives, RunDocument, Sweep } from '../../client/types.ts';
import { Problem, Wait } from '../../parts/states.tsx';
import { useLoaded } from '../../state/loaded.ts';
import { RangesChart } from './ranges-chart.tsx';
import { SweepChart } from './sweep-chart.tsx';

export function StudyChart({ run }: { readonly run: RunDocument }) {
  const { id, study, links } = run;
  const found = useLoaded(id, (signal) => ask<unknown>(links.result!, { signal }));
  if (found.kind === 'loading') return <Wait />;
  if (found.kind === 'failed') return <Problem error={found.error} retry={found.retry} />;
  return study === 'sweep' ? (
    <SweepChart sweep={found.value as Sweep} />
  ) : (
    <RangesChart found={found.value as Alternatives} />
  );
}
