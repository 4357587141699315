/** First page: the campus that ships in one click where nothing is stored, else the scenarios and what came of them. */

import { ask } from '../../client/request.ts';
import type { Example, ListedScenario, Page } from '../../client/types.ts';
import { Problem, Wait } from '../../parts/states.tsx';
import { useLoaded } from '../../state/loaded.ts';
import { Examples } from './examples.tsx';
import { ScenarioList } from './scenario-list.tsx';

export function Start() {
  const found = useLoaded('start', async (signal) => {
    const [scenarios, examples] = await Promise.all([
      ask<Page<ListedScenario>>('/v1/scenarios?limit=200', { signal }),
      ask<Page<Example>>('/v1/examples', { signal }),
    ]);
    return { scenarios: scenarios.items, examples: examples.items };
  });
  if (found.kind === 'loading') return <Wait />;
  if (found.kind === 'failed') return <Problem error={found.error} retry={found.retry} />;
  const { scenarios, examples } = found.value;
  const isEmpty = scenarios.length === 0;
  return (
    <>
      {!isEmpty && <ScenarioList scenarios={scenarios} />}
      <Examples examples={examples} isFirst={isEmpty} />
    </>
  );
}
