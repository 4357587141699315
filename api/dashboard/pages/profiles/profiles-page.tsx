/** Stored profiles: sent, listed, looked into. */

import { ask } from '../../client/request.ts';
import type { Page, ProfileDocument } from '../../client/types.ts';
import { Scroll } from '../../parts/scroll.tsx';
import { Problem, Wait } from '../../parts/states.tsx';
import { useLoaded } from '../../state/loaded.ts';
import { language, linkTo, place, refine } from '../../state/location.ts';
import { whole } from '../../words/figures.ts';
import { words } from '../../words/words.ts';
import { ProfileView } from './profile-view.tsx';
import { profileWords } from './profile-words.ts';
import { UploadForm } from './upload-form.tsx';

export function ProfilesPage({ name }: { readonly name: string }) {
  if (name !== '') return <ProfileView key={name} name={name} />;
  const w = profileWords[language.value];
  return (
    <>
      <h1>{w.title}</h1>
      <p>{w.detail}</p>
      <UploadForm />
      <ProfileList />
    </>
  );
}

function ProfileList() {
  const w = profileWords[language.value];
  const cursor = place.value.query.get('cursor') ?? '';
  const path = `/v1/profiles?${new URLSearchParams({ limit: '50', ...(cursor && { cursor }) })}`;
  const found = useLoaded(path, (signal) => ask<Page<ProfileDocument>>(path, { signal }));
  if (found.kind === 'loading') return <Wait />;
  if (found.kind === 'failed') return <Problem error={found.error} retry={found.retry} />;
  const { items, nextCursor } = found.value;
  if (items.length === 0) return <p>{w.none}</p>;
  return (
    <>
      <Scroll label={w.title}>
        <table>
          <thead>
            <tr>
              {w.heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map(({ name, detected }) => (
              <tr key={name}>
                <th scope="row" class="long">
                  <a href={linkTo(['profiles', name])}>{name}</a>{' '}
                  {detected.synthetic && <small class="tag">{w.synthetic}</small>}
                </th>
                <td>{detected.format}</td>
                <td>{detected.firstHour ?? '–'}</td>
                <td>{whole(detected.rows)}</td>
                <td>{whole(detected.columns.length)}</td>
                <td>{whole(detected.questions.length)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {nextCursor !== undefined && (
        <button type="button" onClick={() => refine({ cursor: nextCursor })}>
          {words().list.next}
        </button>
      )}
    </>
  );
}
