/** Signing in: the key is sent once, as a head, never in an address, and kept nowhere. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiProblem, signIn } from '../../client/request.ts';
import { Problem } from '../../parts/states.tsx';
import { words } from '../../words/words.ts';

/** @param why nobody was signed in, or the session has ended: then the page that was open comes back */
export function KeyForm({ why }: { readonly why: 'nobody' | 'ended' }) {
  const { key: w } = words();
  const [error, setError] = useState<Error>();
  const field = useRef<HTMLInputElement>(null);
  // What was pressed is gone, and the focus with it.
  useEffect(() => field.current?.focus(), []);
  const isUnknown = error instanceof ApiProblem && error.code === 'access.unknown';
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement).get('key');
    setError(undefined);
    await signIn(String(given).trim()).catch(setError);
  };
  return (
    <form class="card narrow" onSubmit={send}>
      <h1>{why === 'ended' ? w.ended : w.title}</h1>
      {why === 'ended' && <p role="alert">{w.endedDetail}</p>}
      <p>{w.detail}</p>
      <label>
        {w.label} <input ref={field} name="key" type="password" autocomplete="off" required aria-invalid={isUnknown} />
      </label>
      {isUnknown && <p role="alert">{w.unknown}</p>}
      {error !== undefined && !isUnknown && <Problem error={error} />}
      <button type="submit" class="main">
        {w.send}
      </button>
    </form>
  );
}
