/** A scenario to change: as a form that the schema describes, and as YAML; checked as it changes, and run. */

import { useState } from 'preact/hooks';
import { ask } from '../../client/request.ts';
import type { Page, RunDocument, ScenarioDocument, StoredScenario } from '../../client/types.ts';
import { Problem, Wait } from '../../parts/states.tsx';
import { useLoaded } from '../../state/loaded.ts';
import { go, linkTo } from '../../state/location.ts';
import { pair, words } from '../../words/words.ts';
import { Faults, useVerdict } from './faults.tsx';
import type { SchemaNode } from './leaves.ts';
import type { CostSet } from './left-out.ts';
import { ScenarioForm } from './scenario-form.tsx';
import { YamlText } from './yaml-text.tsx';

/** @param of `run` for the scenario of a run, else the id is that of a stored one */
export function ScenarioPage({ of, id }: { readonly of: string; readonly id: string }) {
  const found = useLoaded(`${of} ${id}`, async (signal) => {
    const [schema, { items: costSets }, document] = await Promise.all([
      ask<SchemaNode>('/v1/schema', { signal }),
      ask<Page<CostSet>>('/v1/technologies', { signal }),
      of === 'run'
        ? ask<ScenarioDocument>(`/v1/runs/${id}/scenario`, { signal })
        : ask<StoredScenario>(`/v1/scenarios/${id}`, { signal }).then((stored) => stored.document as ScenarioDocument),
    ]);
    return { schema, costSets, document };
  });
  if (found.kind === 'loading') return <Wait />;
  if (found.kind === 'failed') return <Problem error={found.error} retry={found.retry} />;
  const { schema, costSets, document } = found.value;
  return <Editor schema={schema} costSets={costSets} base={document} />;
}

interface EditorProps {
  readonly schema: SchemaNode;
  readonly costSets: readonly CostSet[];
  readonly base: ScenarioDocument;
}

function Editor({ schema, costSets, base }: EditorProps) {
  const { editor: w, scenario } = words();
  const [steps, setSteps] = useState<readonly ScenarioDocument[]>([base]);
  const [error, setError] = useState<Error>();
  const document = steps.at(-1)!;
  const verdict = useVerdict(document);
  const change = (next: ScenarioDocument) => setSteps([...steps, next]);
  const run = async () => {
    setError(undefined);
    try {
      const stored = await ask<StoredScenario>('/v1/scenarios', { method: 'POST', body: document });
      const next = await ask<RunDocument>('/v1/runs', { method: 'POST', body: { scenario: stored.id } });
      go(linkTo(['runs', next.id]));
    } catch (refused) {
      setError(refused as Error);
    }
  };
  return (
    <>
      <h1>{pair(scenario, document.name)}</h1>
      <div class="row">
        <button type="button" class="main" disabled={verdict?.valid === false} onClick={run}>
          {w.run}
        </button>
        <button type="button" disabled={steps.length < 2} onClick={() => setSteps(steps.slice(0, -1))}>
          {w.undo}
        </button>
        <span class="quiet">{w.hint}</span>
      </div>
      {error !== undefined && <Problem error={error} retry={run} />}
      <Faults verdict={verdict} document={document} />
      <div class="halves">
        <ScenarioForm
          schema={schema}
          costSets={costSets}
          base={base}
          document={document}
          issues={verdict?.issues ?? []}
          fills={verdict?.fills ?? []}
          change={(next) => change(next as ScenarioDocument)}
        />
        <YamlText document={document} change={(next) => change(next as ScenarioDocument)} />
      </div>
    </>
  );
}
