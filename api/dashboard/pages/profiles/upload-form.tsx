/** A file on its way to the server, and what is wrong with it. */

import { useState } from 'preact/hooks';
import { ask } from '../../client/request.ts';
import type { ProfileDocument } from '../../client/types.ts';
import { Problem } from '../../parts/states.tsx';
import { go, language, linkTo } from '../../state/location.ts';
import { words } from '../../words/words.ts';
import { profileWords } from './profile-words.ts';

export function UploadForm() {
  const w = profileWords[language.value];
  const [error, setError] = useState<Error>();
  const [isSending, setIsSending] = useState(false);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    if (form.get('name') === '') form.delete('name');
    setError(undefined);
    setIsSending(true);
    try {
      const { name } = await ask<ProfileDocument>('/v1/profiles', { method: 'POST', body: form });
      go(linkTo(['profiles', name]));
    } catch (refused) {
      setError(refused as Error);
      setIsSending(false);
    }
  };
  return (
    <form class="card narrow" onSubmit={send}>
      <h2>{w.upload}</h2>
      <p>
        <label>
          {w.file} <input type="file" name="file" required />
        </label>
      </p>
      <p>
        <label>
          {w.name} <input type="text" name="name" maxLength={100} autocomplete="off" />
        </label>
      </p>
      {error !== undefined && <Problem error={error} />}
      <button type="submit" class="main" disabled={isSending}>
        {isSending ? words().loading : w.send}
      </button>
    </form>
  );
}
