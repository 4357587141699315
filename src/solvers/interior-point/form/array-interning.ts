/** Arrays that are equal stand in memory once: phases share a year's weather, years a phase's costs, all their pattern. */

import type { FormByCode } from './written-out.ts';

type Values = Float64Array | Int32Array;

export class InternedArrays {
  /** By kind and length. */
  private readonly kept = new Map<string, Values[]>();

  /** The same form, on arrays that were kept before wherever they are equal. */
  keep<Form extends FormByCode>(form: Form): Form {
    const entries = Object.entries(form).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : this.keepArray(value),
    ]);
    // The cast: names and kinds are those of the form that came in.
    return Object.fromEntries(entries) as unknown as Form;
  }

  private keepArray(values: Values): Values {
    const key = `${values.constructor.name} ${values.length}`;
    const others = this.kept.get(key) ?? [];
    const equal = others.find((other) => isEqual(other, values));
    if (equal) return equal;
    this.kept.set(key, [...others, values]);
    return values;
  }
}

/** To the bit, as memory compares: a hundred blocks are compared with each other. */
const isEqual = (a: Values, b: Values): boolean => bytesOf(a).equals(bytesOf(b));

const bytesOf = ({ buffer, byteOffset, byteLength }: Values) => Buffer.from(buffer, byteOffset, byteLength);
