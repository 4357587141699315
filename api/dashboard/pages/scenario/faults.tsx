/** What the server says of a scenario, asked a moment after it was last changed. */

import { useEffect, useState } from 'preact/hooks';
import type { Issue } from '../../../../src/index.ts';
import type { ProfileFills } from '../../../schemas/fills.ts';
import { ask, signIns } from '../../client/request.ts';
import { words } from '../../words/words.ts';
import { fieldAtFault, leavesOf } from './leaves.ts';

export interface Verdict {
  readonly valid: boolean;
  readonly issues: readonly Issue[];
  readonly warnings: readonly (Omit<Issue, 'code'> & { readonly code: string })[];
  readonly fills: readonly ProfileFills[];
}

const PAUSE_MILLISECONDS = 400;

/** Undefined while nobody knows. */
export function useVerdict(document: unknown): Verdict | undefined {
  const [verdict, setVerdict] = useState<Verdict>();
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(() => {
      ask<Verdict>('/v1/scenarios/validate', { method: 'POST', body: document, signal }).then(
        (told) => setVerdict(told),
        // Whoever runs it will be told why.
        () => setVerdict(undefined),
      );
    }, PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [document, signIns.value]);
  return verdict;
}

interface FaultsProps {
  readonly verdict: Verdict | undefined;
  readonly document: unknown;
}

export function Faults({ verdict, document }: FaultsProps) {
  const { editor: w } = words();
  if (verdict === undefined)
    return (
      <p class="status" role="status">
        {w.checking}
      </p>
    );
  const { issues, warnings } = verdict;
  const leaves = leavesOf(document);
  return (
    <>
      <p class="status" role="status">
        {issues.length === 0 ? w.valid : w.faults(issues.length)}
      </p>
      {[...issues, ...warnings].length > 0 && (
        <ul class={issues.length > 0 ? 'problem' : 'doubts'} lang="en">
          {[...issues, ...warnings].map(({ where, pointer, problem, expected }, at) => (
            <li key={at}>
              <Where where={where} field={fieldAtFault(leaves, pointer)?.path} /> {problem}. {expected}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Leads to the field, where there is one. */
function Where({ where, field }: { readonly where: string; readonly field: string | undefined }) {
  if (field === undefined) return <code>{where}</code>;
  return (
    <button
      type="button"
      class="why"
      onClick={() => {
        const input = window.document.getElementById(field);
        input?.closest('details')?.setAttribute('open', '');
        input?.focus();
      }}
    >
      <code>{where}</code>
    </button>
  );
}
