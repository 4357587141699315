/** What a study says, once for terminal, page and report: sentences, tables and charts in parts with a title. */

import type { Chart } from '../charts/svg-chart.ts';
import type { Block, Picture } from '../content/content.ts';
import { type Said, say } from '../content/words.ts';
import type { Language } from '../language/language.ts';

export interface Sheet {
  readonly title: Said;
  readonly headline: Said;
  readonly tone: 'good' | 'mixed' | 'bad';
  /** True where any profile was generated, not measured. */
  readonly synthetic: boolean;
  /** What has nothing to say is left out. */
  readonly parts: readonly SheetPart[];
}

export interface SheetPart {
  readonly title: Said;
  readonly sentences?: readonly Said[];
  readonly table?: SheetTable;
  /** For the page alone. */
  readonly chart?: Picture & { readonly draw: (language: Language) => Chart };
}

export interface SheetTable {
  readonly subject: Said;
  readonly columns: readonly Said[];
  readonly rows: readonly { readonly name: Said; readonly unit: Said; readonly cells: readonly Said[] }[];
}

export function isSaid({ sentences = [], table, chart }: SheetPart): boolean {
  return sentences.length > 0 || (table?.rows.length ?? 0) > 0 || chart !== undefined;
}

export const SYNTHETIC = say('SYNTHETIC PROFILES: generated, not measured; no basis for an investment.');

/** A study as it stands in the report of its result. */
export function sheetBlocks({ headline, parts }: Sheet): Block[] {
  return [
    { kind: 'paragraph', text: headline },
    ...parts.filter(isSaid).flatMap(({ title, sentences = [], table, chart }): Block[] => {
      const rows = table?.rows ?? [];
      return [
        ...(rows.length === 0 && chart === undefined ? [{ kind: 'subheading', text: title } as const] : []),
        ...(sentences.length === 0 ? [] : [{ kind: 'list', items: sentences } as const]),
        ...(chart === undefined ? [] : [{ kind: 'chart', title, ...chart } as const]),
        ...(table === undefined || rows.length === 0
          ? []
          : [
              {
                kind: 'table',
                caption: title,
                subject: table.subject,
                columns: table.columns.map((column) => ({ title: column })),
                rows,
              } as const,
            ]),
      ];
    }),
  ];
}
