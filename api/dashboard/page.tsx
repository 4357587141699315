/** The frame of every page, and which page it is. */

import { useEffect, useState } from 'preact/hooks';
import { isSignedIn, keyNeeded, learnWho, signOut, visits } from './client/request.ts';
import { RunPage } from './pages/run/run-page.tsx';
import { RunsPage } from './pages/runs/runs-page.tsx';
import { KeyForm } from './pages/start/key-form.tsx';
import { Start } from './pages/start/start.tsx';
import { Choice } from './parts/choice.tsx';
import { Later } from './parts/later.tsx';
import { Problem } from './parts/states.tsx';
import { language, languages, linkTo, place } from './state/location.ts';
import { theme, themes } from './state/theme.ts';
import { languageNames, speak, words } from './words/words.ts';

export function Page() {
  const w = words();
  const [first = ''] = place.value.parts;
  useEffect(() => {
    // Whatever is shown next tells why.
    learnWho().catch(() => undefined);
  }, []);
  return (
    <>
      <button type="button" class="skip" onClick={() => document.getElementById('content')?.focus()}>
        {w.skip}
      </button>
      <header class="top">
        <a class="brand" href={linkTo([])}>
          hourmatch <small>{w.tagline}</small>
        </a>
        <nav aria-label={w.navigation}>
          <a href={linkTo([])} aria-current={first === '' || first === 'scenarios' ? 'page' : undefined}>
            {w.scenarios}
          </a>
          <a href={linkTo(['profiles'])} aria-current={first === 'profiles' ? 'page' : undefined}>
            {w.profiles}
          </a>
          <a href={linkTo(['runs'])} aria-current={first === 'runs' ? 'page' : undefined}>
            {w.runs}
          </a>
          <a href={linkTo(['compare'])} aria-current={first === 'compare' ? 'page' : undefined}>
            {w.compare}
          </a>
          <a href="/docs">{w.documentation}</a>
        </nav>
        <div class="row">
          {isSignedIn.value && <SignOut />}
          <ThemeChoice />
          <LanguageChoice />
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {keyNeeded.value !== undefined && <KeyForm why={keyNeeded.value} />}
        {/* Where a session has ended the page is kept for who comes back; for anyone else it begins anew. */}
        {keyNeeded.value !== 'nobody' && (
          <div key={visits.value} hidden={keyNeeded.value === 'ended'}>
            <Content />
          </div>
        )}
      </main>
    </>
  );
}

function Content() {
  const { parts } = place.value;
  const [page = '', id = '', inner = ''] = parts;
  switch (page) {
    case '':
      return <Start />;
    case 'scenarios':
      return (
        <Later
          name="scenario"
          load={async () => (await import('./pages/scenario/scenario-page.tsx')).ScenarioPage}
          given={id === 'run' ? { of: 'run', id: inner } : { of: 'stored', id }}
        />
      );
    case 'compare':
      return (
        <Later
          name="compare"
          load={async () => (await import('./pages/compare/compare-page.tsx')).ComparePage}
          given={{}}
        />
      );
    case 'profiles':
      return (
        <Later
          name="profiles"
          load={async () => (await import('./pages/profiles/profiles-page.tsx')).ProfilesPage}
          given={{ name: id }}
        />
      );
    case 'runs':
      return id === '' ? <RunsPage /> : <RunPage key={id} id={id} page={inner} />;
    default:
      return <h1>{words().noSuchPage}</h1>;
  }
}

function SignOut() {
  const [error, setError] = useState<Error>();
  return (
    <>
      <button type="button" onClick={() => void signOut().catch(setError)}>
        {words().key.signOut}
      </button>
      {error !== undefined && <Problem error={error} />}
    </>
  );
}

/** Of the system, until another is chosen for this visit. */
function ThemeChoice() {
  const w = words().theme;
  return (
    <Choice
      label={w.label}
      value={theme.value}
      options={themes.map((name) => [name, w.names[name]] as const)}
      choose={(name) => {
        theme.value = name;
      }}
    />
  );
}

function LanguageChoice() {
  const [error, setError] = useState<Error>();
  return (
    <div class="languages">
      {error !== undefined && <Problem error={error} />}
      {languages.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={language.value === one}
          onClick={() => {
            speak(one).then(() => setError(undefined), setError);
          }}
        >
          {languageNames[one]}
        </button>
      ))}
    </div>
  );
}
