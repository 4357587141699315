/** What is shown in place of something: it comes, or it was refused, with the reason. */

import { ApiProblem } from '../client/request.ts';
import { words } from '../words/words.ts';

export function Wait() {
  return (
    <p class="wait" role="status">
      {words().loading}
    </p>
  );
}

interface ProblemProps {
  readonly error: Error;
  readonly retry?: () => void;
}

/** Nothing where the server does not know who asks: the page says that and asks for a key. */
export function Problem({ error, retry }: ProblemProps) {
  const w = words();
  const { code, issues } = error instanceof ApiProblem ? error : { code: undefined, issues: [] };
  if (code === 'access.unknown') return null;
  return (
    <div class="problem" role="alert">
      <p>
        <strong>{code === 'connection' ? w.away : w.failed}</strong>
      </p>
      {code !== 'connection' && <p lang="en">{error.message}</p>}
      <ul lang="en">
        {issues.map(({ where, problem, expected }, at) => (
          <li key={at}>
            <code>{where}</code> {problem}. {expected}
          </li>
        ))}
      </ul>
      {retry !== undefined && (
        <button type="button" onClick={retry}>
          {w.retry}
        </button>
      )}
    </div>
  );
}
