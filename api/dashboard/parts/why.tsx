/** A number that may be asked for what it is; the question stands in the address, so that it can be sent to somebody. */

import type { ComponentChildren } from 'preact';
import { refine } from '../state/location.ts';
import { words } from '../words/words.ts';

const questions = [
  'hourly',
  'annual',
  'levelised',
  'total',
  'unmatchedHours',
  'curtailed',
  'load',
  'annualCost',
  'size',
  'cost',
] as const;

export interface Question {
  readonly of: (typeof questions)[number];
  readonly phase?: string | undefined;
  readonly year?: string | undefined;
  /** Of the plant, storage, link or item of cost. */
  readonly name?: string | undefined;
  /** Of the cost. */
  readonly kind?: string | undefined;
}

export function Why({ asks, children }: { readonly asks: Question; readonly children: ComponentChildren }) {
  return (
    <button type="button" class="why" title={words().why} onClick={() => ask(asks)}>
      {children}
    </button>
  );
}

const ask = ({ of, phase, year, name, kind }: Question) =>
  refine({ why: of, 'why-phase': phase, 'why-year': year, 'why-name': name, 'why-kind': kind });

export const stopAsking = () =>
  refine({
    why: undefined,
    'why-phase': undefined,
    'why-year': undefined,
    'why-name': undefined,
    'why-kind': undefined,
  });

/** Undefined where nothing is asked. */
export function questionIn(query: URLSearchParams): Question | undefined {
  const of = questions.find((one) => one === query.get('why'));
  const part = (name: string) => query.get(`why-${name}`) ?? undefined;
  return of && { of, phase: part('phase'), year: part('year'), name: part('name'), kind: part('kind') };
}
