/** What is computed for one hour, as a graph of expressions: the same code then runs through all hours, two at a time. */

/** An expression, by its number in the graph. */
export type Expression = number;

type Binary = 'add' | 'subtract' | 'multiply' | 'divide' | 'minimum' | 'maximum';

export type Operation =
  | { readonly op: 'constant'; readonly value: number }
  /** One number for all hours, by its place among the parameters of a block. */
  | { readonly op: 'parameter'; readonly at: number }
  | { readonly op: 'load'; readonly array: string; readonly at: number }
  /** What the hour before left under this name. */
  | { readonly op: 'carry'; readonly name: string }
  | { readonly op: Binary; readonly a: Expression; readonly b: Expression }
  | { readonly op: 'negative' | 'absolute'; readonly a: Expression }
  /** `yes` where a > b, `no` elsewhere. */
  | {
      readonly op: 'where';
      readonly a: Expression;
      readonly b: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    }
  | { readonly op: 'store'; readonly array: string; readonly at: number; readonly a: Expression };

/** Equal expressions stand once; zeros, ones and double signs fall away. `undefined` is a sum of nothing. */
export class HourGraph {
  readonly operations: Operation[] = [];
  /** What the next hour finds, by name. */
  readonly carries = new Map<string, Expression>();
  private readonly known = new Map<string, Expression>();

  constant(value: number): Expression {
    return this.put({ op: 'constant', value });
  }

  parameter(at: number): Expression {
    return this.put({ op: 'parameter', at });
  }

  load(array: string, at: number): Expression {
    return this.put({ op: 'load', array, at });
  }

  store(array: string, at: number, a: Expression | undefined): void {
    this.operations.push({ op: 'store', array, at, a: a ?? this.constant(0) });
  }

  carry(name: string): Expression {
    return this.put({ op: 'carry', name });
  }

  setCarry(name: string, value: Expression | undefined): void {
    this.carries.set(name, value ?? this.constant(0));
  }

  /** Adds to what the hours before left under this name. */
  accumulate(name: string, value: Expression | undefined): void {
    if (value !== undefined) this.carries.set(name, this.add(this.carry(name), value)!);
  }

  add(a: Expression | undefined, b: Expression | undefined): Expression | undefined {
    if (a === undefined || this.is(a, 0)) return b;
    if (b === undefined || this.is(b, 0)) return a;
    const [left, right] = [this.operations[a]!, this.operations[b]!];
    if (right.op === 'negative') return this.put({ op: 'subtract', a, b: right.a });
    if (left.op === 'negative') return this.put({ op: 'subtract', a: b, b: left.a });
    return this.put({ op: 'add', a, b });
  }

  subtract(a: Expression | undefined, b: Expression | undefined): Expression | undefined {
    return this.add(a, this.negative(b));
  }

  multiply(a: Expression | undefined, b: Expression | undefined): Expression | undefined {
    if (a === undefined || b === undefined || this.is(a, 0) || this.is(b, 0)) return undefined;
    if (this.is(a, 1)) return b;
    if (this.is(b, 1)) return a;
    const [left, right] = [this.operations[a]!, this.operations[b]!];
    if (this.is(a, -1)) return this.negative(b);
    if (this.is(b, -1)) return this.negative(a);
    if (left.op === 'negative') return this.negative(this.multiply(left.a, b));
    if (right.op === 'negative') return this.negative(this.multiply(a, right.a));
    return this.put({ op: 'multiply', a, b });
  }

  divide(a: Expression, b: Expression): Expression {
    return this.put({ op: 'divide', a, b });
  }

  negative(a: Expression | undefined): Expression | undefined {
    if (a === undefined) return undefined;
    const operation = this.operations[a]!;
    if (operation.op === 'negative') return operation.a;
    if (operation.op === 'constant') return this.constant(-operation.value);
    return this.put({ op: 'negative', a });
  }

  absolute(a: Expression): Expression {
    return this.put({ op: 'absolute', a });
  }

  minimum(a: Expression | undefined, b: Expression): Expression {
    return a === undefined ? b : this.put({ op: 'minimum', a, b });
  }

  maximum(a: Expression | undefined, b: Expression): Expression {
    return a === undefined ? b : this.put({ op: 'maximum', a, b });
  }

  /** `yes` where a > b, `no` elsewhere. */
  where(a: Expression, b: Expression, yes: Expression, no: Expression): Expression {
    return this.put({ op: 'where', a, b, yes, no });
  }

  /** In the order in which they were made: what a store or the next hour needs, and no more. */
  needed(): Expression[] {
    const isNeeded = new Uint8Array(this.operations.length);
    for (const value of this.carries.values()) isNeeded[value] = 1;
    // Operands stand before what uses them.
    for (let at = this.operations.length - 1; at >= 0; at--) {
      const operation = this.operations[at]!;
      if (operation.op === 'store') isNeeded[at] = 1;
      if (isNeeded[at]) for (const operand of operandsOf(operation)) isNeeded[operand] = 1;
    }
    return Array.from(this.operations.keys()).filter((at) => isNeeded[at]);
  }

  /** Whatever the hour before leaves or finds left. */
  carryNames(): string[] {
    const found = this.needed().flatMap((at) => {
      const operation = this.operations[at]!;
      return operation.op === 'carry' ? operation.name : [];
    });
    return [...new Set([...this.carries.keys(), ...found])];
  }

  private is(a: Expression, value: number): boolean {
    const operation = this.operations[a]!;
    return operation.op === 'constant' && operation.value === value;
  }

  private put(operation: Operation): Expression {
    const key = Object.values(operation).join(' ');
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const at = this.operations.push(operation) - 1;
    this.known.set(key, at);
    return at;
  }
}

function operandsOf(operation: Operation): Expression[] {
  switch (operation.op) {
    case 'constant':
    case 'parameter':
    case 'load':
    case 'carry':
      return [];
    case 'negative':
    case 'absolute':
    case 'store':
      return [operation.a];
    case 'where':
      return [operation.a, operation.b, operation.yes, operation.no];
    default:
      return [operation.a, operation.b];
  }
}
