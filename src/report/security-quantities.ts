/** Rows of the table of phases for what is asked of security. */

import type { PhaseResult } from '../results/document/result-document.ts';
import { number, type Said, say } from './content/words.ts';
import type { Quantity } from './quantity.ts';

/** The least in store for firm load, and what plants would give beyond what is counted; where either is asked for. */
export function securityQuantities(phases: readonly PhaseResult[]): Quantity[] {
  const worst = (field: 'leastReserveHours' | 'uncountedMWh') =>
    phases.map(({ weatherYears }) => {
      const values = weatherYears.flatMap(({ security }) => security?.[field] ?? []);
      return values.length === 0 ? undefined : Math.min(...values);
    });
  const row = (name: Said, unit: string, values: readonly (number | undefined)[]): Quantity[] =>
    values.every((value) => value === undefined)
      ? []
      : [
          {
            group: 'Matching',
            name,
            unit,
            values: values.map((value) => (value === undefined ? undefined : number(value))),
          },
        ];
  return [
    ...row(say('Firm load in store, least'), 'h', worst('leastReserveHours')),
    ...row(say('Output not counted, least year'), 'MWh', worst('uncountedMWh')),
  ];
}
