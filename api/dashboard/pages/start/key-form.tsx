/** Signing in: the key is kept in memory, and sent as a head, never in an address. */

import { useState } from 'preact/hooks';
import { accessKey, ask, isKeyNeeded } from '../../client/request.ts';
import { words } from '../../words/words.ts';

export function KeyForm() {
  const { key: w } = words();
  const [isUnknown, setIsUnknown] = useState(false);
  const signIn = async (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement).get('key');
    accessKey.value = String(given).trim();
    try {
      await ask('/v1/runs?limit=1');
      isKeyNeeded.value = false;
    } catch {
      accessKey.value = undefined;
      setIsUnknown(true);
    }
  };
  return (
    <form class="card narrow" onSubmit={signIn}>
      <h1>{w.title}</h1>
      <p>{w.detail}</p>
      <label>
        {w.label}
        <input name="key" type="password" autocomplete="off" required aria-invalid={isUnknown} />
      </label>
      {isUnknown && <p role="alert">{w.unknown}</p>}
      <button type="submit" class="main">
        {w.send}
      </button>
    </form>
  );
}
