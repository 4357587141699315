/** The binary format of WebAssembly: numbers, lists, sections and the few instructions that kernels are made of. */

export const [I32, V128] = [0x7f, 0x7b] as const;
export const VECTOR = {
  add: 0xf0,
  subtract: 0xf1,
  multiply: 0xf2,
  divide: 0xf3,
  minimum: 0xf4,
  maximum: 0xf5,
} as const;
export const [NEGATIVE, ABSOLUTE, GREATER, SELECT] = [0xed, 0xec, 0x4a, 0x52];
export const [LOAD, LOAD_BOTH, LOAD_FIRST, LOAD_LANE, STORE, STORE_LANE, CONSTANT] = [
  0x00, 0x0a, 0x5d, 0x57, 0x0b, 0x5b, 0x0c,
];

export const whole = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...whole(Math.floor(value / 128))];

function signed(value: number): number[] {
  const low = value & 127;
  const rest = value >> 7;
  const isLast = (rest === 0 && low < 64) || (rest === -1 && low >= 64);
  return isLast ? [low] : [low | 128, ...signed(rest)];
}

export const float = (value: number): number[] => Array.from(new Uint8Array(Float64Array.of(value).buffer));
export const list = (items: readonly (readonly number[])[]): number[] => [...whole(items.length), ...items.flat()];
export const text = (value: string): number[] => list(Array.from(value, (letter) => [letter.charCodeAt(0)]));
export const section = (id: number, bytes: readonly number[]): number[] => [id, ...whole(bytes.length), ...bytes];
export const vector = (code: number): number[] => [0xfd, ...whole(code)];
export const get = (local: number): number[] => [0x20, ...whole(local)];
export const set = (local: number): number[] => [0x21, ...whole(local)];
export const integer = (value: number): number[] => [0x41, ...signed(value)];
export const at8 = (offset: number): number[] => [3, ...whole(offset)];
export const at16 = (offset: number): number[] => [4, ...whole(offset)];

/** Bodies, each with its length before it. */
export function codeSection(bodies: readonly (readonly number[])[]): (readonly number[])[] {
  const parts = [whole(bodies.length), ...bodies.flatMap((body) => [whole(body.length), body])];
  return [[10, ...whole(lengthOf(parts))], ...parts];
}

const lengthOf = (parts: readonly (readonly number[])[]): number => parts.reduce((sum, { length }) => sum + length, 0);

export function joined(parts: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(lengthOf(parts));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
