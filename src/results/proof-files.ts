/**
 * What was built when, and the duals that prove the optimum: `proof/proof.json` and for each programme, or each part of a
 * decomposed one, its row duals as raw little-endian Float64.
 */

import * as z from 'zod';
import type { BuildOut } from '../schedule/schedule.ts';
import type { Proof } from '../studies/answer.ts';
import { exactJson } from './files/exact-json.ts';
import { dualsFile, PROOF_FILE, partDualsFile } from './files/file-names.ts';
import type { HashedFile } from './files/whole-directory.ts';

const size = z.number();
const rows = z.int().min(0);
const matching = z.union([
  z.strictObject({
    kind: z.enum(['hourly', 'monthly', 'annual']),
    target: z.number(),
    over: z.enum(['everyYear', 'onAverage']),
  }),
  z.strictObject({ kind: z.literal('none') }),
]);
const scope = z.strictObject({
  phases: z.array(z.int()),
  weatherYears: z.array(z.int()),
  built: z.array(z.array(size).nullable()),
  matching,
  importAllowed: z.boolean(),
  exportAllowed: z.boolean(),
  mostImportMWh: z.array(size).optional(),
  minimise: z.enum(['cost', 'import']),
});
const vintage = z.strictObject({
  phase: z.string(),
  renewables: z.array(z.strictObject({ name: z.string(), builtMW: size })),
  storages: z.array(z.strictObject({ name: z.string(), builtMW: size, builtMWh: size })),
  links: z.array(z.strictObject({ name: z.string(), builtMW: size })),
});

/** `proof/proof.json`. */
export const proofSchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** By phase: what it built, in the order of the scenario. */
  buildOut: z.array(vintage),
  /** One for each programme that was solved, with its rows; where it was decomposed, those that link and those of each part. */
  programmes: z
    .array(
      z.union([z.strictObject({ scope, rows }), z.strictObject({ scope, rows, partRows: z.array(rows).max(100_000) })]),
    )
    .max(1000),
});

export function proofFiles(buildOut: readonly BuildOut[], proofs: readonly Proof[]): HashedFile[] {
  const programmes = proofs.map((proof) => ({ scope: scopeToJson(proof.scope), ...rowsOf(proof) }));
  return [
    { path: PROOF_FILE, content: () => exactJson({ schemaVersion: 1, buildOut, programmes }) },
    ...proofs.flatMap((proof, index) =>
      proof.kind === 'whole'
        ? [dualsAt(dualsFile(index), proof.rowDual)]
        : [
            dualsAt(dualsFile(index), proof.linkingDual),
            ...proof.partDuals.map((rowDual, part) => dualsAt(partDualsFile(index, part), rowDual)),
          ],
    ),
  ];
}

function rowsOf(proof: Proof): { rows: number; partRows?: number[] } {
  if (proof.kind === 'whole') return { rows: proof.rowDual.length };
  return { rows: proof.linkingDual.length, partRows: proof.partDuals.map(({ length }) => length) };
}

function dualsAt(path: string, rowDual: Float64Array): HashedFile {
  return { path, content: () => dualsToBytes(rowDual) };
}

/** A list has no word for a missing item but null. */
function scopeToJson(given: Proof['scope']) {
  return { ...given, built: Array.from(given.built, (sizes) => (sizes === undefined ? null : [...sizes])) };
}

export function scopeOf({ built, mostImportMWh, ...rest }: z.output<typeof scope>): Proof['scope'] {
  return {
    ...rest,
    built: built.map((sizes) => (sizes === null ? undefined : Float64Array.from(sizes))),
    ...(mostImportMWh === undefined ? {} : { mostImportMWh }),
  };
}

const BYTES_PER_VALUE = Float64Array.BYTES_PER_ELEMENT;

function dualsToBytes(rowDual: Float64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(rowDual.length * BYTES_PER_VALUE));
  rowDual.forEach((value, row) => {
    view.setFloat64(row * BYTES_PER_VALUE, value, true);
  });
  return new Uint8Array(view.buffer);
}

/** Undefined where the bytes are no whole number of values. */
export function dualsOfBytes(bytes: Uint8Array): Float64Array | undefined {
  if (bytes.byteLength % BYTES_PER_VALUE !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float64Array.from({ length: bytes.byteLength / BYTES_PER_VALUE }, (_, row) =>
    view.getFloat64(row * BYTES_PER_VALUE, true),
  );
}
