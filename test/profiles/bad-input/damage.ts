/** Damage to a file, and which hours and facts it touched: all that may differ in what is still read from it. */
import fc from 'fast-check';
import type { Example } from './examples.ts';
import { FACT, PLACE, PLAIN } from './year-rows.ts';

/** `at` and `other` are taken modulo what there is to damage. */
export type Damage =
  | { readonly kind: 'replace' | 'insert'; readonly at: Place; readonly bytes: readonly number[] }
  | { readonly kind: 'delete'; readonly at: Place; readonly count: number }
  | { readonly kind: 'cut'; readonly at: Place }
  | { readonly kind: 'drop' | 'double'; readonly at: Place }
  | { readonly kind: 'swap'; readonly at: Place; readonly other: Place };

/** Heads are short and tell most, so that half of all damage falls on beginnings. */
interface Place {
  readonly where: 'beginning' | 'anywhere' | 'end';
  readonly at: number;
}

const place = fc.record({
  where: fc.constantFrom<Place['where']>('beginning', 'beginning', 'anywhere', 'end'),
  at: fc.nat(),
});
const byte = fc.oneof(
  fc.constantFrom(...Buffer.from('0123456789,,;.-+:"\n\r\t #=@eETZ/()[]')),
  fc.constantFrom(0, 0xef, 0xb2, 0x80),
  fc.nat(255),
);
const bytes = fc.array(byte, { minLength: 1, maxLength: 3 });

export const someDamage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constantFrom('replace' as const, 'insert' as const), at: place, bytes }),
  fc.record({ kind: fc.constant('delete' as const), at: place, count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({ kind: fc.constantFrom('drop' as const, 'double' as const), at: place }),
  fc.record({ kind: fc.constant('swap' as const), at: place, other: place }),
);

export interface Damaged {
  readonly bytes: Buffer;
  /** Hours with a byte of their value in reach of the damage. */
  readonly hours: ReadonlySet<number>;
  readonly hasFact: boolean;
  readonly hasPlace: boolean;
}

const BEGINNING = 600;
const LINE_FEED = 10;

export function damaged(example: Example, damages: readonly Damage[]): Damaged {
  let { bytes, marks } = example;
  const touched = new Set<number>();
  const touch = (from: number, until: number) => {
    for (let at = Math.max(0, from); at < Math.min(until, marks.length); at++) touched.add(marks[at]!);
  };
  const splice = (from: number, until: number, put: Uint8Array, putMarks = new Int16Array(put.length).fill(PLAIN)) => {
    bytes = Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(until)]);
    marks = joined(marks.subarray(0, from), putMarks, marks.subarray(until));
  };
  const offsetOf = ({ where, at }: Place) => {
    if (where === 'beginning') return at % Math.min(BEGINNING, bytes.length);
    return where === 'anywhere' ? at % bytes.length : bytes.length - 1 - (at % Math.min(BEGINNING, bytes.length));
  };
  /** The line around an offset, with its line end. */
  const lineAt = (offset: number): [number, number] => {
    const end = bytes.indexOf(LINE_FEED, offset);
    const before = offset === 0 ? -1 : bytes.lastIndexOf(LINE_FEED, offset - 1);
    return [before + 1, end === -1 ? bytes.length : end + 1];
  };
  /** What stands before the value: rows with the same stamp can be told apart by their order alone. */
  const stampOf = ([from, until]: [number, number]) => {
    const first = marks.subarray(from, until).findIndex((mark) => mark >= 0);
    return first === -1 ? undefined : bytes.toString('latin1', from, from + first);
  };
  for (const damage of damages) {
    if (bytes.length === 0) break;
    const at = offsetOf(damage.at);
    switch (damage.kind) {
      case 'replace':
        touch(at - 1, at + damage.bytes.length + 1);
        splice(at, Math.min(at + damage.bytes.length, bytes.length), Uint8Array.from(damage.bytes));
        break;
      case 'insert':
        touch(at - 1, at + 1);
        splice(at, at, Uint8Array.from(damage.bytes));
        break;
      case 'delete':
        touch(at - 1, at + damage.count + 1);
        splice(at, Math.min(at + damage.count, bytes.length), new Uint8Array(0));
        break;
      case 'cut':
        touch(at - 1, at + 1);
        splice(at, bytes.length, new Uint8Array(0));
        break;
      case 'drop':
      case 'double': {
        const line = lineAt(at);
        const [from, until] = line;
        const stamp = stampOf(line);
        // Without stamps only the number of rows tells, and damage elsewhere may make it right again.
        if (stamp === '') touch(from, bytes.length);
        for (const fact of [FACT, PLACE]) if (marks.subarray(from, until).includes(fact)) touched.add(fact);
        if (damage.kind === 'drop') splice(from, until, new Uint8Array(0));
        else splice(from, from, bytes.subarray(from, until), marks.slice(from, until));
        break;
      }
      case 'swap': {
        const [one, two] = [lineAt(at), lineAt(offsetOf(damage.other))].sort(([a], [b]) => a - b) as [
          [number, number],
          [number, number],
        ];
        if (one[0] === two[0]) break;
        if (stampOf(one) !== undefined && stampOf(one) === stampOf(two)) {
          touch(...one);
          touch(...two);
        }
        const between = [
          [bytes.subarray(...two), marks.slice(...two)],
          [bytes.subarray(one[1], two[0]), marks.slice(one[1], two[0])],
          [bytes.subarray(...one), marks.slice(...one)],
        ] as const;
        const put = Buffer.concat(between.map(([part]) => part));
        splice(one[0], two[1], put, joined(...between.map(([, part]) => part)));
        break;
      }
      default:
        damage satisfies never;
    }
  }
  return {
    bytes,
    hours: new Set([...touched].filter((mark) => mark >= 0)),
    hasFact: touched.has(FACT),
    hasPlace: touched.has(PLACE),
  };
}

function joined(...parts: readonly Int16Array[]): Int16Array<ArrayBuffer> {
  const whole = new Int16Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
