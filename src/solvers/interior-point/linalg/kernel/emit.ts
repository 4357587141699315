/**
 * WebAssembly from graphs of an hour: a loop that runs through the hours of two segments of the year side by side, one a
 * lane of 128 bits. The instructions are those whose results are the same to the bit on every processor.
 * Format: WebAssembly Core Specification 2.0, binary format, https://www.w3.org/TR/wasm-core-2/.
 */

import { type ArrayPlace, FIRST_BASE, OWN_PARAMETERS, offsetOf, Pointers, partOf } from './addresses.ts';
import {
  ABSOLUTE,
  at8,
  at16,
  CONSTANT,
  codeSection,
  float,
  GREATER,
  get,
  I32,
  integer,
  joined,
  LOAD,
  LOAD_BOTH,
  LOAD_FIRST,
  LOAD_LANE,
  list,
  NEGATIVE,
  SELECT,
  STORE,
  STORE_LANE,
  section,
  set,
  text,
  V128,
  VECTOR,
  vector,
  whole,
} from './encode.ts';
import type { Expression, HourGraph, Operation } from './graph.ts';

export interface HourFunction {
  readonly name: string;
  readonly graph: HourGraph;
  /** From the last hour to the first. */
  readonly isBackward: boolean;
}

/** What functions need to know of the memory of a block. */
export interface MemoryMap {
  readonly places: ReadonlyMap<string, ArrayPlace>;
  /** As `basesOf` names them. */
  readonly bases: readonly string[];
  /** Where the parameters stand, in bytes. */
  readonly parametersOffset: number;
  /** Where a carry stands among all, in bytes. */
  readonly carryAt: (name: string) => number;
  /** Of 64 KiB each. */
  readonly pages: number;
}

export function moduleOf(functions: readonly HourFunction[], memory: MemoryMap): Uint8Array<ArrayBuffer> {
  const { bases, pages } = memory;
  const type = [0x60, ...list(Array.from({ length: FIRST_BASE + bases.length }, () => [I32])), 0];
  const bodies = functions.map((one) => new FunctionCode(one, memory).body());
  return joined([
    [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    section(1, list([type])),
    section(2, list([[...text('block'), ...text('memory'), 2, 3, ...whole(pages), ...whole(pages)]])),
    section(3, list(functions.map(() => [0]))),
    section(7, list(functions.map(({ name }, index) => [...text(name), 0, ...whole(index)]))),
    ...codeSection(bodies),
  ]);
}

/** The instructions of one function; every expression that is not a constant has a local variable. */
class FunctionCode {
  private readonly bytes: number[] = [];
  private readonly localOf = new Map<Expression | string, number>();
  private readonly source: HourFunction;
  private readonly memory: MemoryMap;
  private readonly pointers: Pointers;

  constructor(source: HourFunction, memory: MemoryMap) {
    this.source = source;
    this.memory = memory;
    const { bases } = memory;
    this.pointers = new Pointers(FIRST_BASE + bases.length, bases);
  }

  body(): number[] {
    const { graph, isBackward } = this.source;
    const { carryAt } = this.memory;
    const needed = graph.needed();
    const isBefore = (at: Expression) => graph.operations[at]!.op === 'parameter';
    const names = graph.carryNames();
    const changed = names.filter((name) => graph.carries.has(name));
    this.declareLocals(needed, names);
    this.append(...this.pointers.starts());
    for (const name of names) {
      this.append(...get(OWN_PARAMETERS.carries), ...vector(LOAD), ...at16(carryAt(name)));
      this.append(...set(this.localOf.get(name)!));
    }
    for (const at of needed) if (isBefore(at)) this.appendOperation(at);
    this.append(0x03, 0x40);
    for (const at of needed) if (!isBefore(at)) this.appendOperation(at);
    // All are read before any is set.
    for (const name of changed) this.append(...this.value(graph.carries.get(name)!));
    for (const name of changed.toReversed()) this.append(...set(this.localOf.get(name)!));
    this.append(...this.pointers.moves(isBackward));
    const { count } = OWN_PARAMETERS;
    this.append(...get(count), ...integer(1), 0x6b, 0x22, ...whole(count), 0x0d, 0, 0x0b);
    for (const name of changed) {
      this.append(...get(OWN_PARAMETERS.carries), ...get(this.localOf.get(name)!));
      this.append(...vector(STORE), ...at16(carryAt(name)));
    }
    this.append(0x0b);
    return this.bytes;
  }

  private append(...bytes: readonly number[]): void {
    for (const byte of bytes) this.bytes.push(byte);
  }

  private declareLocals(needed: readonly Expression[], carryNames: readonly string[]): void {
    const { operations } = this.source.graph;
    for (const at of needed) {
      const operation = operations[at]!;
      if (operation.op !== 'load' && operation.op !== 'store') continue;
      this.pointers.of(this.placeOf(operation.array, operation.at).place);
    }
    const { count } = this.pointers;
    const first = FIRST_BASE + this.memory.bases.length + count;
    let next = first;
    for (const name of carryNames) this.localOf.set(name, next++);
    for (const at of needed) {
      const operation = operations[at]!;
      if (operation.op === 'carry') this.localOf.set(at, this.localOf.get(operation.name)!);
      else if (operation.op !== 'constant' && operation.op !== 'store') this.localOf.set(at, next++);
    }
    this.append(
      ...list([
        [...whole(count), I32],
        [...whole(next - first), V128],
      ]),
    );
  }

  private value(at: Expression): number[] {
    const operation = this.source.graph.operations[at]!;
    if (operation.op !== 'constant') return get(this.localOf.get(at)!);
    return [...vector(CONSTANT), ...float(operation.value), ...float(operation.value)];
  }

  private appendOperation(at: Expression): void {
    const operation = this.source.graph.operations[at]!;
    if (operation.op === 'constant' || operation.op === 'carry') return;
    this.append(...this.codeOf(operation));
    if (operation.op !== 'store') this.append(...set(this.localOf.get(at)!));
  }

  private codeOf(operation: Exclude<Operation, { op: 'constant' | 'carry' }>): number[] {
    switch (operation.op) {
      case 'parameter':
        return [...integer(this.memory.parametersOffset + 8 * operation.at), ...vector(LOAD_BOTH), ...at8(0)];
      case 'load':
        return this.load(this.placeOf(operation.array, operation.at));
      case 'store':
        return this.store(this.placeOf(operation.array, operation.at), this.value(operation.a));
      case 'negative':
      case 'absolute':
        return [...this.value(operation.a), ...vector(operation.op === 'negative' ? NEGATIVE : ABSOLUTE)];
      case 'where': {
        const isGreater = [...this.value(operation.a), ...this.value(operation.b), ...vector(GREATER)];
        return [...this.value(operation.yes), ...this.value(operation.no), ...isGreater, ...vector(SELECT)];
      }
      default:
        return [...this.value(operation.a), ...this.value(operation.b), ...vector(VECTOR[operation.op])];
    }
  }

  private load({ place, at }: ReturnType<typeof partOf>): number[] {
    const offset = offsetOf(place, at);
    const [first, second] = this.pointers.of(place);
    if (place.isPaired) return [...get(first!), ...vector(LOAD), ...at16(offset)];
    const one = [...get(first!), ...vector(LOAD_FIRST), ...at8(offset)];
    return [...get(second!), ...one, ...vector(LOAD_LANE), ...at8(offset), 1];
  }

  private store({ place, at }: ReturnType<typeof partOf>, value: readonly number[]): number[] {
    const offset = offsetOf(place, at);
    const locals = this.pointers.of(place);
    if (place.isPaired) return [...get(locals[0]!), ...value, ...vector(STORE), ...at16(offset)];
    return locals.flatMap((local, lane) => [...get(local), ...value, ...vector(STORE_LANE), ...at8(offset), lane]);
  }

  private placeOf(array: string, at: number): ReturnType<typeof partOf> {
    const place = this.memory.places.get(array);
    if (!place) throw new TypeError(`no place for the array ${array}`);
    return partOf(place, at);
  }
}
