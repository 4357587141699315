import { expect, test } from 'vitest';
import { type ArrayPlace, basesOf } from '../../../../src/solvers/interior-point/linalg/kernel/addresses.ts';
import { moduleOf } from '../../../../src/solvers/interior-point/linalg/kernel/emit.ts';
import { HourGraph } from '../../../../src/solvers/interior-point/linalg/kernel/graph.ts';
import { chanceOf } from '../../../verify/random-plan.ts';
import { interpret, printed } from './interpreted.ts';

/** Every operation, arrays of both layouts, one behind a base, and what an hour leaves to the next. */
function everything(): HourGraph {
  const graph = new HourGraph();
  const [a, b, c] = [graph.load('columns', 0), graph.load('columns', 2), graph.load('pairs', 1)];
  const before = graph.carry('sum');
  const product = graph.multiply(a, c)!;
  const scaled = graph.divide(product, graph.maximum(graph.absolute(b), graph.constant(0.125)));
  const chosen = graph.where(scaled, before, graph.minimum(a, b), graph.negative(graph.parameter(1))!);
  graph.store('rows', 1, graph.subtract(chosen, b));
  graph.store('pairs', 0, graph.add(scaled, before));
  graph.accumulate('sum', graph.add(chosen, graph.parameter(0)));
  graph.setCarry('last', graph.load('rows', 0));
  graph.store('columns', 1, graph.carry('last'));
  return graph;
}

const segmentHours = 6;
/** Of the columns of an hour, those behind the first two stand behind the others of all hours. */
const further = { from: 2, place: { offset: 8 * 240, perHour: 1, isPaired: false } };
const places = new Map<string, ArrayPlace>([
  ['columns', { offset: 8 * 200, perHour: 2, isPaired: false, further }],
  ['rows', { offset: 8 * 40, base: 'point', perHour: 2, isPaired: false }],
  ['pairs', { offset: 8 * 300, perHour: 2, isPaired: true }],
]);
/** What the interpreter takes for the array behind the base, which stands at 8·60. */
const resolved = new Map([...places, ['rows', { ...places.get('rows')!, offset: 8 * 100 }] as const]);

test.each([false, true])('what is compiled does what the graph says, to the bit; backward: %o', (isBackward) => {
  const graph = everything();
  const names = graph.carryNames();
  const functions = [{ name: 'run', graph, isBackward }];
  const memory = new WebAssembly.Memory({ shared: true, initial: 1, maximum: 1 });
  const module = new WebAssembly.Module(
    moduleOf(functions, {
      ...{ places, bases: ['point'], pages: 1 },
      parametersOffset: 8 * 4,
      carryAt: (name) => 16 * names.indexOf(name),
    }),
  );
  const { exports } = new WebAssembly.Instance(module, { block: { memory } });
  const chance = chanceOf(5);
  const values = new Float64Array(memory.buffer).map(() => 2 * chance() - 1);
  const expected = values.slice();
  new Float64Array(memory.buffer).set(values);

  expect(basesOf(places)).toEqual(['point']);
  const first = isBackward ? segmentHours - 1 : 0;
  (exports.run as (...numbers: number[]) => void)(first, first, first + segmentHours, segmentHours, 8 * 10, 8 * 60);

  for (const lane of [0, 1]) {
    const carries = new Map(names.map((name, slot) => [name, expected[10 + 2 * slot + lane]!]));
    const run = { values: expected, places: resolved, parameters: expected.slice(4, 6), carries };
    for (let step = 0; step < segmentHours; step++) {
      const pairedHour = isBackward ? first - step : step;
      interpret(graph, run, { pairedHour, hour: lane * segmentHours + pairedHour, lane });
    }
    names.forEach((name, slot) => {
      expected[10 + 2 * slot + lane] = carries.get(name)!;
    });
  }
  expect(expected).not.toEqual(values);
  expect(Array.from(new Float64Array(memory.buffer))).toEqual(Array.from(expected));
});

test('equal expressions stand once, and zeros, ones and double signs fall away', () => {
  const graph = new HourGraph();
  const [x, y] = [graph.load('x', 0), graph.load('y', 0)];
  const negative = graph.negative(y);
  expect(graph.load('x', 0)).toBe(x);
  expect(graph.multiply(x, graph.constant(1))).toBe(x);
  expect(graph.multiply(x, graph.constant(0))).toBeUndefined();
  expect(graph.add(x, graph.constant(0))).toBe(x);
  expect(graph.negative(negative)).toBe(y);
  graph.load('unused', 0);
  graph.store('z', 0, graph.add(x, negative));
  graph.store('z', 1, graph.multiply(negative, graph.multiply(x, graph.constant(-1))));
  expect(printed(graph)).toBe(
    ['e0 = x[0]', 'e1 = y[0]', 'e6 = e0 − e1', 'z[0] ← e6', 'e10 = e1 · e0', 'z[1] ← e10'].join('\n'),
  );
});
