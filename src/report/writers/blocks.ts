import type { Block, Content, Section, Table } from '../content/content.ts';

/** Every table of a section, also of those that are folded away, in order. */
export function tablesOf({ blocks }: { readonly blocks: readonly Block[] }): Table[] {
  return blocks.flatMap((block): Table[] => {
    if (block.kind === 'table') return [block];
    return block.kind === 'group' ? tablesOf(block) : [];
  });
}

export function sectionsWithTables({ sections }: Content): { section: Section; tables: Table[] }[] {
  return sections.map((section) => ({ section, tables: tablesOf(section) })).filter(({ tables }) => tables.length > 0);
}
