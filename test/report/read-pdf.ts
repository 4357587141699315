/** A reader of PDF files that shares nothing with what writes them: objects, and the operators of a page. */

import { inflateSync } from 'node:zlib';

export type Value = null | boolean | number | string | Text | Reference | Value[] | Dictionary;
/** Names stand with their stroke: `/Figure`. */
export interface Dictionary {
  readonly [name: `/${string}`]: Value | undefined;
}
export class Text {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
export class Reference {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}
interface Operator {
  readonly operator: string;
}

export const isDictionary = (value: unknown): value is Dictionary =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Text) &&
  !(value instanceof Reference);

class Tokens {
  at = 0;
  readonly #source: string;
  constructor(source: string) {
    this.#source = source;
  }

  /** @param pattern sticky */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#source)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  blank(): void {
    this.match(/(?:[\s\0]|%[^\r\n]*)*/sy);
  }

  next(): Value | Operator | undefined {
    this.blank();
    if (this.at >= this.#source.length) return undefined;
    if (this.match(/<</sy) !== undefined) return Object.fromEntries(this.#pairs());
    if (this.match(/\[/sy) !== undefined) return this.#until(']');
    if (this.match(/\(/sy) !== undefined) return new Text(this.#string());
    const hexadecimal = this.match(/<[\da-fA-F\s]*>/sy);
    if (hexadecimal !== undefined) return new Text(hexadecimal);
    const name = this.match(/\/[^\s\0()<>[\]{}/%]*/sy);
    if (name !== undefined) return name;
    const reference = this.match(/\d+ \d+ R\b/sy);
    if (reference !== undefined) return new Reference(Number.parseInt(reference, 10));
    const number = this.match(/[-+]?(?:\d+\.?\d*|\.\d+)/sy);
    if (number !== undefined) return Number(number);
    const word = this.match(/[^\s\0()<>[\]{}/%]+/sy);
    if (word === undefined) throw new Error(`no token at ${this.at}`);
    return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : { operator: word };
  }

  #until(end: string): Value[] {
    const values: Value[] = [];
    for (this.blank(); this.#source[this.at] !== end; this.blank()) values.push(this.next() as Value);
    this.at++;
    return values;
  }

  #pairs(): [string, Value][] {
    const flat = this.#until('>');
    this.at++;
    return flat.flatMap((name, at) => (at % 2 === 0 ? [[name as string, flat[at + 1]!]] : []));
  }

  #string(): string {
    let [depth, text] = [1, ''];
    while (depth > 0) {
      const part = this.match(/\\.|[^\\()]+|[()]/sy)!;
      depth += part === '(' ? 1 : part === ')' ? -1 : 0;
      if (depth > 0) text += part;
    }
    return text;
  }
}

export class Pdf {
  readonly catalogue: Dictionary;
  readonly #objects = new Map<number, { readonly value: Value; readonly stream: Buffer }>();

  constructor(bytes: Buffer) {
    const source = bytes.toString('latin1');
    const tokens = new Tokens(source);
    let root: Value | undefined;
    for (;;) {
      tokens.blank();
      const head = tokens.match(/\d+ \d+ obj\b/sy);
      if (head === undefined) {
        if (tokens.match(/[^\n]*\n/sy) === undefined) break;
        continue;
      }
      const value = tokens.next() as Value;
      tokens.blank();
      let stream: Buffer = Buffer.alloc(0);
      if (tokens.match(/stream\r?\n/sy) !== undefined && isDictionary(value)) {
        stream = bytes.subarray(tokens.at, tokens.at + (value['/Length'] as number));
        tokens.at += stream.length;
      }
      if (isDictionary(value) && value['/Type'] === '/Catalog') root = value;
      this.#objects.set(Number.parseInt(head, 10), { value, stream });
      tokens.match(/\s*(?:endstream\s*)?endobj/sy);
    }
    if (!isDictionary(root)) throw new Error('There is no catalogue.');
    this.catalogue = root;
  }

  /** What a reference leads to; all else as it is. */
  at(value: Value | undefined): Value {
    return value instanceof Reference ? (this.#objects.get(value.number)?.value ?? null) : (value ?? null);
  }

  dictionary(value: Value | undefined): Dictionary {
    const found = this.at(value);
    return isDictionary(found) ? found : {};
  }

  list(value: Value | undefined): Value[] {
    const found = this.at(value);
    return found === null ? [] : Array.isArray(found) ? found : [value!];
  }

  stream(value: Value | undefined): string {
    if (!(value instanceof Reference)) return '';
    const { stream } = this.#objects.get(value.number)!;
    const isPacked = this.dictionary(value)['/Filter'] !== undefined;
    return (isPacked ? inflateSync(stream) : stream).toString('latin1');
  }

  pages(node: Value | undefined = this.catalogue['/Pages']): Reference[] {
    const kids = this.dictionary(node)['/Kids'];
    return kids === undefined ? [node as Reference] : this.list(kids).flatMap((kid) => this.pages(kid));
  }

  *operators(page: Dictionary): Generator<{ readonly operator: string; readonly operands: readonly Value[] }> {
    const tokens = new Tokens(
      this.list(page['/Contents'])
        .map((part) => this.stream(part))
        .join('\n'),
    );
    let operands: Value[] = [];
    for (let token = tokens.next(); token !== undefined; token = tokens.next()) {
      if (typeof token === 'object' && token !== null && 'operator' in token) {
        yield { operator: (token as Operator).operator, operands };
        operands = [];
      } else operands.push(token as Value);
    }
  }
}
