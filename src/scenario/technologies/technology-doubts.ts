/** A cost of an asset beside that of its technology: where they are a hundred times apart, the unit is another. */

import { figure, unlikely } from '../doubts/doubt.ts';
import { technologyShare } from '../doubts/plausible.ts';
import type { Doubt, Path } from '../faults/fault.ts';
import type { CostByYear } from '../scenario.ts';

interface Known {
  readonly value: CostByYear;
  readonly unit: string;
}

/** Costs only, and in one currency only: what is no money has a range of its own in `doubts/plausible.ts`. */
export function technologyDoubts(
  path: Path,
  given: CostByYear,
  known: Known,
  { technology }: { readonly technology?: unknown },
  { currency }: { readonly currency: string | undefined },
): Doubt[] {
  if (!known.unit.startsWith(`${currency}/`)) return [];
  const usual = valuesOf(known.value).filter((value) => value > 0);
  const values = valuesOf(given).filter((value) => value > 0);
  if (usual.length === 0 || values.length === 0) return [];
  const [least, most] = [Math.min(...usual), Math.max(...usual)];
  const strange = values.find((value) => value * technologyShare <= least || value >= most * technologyShare);
  if (strange === undefined) return [];
  const isBelow = strange < least;
  const meant = isBelow ? strange * 1000 : strange / 1000;
  const span = least === most ? figure(least) : `${figure(least)} to ${figure(most)}`;
  const isCure = meant * technologyShare > least && meant < most * technologyShare;
  return [
    unlikely(
      path,
      `${figure(strange)} ${known.unit}, where technology ${String(technology)} has ${span}`,
      isCure
        ? `Did you mean ${figure(meant)}? A thousand between them looks like ${isBelow ? 'a value per kW or kWh written as one per MW or MWh' : 'a value per GW or GWh written as one per MW or MWh'}.`
        : 'If it is meant, nothing needs to be done.',
    ),
  ];
}

function valuesOf(cost: CostByYear): number[] {
  return typeof cost === 'number' ? [cost] : cost.map(({ value }) => value);
}
