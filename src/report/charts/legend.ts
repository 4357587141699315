import type { Said } from '../content/words.ts';

/** Legends stand as text beside the picture: they wrap, keep their size on small screens and are read aloud. */
export interface LegendEntry {
  readonly name: Said;
  readonly colour: string;
  /** Drawn as a line, not as an area. */
  readonly line?: 'solid' | 'dashed';
}
