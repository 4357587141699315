/** The plan of a run: whether it holds, what it costs, what to build when. */

import type { ResultDocument, RunDocument, ScenarioDocument } from '../../client/types.ts';
import { Downloads } from '../../parts/downloads.tsx';
import { Later } from '../../parts/later.tsx';
import { words } from '../../words/words.ts';
import { RunAgain } from '../run/run-again.tsx';
import { BuildOutView } from './build-out-view.tsx';
import { CostView } from './cost-view.tsx';
import { PhaseTable } from './phase-table.tsx';
import { Proof, Warnings } from './proof-view.tsx';
import { TwinsView } from './twins-view.tsx';
import { Verdict } from './verdict.tsx';

interface PlanProps {
  readonly run: RunDocument;
  readonly result: ResultDocument;
  readonly scenario: ScenarioDocument;
}

export function PlanPage({ run, result, scenario }: PlanProps) {
  const { cost, phases } = result;
  return (
    <>
      <Verdict result={result} />
      {result.status === 'limit' && phases.length === 0 && <RunAgain run={run} needsTime />}
      {result.shortages.length > 0 && (
        <Later
          name="shortage"
          load={async () => (await import('./shortage-view.tsx')).ShortageView}
          given={{ run, result, scenario }}
        />
      )}
      {phases.length > 0 && (
        <>
          <PhaseTable result={result} />
          <BuildOutView result={result} scenario={scenario} />
          {cost !== undefined && <CostView cost={cost} result={result} />}
          <TwinsView run={run} result={result} />
        </>
      )}
      <Warnings warnings={result.warnings} />
      <Proof result={result} />
      <h2>{words().files.title}</h2>
      <Downloads run={run} />
    </>
  );
}
