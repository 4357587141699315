/** Signing in: the key is sent once, as a head, never in an address, and kept nowhere. */

import { useState } from 'preact/hooks';
import { signIn } from '../../client/request.ts';
import { words } from '../../words/words.ts';

export function KeyForm() {
  const { key: w } = words();
  const [isUnknown, setIsUnknown] = useState(false);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget as HTMLFormElement).get('key');
    await signIn(String(given).trim()).catch(() => setIsUnknown(true));
  };
  return (
    <form class="card narrow" onSubmit={send}>
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
