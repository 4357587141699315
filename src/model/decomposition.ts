/** A scope as sizes that link parts of hours: the same programme as `formulate` writes, never all of it at once. */

import type { BlockAngularProgram } from '../lp/block-angular.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { formulateBuildOut, formulateHours, placesOfHours } from './formulation.ts';
import { partsOf } from './part.ts';
import type { BuildOutFormulation, HoursFormulation, HoursPlaces, Part, Scope } from './variables.ts';

export interface Decomposition {
  readonly buildOut: BuildOutFormulation;
  readonly parts: readonly Part[];
  /** The build-out links; block `at` is part `at`. */
  readonly program: BlockAngularProgram;
  /** Formulated anew each time. */
  hoursOf(at: number, pulse?: () => void): HoursFormulation;
  /** Where things stand in it. */
  placesOf(at: number): HoursPlaces;
}

/** @param pulse called now and then while the build-out is formulated; what it throws ends that */
export function decompose(scenario: Scenario, scope: Scope, pulse?: () => void): Decomposition {
  const buildOut = formulateBuildOut(scenario, scope, pulse);
  const parts = partsOf(scope);
  const hoursOf = (at: number, pulse?: () => void) => formulateHours(scenario, scope, parts[at]!, pulse);
  const linkedTo = (at: number) => sizeColumnsOf(buildOut, parts[at]!);
  return {
    buildOut,
    parts,
    hoursOf,
    placesOf: (at) => placesOfHours(scenario, scope, parts[at]!),
    program: {
      linking: buildOut.program,
      blockCount: parts.length,
      linkedTo,
      block: (at, pulse) => ({ program: hoursOf(at, pulse).program, linkedTo: linkedTo(at) }),
    },
  };
}

/** In the order of the copies that a part begins with. */
function sizeColumnsOf({ phases }: BuildOutFormulation, part: Part): Int32Array {
  const { K, M } = phases.find(({ p }) => p === part.p)!;
  const sizes = Array.from({ length: K.length }, (_, i) => K.at(i));
  return Int32Array.from(M === undefined ? sizes : [...sizes, M]);
}
