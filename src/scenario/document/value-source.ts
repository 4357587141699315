/** What is read of a document, with the place of each value; of one that came as a value there are none, and no YAML is loaded for it. */

import type { Fault, Path, Places } from '../faults/fault.ts';

export interface Source extends Places {
  readonly value: unknown;
  readonly faults: readonly Fault[];
  /** Places whose value was refused, so that the value lacks them. */
  readonly unread: readonly Path[];
  /** False where the text is no YAML or JSON, so that nothing can be said about its fields. */
  readonly isReadable: boolean;
  /** A plain value as it is written in the text; undefined where there is none. */
  writtenAt(path: Path): string | undefined;
}

/** A document that came as a value, not as text: no lines, no columns. */
export function sourceOfValue(value: unknown, file: string): Source {
  return { file, value, faults: [], unread: [], isReadable: true, locate: () => undefined, writtenAt: () => undefined };
}
