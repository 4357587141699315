/** What is doubted, and what was checked. */

import type { ResultDocument } from '../../client/types.ts';
import { significant, tiny, whole } from '../../words/figures.ts';
import { words } from '../../words/words.ts';

export function Warnings({ warnings }: Pick<ResultDocument, 'warnings'>) {
  const { proof: w } = words();
  if (warnings.length === 0) return null;
  return (
    <section class="doubts">
      <h2>{w.warnings}</h2>
      <ul lang="en">
        {warnings.map(({ where, problem, expected, file }, at) => (
          <li key={at}>
            <code>{file === undefined ? where : `${file} ${where}`}</code> {problem}. {expected}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Proof({ result }: { readonly result: ResultDocument }) {
  const { proof: w } = words();
  const { certificate, scenario, solver } = result;
  if (certificate === undefined) return null;
  const { objective, dualBound, relativeGap, laws, maxViolationMWh } = certificate;
  const checks = laws.reduce((sum, law) => sum + law.checks, 0);
  const broken = laws.reduce((sum, law) => sum + law.broken, 0);
  // In millions the two would look further apart than they are, or not apart.
  const toTheUnit = (value: number, towards: 'floor' | 'ceil') =>
    `${significant(value, 4, towards)} ${scenario.currency}`;
  return (
    <section>
      <h2>{w.title}</h2>
      <p>{w.bound(toTheUnit(objective, 'ceil'), toTheUnit(dualBound, 'floor'), tiny(relativeGap))}</p>
      <p>{w.laws(whole(laws.length), whole(checks), whole(broken), significant(maxViolationMWh, 2))}</p>
      <p class="quiet">
        {w.solver(`${solver.name} ${solver.version}`, whole(solver.iterations), significant(solver.wallSeconds))}
      </p>
    </section>
  );
}
