/** Rules that cross the fields of a contract. */

import type { Draft, Usable } from '../document/draft.ts';
import { conflict, type Fault, type Path } from '../faults/fault.ts';
import type { RenewableDocument } from '../schema/schema.ts';
import { tableFaults } from './tables.ts';

type Contract = Extract<RenewableDocument['purchase'], { kind: 'ppa' }>;

export function contractFaults(contract: Contract, path: Path, draft: Draft): Fault[] {
  const { pricePerMWh, indexedPerYear, pays, takeOrPayMWhPerYear: least, mostMWhPerYear: most } = contract;
  const faults = termFaults(contract.term, [...path, 'term'], draft);
  if (typeof pricePerMWh !== 'number' && indexedPerYear !== undefined) {
    const problem = 'an index beside a price by year, which says the price of every year already';
    faults.push(conflict([...path, 'indexedPerYear'], problem, 'Keep one of the two.'));
  }
  if (pays === 'produced' && least !== undefined) {
    const expected = 'A contract for all that is produced is paid for whole: leave this out, or pay for what is used.';
    faults.push(
      conflict([...path, 'takeOrPayMWhPerYear'], 'nothing is taken or paid where pays is produced', expected),
    );
  }
  if (least !== undefined && most !== undefined && least > most) {
    const expected = `Expected at most mostMWhPerYear, ${most} [MWh/year].`;
    faults.push(conflict([...path, 'takeOrPayMWhPerYear'], `${least} is more than may be taken`, expected));
  }
  return faults;
}

interface TermDocument {
  readonly firstYear?: number | undefined;
  readonly lastYear: number;
  readonly merchantPricePerMWh?: unknown;
}

/** A plan promises for whole phases: what ends without a price that goes on ends with one of them. */
export function termFaults(term: TermDocument | undefined, path: Path, { phases }: Draft): Fault[] {
  if (term === undefined) return [];
  const { firstYear, lastYear, merchantPricePerMWh } = term;
  const faults = tableFaults({ ...term }, path);
  if (firstYear !== undefined && firstYear > lastYear) {
    faults.push(
      conflict(
        [...path, 'lastYear'],
        `${lastYear} is before firstYear, ${firstYear}`,
        `Expected at least ${firstYear} [year].`,
      ),
    );
  }
  const ends = phases.flatMap(({ firstYear: begins, years }) =>
    begins === undefined || years === undefined ? [] : begins + years - 1,
  );
  const last = ends.at(-1);
  if (ends.length < phases.length || last === undefined || merchantPricePerMWh !== undefined) return faults;
  if (lastYear >= last || ends.includes(lastYear)) return faults;
  const problem = `${lastYear} is not the last year of a phase, and a plan promises for whole phases`;
  const expected = `Expected the last year of a phase, ${ends.join(', ')}, or a merchantPricePerMWh at which it goes on.`;
  faults.push(conflict([...path, 'lastYear'], problem, expected));
  return faults;
}

/** What a plant gives follows from its weather or from its contract. */
export function deliveryFaults({ purchase, capacityFactor }: Usable<RenewableDocument>, path: Path): Fault[] {
  const baseload = purchase?.kind === 'ppa' ? purchase.baseload : undefined;
  if (baseload !== undefined && capacityFactor !== undefined) {
    const problem = 'given beside a capacityFactor, which says what the weather lets it give';
    return [conflict([...path, 'purchase', 'baseload'], problem, 'Keep one of the two.')];
  }
  if (baseload !== undefined || capacityFactor !== undefined) return [];
  const expected = 'Expected { file, column }: Hourly capacity factor, 0…1. Or purchase.baseload in its place.';
  return [{ code: 'scenario.missing-field', path: [...path, 'capacityFactor'], problem: 'missing', expected }];
}
