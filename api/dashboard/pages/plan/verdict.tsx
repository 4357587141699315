/** The headline: how much is matched, both scores, the cost and how well it is proven. */

import type { ResultDocument } from '../../client/types.ts';
import { Why } from '../../parts/why.tsx';
import { fixed, money, share, tiny, whole } from '../../words/figures.ts';
import { words } from '../../words/words.ts';
import { type Headline, headlineOf } from './headline.ts';

export function Verdict({ result }: { readonly result: ResultDocument }) {
  const { answer: w } = words();
  const headline = headlineOf(result);
  const { status, certificate, synthetic } = result;
  return (
    <section class="verdict">
      <p class="sentence">{sentenceOf(result, headline)}</p>
      {status === 'limit' && headline !== undefined && <p>{w.limit}</p>}
      {certificate?.verified === false && <p class="problem">{w.notVerified}</p>}
      {headline !== undefined && <Figures headline={headline} />}
      {synthetic && <p class="tag">{w.synthetic}</p>}
    </section>
  );
}

function Figures({ headline }: { readonly headline: Headline }) {
  const { answer: w } = words();
  const { cfeScore, annualMatchShare, levelisedCostPerMWh, currency, cost, relativeGap } = headline;
  return (
    <dl class="figures">
      <div>
        <dt>{w.hourly}</dt>
        <dd>
          <Why asks={{ of: 'hourly' }}>{share(cfeScore)}</Why> <small>{w.lowest}</small>
        </dd>
      </div>
      <div>
        <dt>{w.annual}</dt>
        <dd>
          <Why asks={{ of: 'annual' }}>{share(annualMatchShare)}</Why> <small>{w.lowest}</small>
        </dd>
      </div>
      {levelisedCostPerMWh !== undefined && (
        <div>
          <dt>{w.cost}</dt>
          <dd>
            <Why asks={{ of: 'levelised' }}>{`${fixed(levelisedCostPerMWh, 1)} ${currency}/MWh`}</Why>{' '}
            <small>{w.levelised}</small>
          </dd>
        </div>
      )}
      <div>
        <dt>{w.total}</dt>
        <dd>
          <Why asks={{ of: 'total' }}>{money(cost, currency)}</Why> <small>{w.proven(tiny(relativeGap))}</small>
        </dd>
      </div>
    </dl>
  );
}

function sentenceOf({ status }: ResultDocument, headline: Headline | undefined): string {
  const { answer: w } = words();
  if (headline === undefined) {
    return status === 'infeasible' ? w.infeasible : status === 'unbounded' ? w.unbounded : w.noPlan;
  }
  const { weatherYears, weatherYearsMatched, unmatchedHours, cfeScore } = headline;
  if (unmatchedHours === 0) return w.everyHour(w.inYears(weatherYearsMatched, weatherYears));
  return w.target(share(cfeScore), whole(unmatchedHours));
}
