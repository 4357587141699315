/** Everything that can be done to a document, one change at a time. */

type Json = null | boolean | number | string | Json[] | { [field: string]: Json };

export interface Mutation {
  readonly path: string;
  readonly what: string;
  /** The document with the change; the one that is given stays as it is. */
  readonly document: Json;
}

/** Numbers without end, the same for every run. */
export function draws(seed = 12345): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Another digit among the first five that count. */
export function otherDigit(value: number, draw: (below: number) => number): number {
  if (!Number.isFinite(value) || value === 0) return 1;
  const [digits, exponent] = Math.abs(value).toExponential().split('e');
  const places = [...digits!].flatMap((letter, at) => (letter === '.' ? [] : [at])).slice(0, 5);
  const at = places[draw(places.length)]!;
  const digit = (Number(digits![at]) + 1 + draw(8)) % 10;
  const changed = Number(`${digits!.slice(0, at)}${digit}${digits!.slice(at + 1)}e${exponent}`);
  return Math.sign(value) * changed;
}

/** Each leaf changed, each field taken away, a field added to each object, each list shortened and lengthened. */
export function* mutationsOf(document: Json): Generator<Mutation> {
  const draw = draws();
  for (const { path, owner, field, value } of placesIn(document, '')) {
    const changed = (what: string, change: (owner: Record<string, Json>) => void): Mutation => {
      const copy = structuredClone(document);
      const places = [...placesIn(copy, '')];
      change(places.find((place) => place.path === path)!.owner as Record<string, Json>);
      return { path, what, document: copy };
    };
    if (!Array.isArray(owner)) yield changed('taken away', (object) => delete object[field]);
    for (const other of othersOf(value, draw)) {
      yield changed(`${JSON.stringify(value)?.slice(0, 30)} → ${JSON.stringify(other)?.slice(0, 30)}`, (object) => {
        object[field] = other;
      });
    }
  }
}

function othersOf(value: Json, draw: (below: number) => number): Json[] {
  if (typeof value === 'number') return [otherDigit(value, draw)];
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'string') return [`${value.slice(0, -1)}${value.endsWith('x') ? 'y' : 'x'}`];
  if (value === null) return [0];
  if (Array.isArray(value))
    return [[], [...value, value[0] ?? {}], value.slice(1)].filter((list) => list.length !== value.length);
  return [{ ...value, invented: 1 }, {}].filter((one) => Object.keys(one).length !== Object.keys(value).length);
}

interface Place {
  readonly path: string;
  readonly owner: Json[] | { [field: string]: Json };
  readonly field: string;
  readonly value: Json;
}

function* placesIn(part: Json, where: string): Generator<Place> {
  if (typeof part !== 'object' || part === null) return;
  for (const [field, value] of Object.entries(part)) {
    const path = Array.isArray(part) ? `${where}[${field}]` : `${where}${where && '.'}${field}`;
    yield { path, owner: part, field, value };
    yield* placesIn(value, path);
  }
}
