/** A scope as sizes that link parts of hours: the same programme as `formulate` writes, never all of it at once. */

import type { BlockAngularProgram } from '../lp/block-angular.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { formulateBuildOut, formulateHours } from './formulation.ts';
import { partsOf } from './part.ts';
import type { BuildOutFormulation, HoursFormulation, Part, Scope } from './variables.ts';

export interface Decomposition {
  readonly buildOut: BuildOutFormulation;
  readonly parts: readonly Part[];
  /** The build-out links; block `at` is part `at`. */
  readonly program: BlockAngularProgram;
  /** Formulated anew each time. */
  hoursOf(at: number): HoursFormulation;
}

export function decompose(scenario: Scenario, scope: Scope): Decomposition {
  const buildOut = formulateBuildOut(scenario, scope);
  const parts = partsOf(scope);
  const hoursOf = (at: number) => formulateHours(scenario, scope, parts[at]!);
  const linkedTo = (at: number) => sizeColumnsOf(buildOut, parts[at]!);
  return {
    buildOut,
    parts,
    hoursOf,
    program: {
      linking: buildOut.program,
      blockCount: parts.length,
      linkedTo,
      block: (at) => ({ program: hoursOf(at).program, linkedTo: linkedTo(at) }),
    },
  };
}

/** In the order of the copies that a part begins with. */
function sizeColumnsOf({ phases }: BuildOutFormulation, part: Part): Int32Array {
  const { K, M } = phases.find(({ p }) => p === part.p)!;
  const sizes = Array.from({ length: K.length }, (_, i) => K.at(i));
  return Int32Array.from(M === undefined ? sizes : [...sizes, M]);
}
