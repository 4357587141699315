/** A report as data: sections of sentences, tables with typed cells and pictures, which each format renders in its way. */

import type { HourMap } from '../charts/hour-map.ts';
import type { LegendEntry } from '../charts/legend.ts';
import type { Chart } from '../charts/svg-chart.ts';
import type { Language } from '../language/language.ts';
import type { Said } from './words.ts';

export interface Content {
  readonly title: Said;
  readonly subtitle: Said;
  readonly verdict: { readonly tone: 'good' | 'mixed' | 'bad'; readonly headline: Said; readonly detail: Said };
  /** Where profiles were generated: what that means. */
  readonly synthetic?: Said;
  readonly facts: readonly { readonly value: Said; readonly name: Said }[];
  readonly seal: Seal;
  readonly sections: readonly Section[];
}

/** By which a document and the result it was made from are known to belong together. */
export interface Seal {
  /** SHA-256 of `result.json`. */
  readonly resultSha256: string;
  readonly hourmatchVersion: string;
  /** ISO 8601, of the result. */
  readonly createdAt: string;
}

export interface Section {
  /** Name of its sheet and of its rows in a table of values. */
  readonly id: string;
  readonly title: Said;
  /** Rests on weather that was generated. */
  readonly isSynthetic?: boolean;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'paragraph' | 'note' | 'heading' | 'subheading'; readonly text: Said }
  | { readonly kind: 'list'; readonly items: readonly Said[] }
  | ({ readonly kind: 'table' } & Table)
  | ({ readonly kind: 'chart' } & Picture & { readonly draw: (language: Language) => Chart })
  | ({ readonly kind: 'map' } & HourMap)
  /** Side by side where there is room; folded away on a screen where it has a title. */
  | { readonly kind: 'group'; readonly title?: Said; readonly blocks: readonly Block[] };

export interface Picture {
  readonly title?: Said;
  readonly detail?: Said;
  readonly legend: readonly LegendEntry[];
}

export interface Table {
  readonly caption: Said;
  /** Heading of the first column, which names the rows. */
  readonly subject: Said;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly note?: Said | undefined;
  /** For workbooks and tables of values: too much for a page. */
  readonly isDataOnly?: boolean;
}

export interface Column {
  readonly title: Said;
  readonly unit?: Said;
  /** Numbers where it is not said. */
  readonly holds?: 'text' | 'code';
}

export interface Row {
  readonly name: Said;
  readonly unit?: Said | undefined;
  readonly cells: readonly (Said | undefined)[];
  readonly role?: 'total' | 'group';
}

/** Twelve letters and digits of the hash, for reading aloud. */
export function shortCode({ resultSha256 }: Seal): string {
  return resultSha256
    .slice(0, 12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-');
}
