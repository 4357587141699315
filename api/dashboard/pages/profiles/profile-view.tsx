/** What a profile holds, as it was understood: facts, gaps, doubts, and questions whose answers can be tried. */

import type { VNode } from 'preact';
import { ask } from '../../client/request.ts';
import type { InspectionDocument } from '../../client/types.ts';
import { Problem, Wait } from '../../parts/states.tsx';
import { WholeDates } from '../../parts/whole-dates.tsx';
import { useLoaded } from '../../state/loaded.ts';
import { type Language, language, linkTo, place, refine } from '../../state/location.ts';
import { whole } from '../../words/figures.ts';
import { Columns } from './columns.tsx';
import { profileWords } from './profile-words.ts';

export const answered = ['zone', 'label', 'dates', 'decimal', 'missing', 'part', 'start', 'step', 'meter'] as const;

export function ProfileView({ name }: { readonly name: string }) {
  const w = profileWords[language.value];
  const answers = answered.flatMap((field) => place.value.query.getAll(field).map((value) => [field, value]));
  const path = `/v1/profiles/${name}/inspection?${new URLSearchParams(answers)}`;
  const spoken = language.value;
  const found = useLoaded(`${spoken} ${path}`, async (signal) => {
    const [known, inFrench] = await Promise.all([
      ask<InspectionDocument>(path, { signal }),
      spoken === 'fr' ? import('./french-file.ts').then((words) => words.inFrench) : undefined,
    ]);
    return { known, told: toldBy(spoken, inFrench) };
  });
  return (
    <>
      <p>
        <a href={linkTo(['profiles'])}>{w.title}</a>
      </p>
      <h1>{name}</h1>
      {answers.length > 0 && (
        <p>
          {w.tried}{' '}
          <code>{`{ file: "profile:${name}", column: …, ${answers.map((pair) => pair.join(': ')).join(', ')} }`}</code>{' '}
          <button type="button" onClick={() => refine(Object.fromEntries(answered.map((field) => [field, undefined])))}>
            {w.again}
          </button>
        </p>
      )}
      {found.kind === 'loading' && <Wait />}
      {found.kind === 'failed' && <Problem error={found.error} retry={found.retry} />}
      {found.kind === 'ready' && <Known {...found.value} />}
    </>
  );
}

/** A sentence of the server in the language of the page, or in English and marked so. */
type Told = (text: string) => VNode;

function toldBy(spoken: Language, translated: (text: string) => string | undefined = () => undefined): Told {
  return (text) => {
    const words = spoken === 'en' ? text : translated(text);
    return (
      <span lang={words === undefined ? 'en' : spoken}>
        <WholeDates>{words ?? text}</WholeDates>
      </span>
    );
  };
}

interface KnownProps {
  readonly known: InspectionDocument;
  readonly told: Told;
}

function Known({ known, told }: KnownProps) {
  const w = profileWords[language.value];
  const { format, why, zone, label, firstHour = '–', lastHour = '–', rows, synthetic, gaps, warnings, faults } = known;
  const { unstated } = w.stampNames;
  const clock = zone === 'unstated' ? unstated : zone;
  const names = w.stampNames[label as keyof typeof w.stampNames] ?? label;
  const facts = [<code key="format">{format}</code>, clock, names, firstHour, lastHour, whole(rows)];
  return (
    <>
      {synthetic && <p class="tag">{w.synthetic}</p>}
      {faults.length > 0 && (
        <div class="problem" role="alert">
          <p>{w.faults}</p>
          <ul lang="en">
            {faults.map(({ where, problem, expected }, at) => (
              <li key={at}>
                <code>{where}</code> {problem}. {expected}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Questions questions={known.questions} told={told} />
      <h2>{w.detected}</h2>
      <p class="quiet">{told(why)}</p>
      <dl class="figures wide">
        {facts.map((fact, at) => (
          <div key={w.facts[at]}>
            <dt>{w.facts[at]}</dt>
            <dd>{typeof fact === 'string' ? <WholeDates>{fact}</WholeDates> : fact}</dd>
          </div>
        ))}
      </dl>
      <Columns known={known} />
      <h2>{w.gaps}</h2>
      {gaps.length === 0 ? (
        <p>{w.noGaps}</p>
      ) : (
        <ul>
          {gaps.map(({ from, to, hours }) => (
            <li key={from}>
              <WholeDates>{w.gap(from, to, whole(hours))}</WholeDates>
            </li>
          ))}
        </ul>
      )}
      {warnings.length > 0 && (
        <section class="doubts">
          <h2>{w.warnings}</h2>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{told(warning)}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Questions({ questions, told }: Pick<InspectionDocument, 'questions'> & Pick<KnownProps, 'told'>) {
  const w = profileWords[language.value];
  if (questions.length === 0) return null;
  return (
    <section class="card">
      <h2>{w.questions}</h2>
      {questions.map(({ code, question, options }) => (
        <div key={code}>
          <p>{told(question)}</p>
          <p class="row">
            {options.map((option) => {
              const [, field = '', value] = /^(\w+): (.+)$/.exec(option) ?? [];
              // What is of one column, or a number of the plant, is answered in the scenario alone.
              const canBeTried = answered.some((one) => one === field);
              return canBeTried ? (
                <button key={option} type="button" onClick={() => refine({ [field]: value })}>
                  <code>{option}</code>
                </button>
              ) : (
                <code key={option}>{option}</code>
              );
            })}
          </p>
        </div>
      ))}
    </section>
  );
}
