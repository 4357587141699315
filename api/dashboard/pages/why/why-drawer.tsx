/** What a number is: defined, with its equations, the inputs that count and their sources, its hours, and a link to all that. */

import { useEffect, useRef } from 'preact/hooks';
import '../../style/drawer.css';
import { ask } from '../../client/request.ts';
import type { Equation, Inputs, ResultDocument, RunDocument, ScenarioDocument } from '../../client/types.ts';
import { Problem, Wait } from '../../parts/states.tsx';
import { type Question, stopAsking } from '../../parts/why.tsx';
import { useLoaded } from '../../state/loaded.ts';
import { language } from '../../state/location.ts';
import { equationsFor } from './answers.ts';
import { definitions } from './definitions.ts';
import { HoursBehind } from './hours-behind.tsx';
import { InputsTable } from './inputs-table.tsx';

interface WhyProps {
  readonly run: RunDocument;
  readonly result: ResultDocument;
  readonly scenario: ScenarioDocument;
  readonly question: Question;
}

export function WhyDrawer({ run, result, scenario, question }: WhyProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const w = definitions[language.value];
  const found = useLoaded(`why ${run.id}`, async (signal) => {
    const [equations, inputs] = await Promise.all([
      ask<{ items: readonly Equation[] }>('/v1/equations', { signal }),
      ask<Inputs>(`${run.links.self}/inputs`, { signal }),
    ]);
    return { equations: equations.items, inputs };
  });
  const names = equationsFor(question, result);
  return (
    <dialog ref={dialog} class="drawer" aria-labelledby="why-title" onClose={stopAsking}>
      <form method="dialog">
        <button type="submit">{w.close}</button>
      </form>
      <h2 id="why-title">{w.titles[question.of](question)}</h2>
      <p>{w.texts[question.of]}</p>
      {found.kind === 'loading' && <Wait />}
      {found.kind === 'failed' && <Problem error={found.error} retry={found.retry} />}
      {found.kind === 'ready' && (
        <>
          <h3>{w.equations}</h3>
          <dl class="equations" lang="en">
            {found.value.equations
              .filter(({ name }) => names.includes(name))
              .map(({ of, name, words, equation }) => (
                <div key={`${of} ${name}`}>
                  <dt>
                    <code>{name}</code>
                  </dt>
                  <dd>
                    <p class="equation">{equation}</p>
                    <p class="quiet">{words}</p>
                  </dd>
                </div>
              ))}
          </dl>
          <h3>{w.inputs}</h3>
          <InputsTable question={question} scenario={scenario} inputs={found.value.inputs} />
        </>
      )}
      <h3>{w.hours}</h3>
      <HoursBehind run={run} result={result} question={question} />
      <h3>{w.link}</h3>
      <p>
        <a href={location.href}>{w.permalink}</a>
      </p>
    </dialog>
  );
}
