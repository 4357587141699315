/** What a plan leaves for whoever operates it without its foresight: what states are worth at the end of each hour, and import. */

import type { LinearProgram } from '../../lp/linear-program.ts';
import { decompose } from '../../model/decomposition.ts';
import { formulate } from '../../model/formulation.ts';
import type { PerState } from '../../model/hourly.ts';
import type { DispatchVariables } from '../../model/variables.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Proof } from '../answer.ts';

/** In currency of the hours themselves, neither discounted nor weighted. */
export interface PlanPrices {
  /** What one more MWh of a state at the end of each hour costs the hours after it; less than nothing where it is worth something. */
  readonly states: PerState<Float64Array>;
  /** What a MWh of import costs beside its price, by the promise or the budget of the year. */
  readonly unmatchedPerMWh: number;
  /** Of one more MWh of need. */
  readonly pricePerMWh: Float64Array;
}

/** Of the programme of that phase and weather year; undefined where no proof is of it. */
export function planPrices(scenario: Scenario, proofs: readonly Proof[], p: number, y: number): PlanPrices | undefined {
  for (const proof of proofs.filter(({ scope }) => scope.phases.includes(p))) {
    for (const { program, dispatches, rowDual } of programmesOf(scenario, proof, p)) {
      const dispatch = dispatches.find((one) => one.p === p && one.y === y);
      if (dispatch) return pricesIn(program, dispatch, rowDual);
    }
  }
  return undefined;
}

interface Programme {
  readonly program: LinearProgram;
  readonly dispatches: readonly DispatchVariables[];
  readonly rowDual: Float64Array;
}

function* programmesOf(scenario: Scenario, proof: Proof, p: number): Generator<Programme> {
  if (proof.kind === 'whole') {
    const { program, phases } = formulate(scenario, proof.scope);
    yield { program, dispatches: phases.flatMap(({ dispatches }) => dispatches), rowDual: proof.rowDual };
    return;
  }
  const { parts, hoursOf } = decompose(scenario, proof.scope);
  for (const [at, part] of parts.entries()) {
    if (part.p === p) yield { ...hoursOf(at), rowDual: proof.partDuals[at]! };
  }
}

/** @param dispatch of a window too: then its prices are those of its hours, and of no use at the end of the last */
export function pricesIn(program: LinearProgram, dispatch: DispatchVariables, rowDual: Float64Array): PlanPrices {
  const { hours, balance, storages, tiers, imports } = dispatch;
  const rows = (name: string, ...of: string[]) => {
    const whole = JSON.stringify([...hours.labels, ...of]);
    const block = program.rowBlocks.find((one) => one.name === name && JSON.stringify(one.of) === whole);
    return block && rowDual.subarray(block.first, block.first + block.length);
  };
  /** The state before an hour stands in the law of that hour, with this coefficient. */
  const costs = (name: string, of: string, coefficient: number) => {
    const duals = rows(name, of);
    return Float64Array.from({ length: hours.count }, (_, h) => {
      const dual = duals?.[(h + 1) % hours.count] ?? 0;
      return -(coefficient * dual) / hours.weight || 0;
    });
  };
  return {
    states: {
      stored: storages.map(({ storage }) => costs('stateOfCharge', storage.name, 1 - storage.selfDischargePerHour)),
      backlog: tiers.map(({ tier }) => costs('backlogBalance', tier.name, -1)),
      budget: tiers.map(({ tier }) => costs('endurance', tier.name, -1)),
    },
    unmatchedPerMWh: imports === undefined ? 0 : promiseOn(program, rowDual, imports.at(0)) / hours.weight,
    pricePerMWh: rowDual.slice(balance.first, balance.first + balance.length).map((dual) => dual / hours.weight),
  };
}

/** What rows over many hours ask of a MWh of import. */
function promiseOn(
  { rowBlocks, rowStart, columnIndex, coefficient }: LinearProgram,
  rowDual: Float64Array,
  column: number,
) {
  let cost = 0;
  for (const { name, first, length } of rowBlocks) {
    if (!promises.includes(name)) continue;
    for (let row = first; row < first + length; row++) {
      for (let k = rowStart[row]!; k < rowStart[row + 1]!; k++) {
        if (columnIndex[k] === column) cost -= coefficient[k]! * rowDual[row]!;
      }
    }
  }
  return cost;
}

const promises = ['hourlyMatching', 'leastImport', 'importBudget'];
