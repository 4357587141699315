/** The plan of a run: whether it holds, what it costs, phase by phase. */

import type { ResultDocument, RunDocument } from '../../client/types.ts';
import { Scroll } from '../../parts/scroll.tsx';
import { fixed, money, share, significant, tiny, whole } from '../../words/figures.ts';
import { words } from '../../words/words.ts';
import { type Headline, headlineOf } from './headline.ts';

export function PlanPage({ run, result }: { readonly run: RunDocument; readonly result: ResultDocument }) {
  const headline = headlineOf(result);
  return (
    <>
      <h1>{run.scenario.name}</h1>
      <Verdict result={result} headline={headline} />
      {headline !== undefined && <Phases result={result} />}
    </>
  );
}

function Verdict({ result, headline }: { readonly result: ResultDocument; readonly headline: Headline | undefined }) {
  const { answer: w } = words();
  const { status, certificate, cost, scenario, synthetic } = result;
  const { currency } = scenario;
  return (
    <section class="verdict">
      <p class="sentence">{sentenceOf(result, headline)}</p>
      {status === 'limit' && headline !== undefined && <p>{w.limit}</p>}
      {certificate?.verified === false && <p class="problem">{w.notVerified}</p>}
      {headline !== undefined && (
        <dl class="figures">
          <div>
            <dt>{w.hourly}</dt>
            <dd>
              {share(headline.cfeScore)} <small>{w.lowest}</small>
            </dd>
          </div>
          <div>
            <dt>{w.annual}</dt>
            <dd>
              {share(headline.annualMatchShare)} <small>{w.lowest}</small>
            </dd>
          </div>
          {headline.levelisedCostPerMWh !== undefined && (
            <div>
              <dt>{w.cost}</dt>
              <dd>
                {fixed(headline.levelisedCostPerMWh, 1)} {currency}/MWh <small>{w.levelised}</small>
              </dd>
            </div>
          )}
          {cost !== undefined && certificate !== undefined && (
            <div>
              <dt>{w.total}</dt>
              <dd>
                {money(cost.objective, currency)} <small>{w.proven(tiny(certificate.relativeGap))}</small>
              </dd>
            </div>
          )}
        </dl>
      )}
      {synthetic && <p class="tag">{w.synthetic}</p>}
    </section>
  );
}

function sentenceOf({ status }: ResultDocument, headline: Headline | undefined): string {
  const { answer: w } = words();
  if (headline === undefined) {
    return status === 'infeasible' ? w.infeasible : status === 'unbounded' ? w.unbounded : w.noPlan;
  }
  const { weatherYears, weatherYearsMatched, hours, unmatchedHours, cfeScore, isEveryHour } = headline;
  if (isEveryHour) return w.everyHour(whole(hours), w.inYears(weatherYearsMatched, weatherYears));
  return w.target(share(cfeScore), whole(hours - unmatchedHours), w.inYears(weatherYears, weatherYears));
}

function Phases({ result: { phases, scenario } }: { readonly result: ResultDocument }) {
  const { phase: w } = words();
  return (
    <section>
      <h2>{w.title}</h2>
      <Scroll label={w.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.name}</th>
              <th scope="col">{w.from}</th>
              <th scope="col">{w.computing} MW</th>
              <th scope="col">{w.hourly}</th>
              <th scope="col">{w.annual}</th>
              <th scope="col">{w.unmatchedHours}</th>
              <th scope="col">
                {w.perMWh} {scenario.currency}/MWh
              </th>
              <th scope="col">
                {w.perYear} M {scenario.currency}
              </th>
            </tr>
          </thead>
          <tbody>
            {phases.map(({ name, firstYear, itCapacityMW, weatherYears, levelisedCostPerMWh, annualCost }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{firstYear}</td>
                <td>{significant(itCapacityMW)}</td>
                <td>{share(Math.min(...weatherYears.map(({ cfeScore }) => cfeScore)))}</td>
                <td>{share(Math.min(...weatherYears.map(({ annualMatchShare }) => annualMatchShare)))}</td>
                <td>{whole(weatherYears.reduce((sum, { unmatchedHours }) => sum + unmatchedHours, 0))}</td>
                <td>{levelisedCostPerMWh === undefined ? '–' : fixed(levelisedCostPerMWh, 1)}</td>
                <td>{significant(annualCost / 1e6)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
