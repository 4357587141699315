/** The symbols of the equations, as far as laws of a report use them. */

import type { Table } from '../content/content.ts';
import { type Said, say } from '../content/words.ts';

const symbols: readonly (readonly [symbol: string, meaning: Said, unit?: Said])[] = [
  ['h, p, y', say('hour, phase, weather year; hours in a circle')],
  ['i, s, ℓ, k, n', say('plant, storage, link, tier, campaign')],
  ['v, t', say('vintage, calendar year')],
  ['b', say('built; of a tier: what may still be held back'), 'MW, MWh'],
  ['K, φ', say('what stands; share of it that is at work'), 'MW, MWh, 1'],
  ['P, E', say('power and energy of a storage'), 'MW, MWh'],
  ['F, M', say('capacity of a link; subscribed power'), 'MW'],
  ['a, g', say('capacity factor; what a plant gives'), '1, MW'],
  ['c, d, s', say('charge, discharge, state of charge at the end of the hour'), 'MW, MWh'],
  ['σ, η⁺, η⁻', say('self-discharge in an hour; efficiency of charging and discharging'), '1'],
  ['u, w', say('IT power; work done'), 'MW'],
  ['A, B', say('work that arrives; work that waits at the end of the hour'), say('MWh IT')],
  ['z, r', say('work given up; work held back'), say('MWh IT')],
  ['D', say('deadline of a tier'), 'h'],
  ['m, x', say('import; export'), 'MW'],
  ['H', say('hours of the weather year'), 'h'],
  ['π, ω', say('corners of a throughput curve: power, work')],
];

export function symbolTable(): Table {
  return {
    caption: say('Symbols'),
    subject: say('Symbol'),
    columns: [
      { title: say('Meaning'), holds: 'text' },
      { title: say('Unit'), holds: 'text' },
    ],
    rows: symbols.map(([name, meaning, unit = '']) => ({ name, cells: [meaning, unit] })),
  };
}
