/** The graph of an hour without a compiler: as text to read, and hour by hour in plain numbers. */

import { type ArrayPlace, partOf } from '../../../../src/solvers/interior-point/linalg/kernel/addresses.ts';
import type { Expression, HourGraph, Operation } from '../../../../src/solvers/interior-point/linalg/kernel/graph.ts';

const SIGNS = { add: '+', subtract: '−', multiply: '·', divide: '÷' } as const;

/** One line an expression that is needed. */
export function printed(graph: HourGraph): string {
  const name = (at: Expression) => {
    const operation = graph.operations[at]!;
    if (operation.op === 'constant') return String(operation.value);
    return operation.op === 'carry' ? `before(${operation.name})` : `e${at}`;
  };
  const text = (operation: Operation): string => {
    switch (operation.op) {
      case 'constant':
      case 'carry':
        return '';
      case 'parameter':
        return `parameter ${operation.at}`;
      case 'load':
        return `${operation.array}[${operation.at}]`;
      case 'store':
        return `${operation.array}[${operation.at}] ← ${name(operation.a)}`;
      case 'negative':
        return `−${name(operation.a)}`;
      case 'absolute':
        return `|${name(operation.a)}|`;
      case 'minimum':
      case 'maximum':
        return `${operation.op}(${name(operation.a)}, ${name(operation.b)})`;
      case 'where':
        return `${name(operation.a)} > ${name(operation.b)} ? ${name(operation.yes)} : ${name(operation.no)}`;
      default:
        return `${name(operation.a)} ${SIGNS[operation.op]} ${name(operation.b)}`;
    }
  };
  const lines = graph.needed().flatMap((at) => {
    const operation = graph.operations[at]!;
    if (operation.op === 'constant' || operation.op === 'carry') return [];
    return operation.op === 'store' ? text(operation) : `e${at} = ${text(operation)}`;
  });
  return [...lines, ...[...graph.carries].map(([carried, at]) => `after(${carried}) = ${name(at)}`)].join('\n');
}

interface Run {
  readonly values: Float64Array;
  readonly places: ReadonlyMap<string, ArrayPlace>;
  readonly parameters: Float64Array;
  readonly carries: Map<string, number>;
}

/** One hour of one lane, in `values`, where the memory of a block would be. */
export function interpret(
  graph: HourGraph,
  { values, places, parameters, carries }: Run,
  { hour, pairedHour, lane }: { readonly hour: number; readonly pairedHour: number; readonly lane: number },
): void {
  const placeOf = (array: string, at: number) => {
    const { place, at: element } = partOf(places.get(array)!, at);
    const { offset, perHour, isPaired } = place;
    const number = (isPaired ? pairedHour : hour) * perHour + element;
    return offset / 8 + (isPaired ? 2 * number + lane : number);
  };
  const known = new Map<Expression, number>();
  const got = (at: Expression) => known.get(at)!;
  for (const at of graph.needed()) known.set(at, result(graph.operations[at]!));
  for (const [name, at] of graph.carries) carries.set(name, got(at));

  function result(operation: Operation): number {
    switch (operation.op) {
      case 'constant':
        return operation.value;
      case 'parameter':
        return parameters[operation.at]!;
      case 'carry':
        return carries.get(operation.name) ?? 0;
      case 'load':
        return values[placeOf(operation.array, operation.at)]!;
      case 'store':
        values[placeOf(operation.array, operation.at)] = got(operation.a);
        return Number.NaN;
      case 'negative':
        return -got(operation.a);
      case 'absolute':
        return Math.abs(got(operation.a));
      case 'where':
        return got(operation.a) > got(operation.b) ? got(operation.yes) : got(operation.no);
      default: {
        const [a, b] = [got(operation.a), got(operation.b)];
        if (operation.op === 'minimum') return Math.min(a, b);
        if (operation.op === 'maximum') return Math.max(a, b);
        if (operation.op === 'add') return a + b;
        if (operation.op === 'subtract') return a - b;
        return operation.op === 'multiply' ? a * b : a / b;
      }
    }
  }
}
