/** What a plan comes to in one line: how much is matched in its worst phase and year, at what cost, proven how well. */

import { figuresOf, type RunFigures } from '../../../schemas/run-figures.ts';
import type { ResultDocument } from '../../client/types.ts';

export interface Headline extends RunFigures {
  readonly weatherYears: number;
  /** Of which no hour of any phase is unmatched. */
  readonly weatherYearsMatched: number;
}

/** Undefined where there is no plan. */
export function headlineOf(result: ResultDocument): Headline | undefined {
  const figures = figuresOf(result);
  if (figures === undefined) return undefined;
  const years = result.phases.flatMap(({ weatherYears }) => weatherYears);
  const names = [...new Set(years.map(({ name }) => name))];
  const isMatched = (name: string) => years.every((year) => year.name !== name || year.unmatchedHours === 0);
  return {
    ...figures,
    weatherYears: names.length,
    weatherYearsMatched: names.filter(isMatched).length,
  };
}
