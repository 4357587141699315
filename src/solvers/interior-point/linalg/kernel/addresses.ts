/** Where arrays stand in the memory of a block, and the addresses that move through them from hour to hour. */

import { get, integer, set } from './encode.ts';

/** Where an array stands in the memory of a block. */
export interface ArrayPlace {
  /** Of its first number; in bytes from `base`, or from zero where there is none. */
  readonly offset: number;
  /** A parameter of the function: the same code serves several arrays that are laid out alike. */
  readonly base?: string;
  /** From hour to hour, in numbers. */
  readonly perHour: number;
  /** Whether the numbers of both lanes stand side by side, the hours of a segment one after the other. */
  readonly isPaired: boolean;
  /** Elements of an hour from this one on stand apart, behind the others of all hours. */
  readonly further?: { readonly from: number; readonly place: ArrayPlace };
}

/** Where an element stands, and which of an hour it is there. */
export const partOf = (place: ArrayPlace, at: number): { readonly place: ArrayPlace; readonly at: number } =>
  place.further && at >= place.further.from
    ? { place: place.further.place, at: at - place.further.from }
    : { place, at };

/** In the order in which functions take them. */
export const basesOf = (places: ReadonlyMap<string, ArrayPlace>): string[] =>
  [...new Set([...places.values()].flatMap(({ base }) => base ?? []))].sort();

/** Functions take: place of the paired hour, hour of the first lane, of the second, how many hours, where the carries stand, bases. */
export const OWN_PARAMETERS = { pairedHour: 0, hour: [1, 2], count: 3, carries: 4 } as const;
export const FIRST_BASE = 5;

/** Addresses that move from hour to hour, one for arrays of one base and step; by lane, where lanes are apart. */
export class Pointers {
  private readonly known = new Map<string, { locals: readonly number[]; place: ArrayPlace }>();
  private next: number;
  private readonly bases: readonly string[];

  constructor(first: number, bases: readonly string[]) {
    this.next = first;
    this.bases = bases;
  }

  of(place: ArrayPlace): readonly number[] {
    const key = `${place.base} ${place.perHour} ${place.isPaired}`;
    const known = this.known.get(key) ?? {
      locals: place.isPaired ? [this.next++] : [this.next++, this.next++],
      place,
    };
    this.known.set(key, known);
    return known.locals;
  }

  get count(): number {
    return [...this.known.values()].reduce((sum, { locals }) => sum + locals.length, 0);
  }

  starts(): number[] {
    return [...this.known.values()].flatMap(({ locals, place }) =>
      locals.flatMap((local, lane) => [
        ...get(place.isPaired ? OWN_PARAMETERS.pairedHour : OWN_PARAMETERS.hour[lane]!),
        ...integer(stepOf(place)),
        0x6c,
        ...(place.base === undefined ? [] : [...get(FIRST_BASE + this.bases.indexOf(place.base)), 0x6a]),
        ...set(local),
      ]),
    );
  }

  moves(isBackward: boolean): number[] {
    return [...this.known.values()].flatMap(({ locals, place }) =>
      locals.flatMap((local) => [
        ...get(local),
        ...integer(isBackward ? -stepOf(place) : stepOf(place)),
        0x6a,
        ...set(local),
      ]),
    );
  }
}

const stepOf = ({ perHour, isPaired }: ArrayPlace): number => perHour * (isPaired ? 16 : 8);

export const offsetOf = ({ offset, isPaired }: ArrayPlace, at: number): number => offset + at * (isPaired ? 16 : 8);
