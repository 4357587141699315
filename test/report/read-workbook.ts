/** Reads a workbook without what wrote it: the parts of the archive, and in them the cells. */

import { inflateRawSync } from 'node:zlib';

export interface ReadSheet {
  readonly name: string;
  /** By row and column; text, or a number. */
  readonly rows: readonly (readonly (string | number | undefined)[])[];
  readonly xml: string;
}

/** Files of a ZIP archive by their name (APPNOTE 4.3.12). */
export function filesOf(archive: Uint8Array): Map<string, string> {
  const bytes = Buffer.from(archive);
  const files = new Map<string, string>();
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(from, from + size);
    const text = (method === 0 ? content : inflateRawSync(content)).toString('utf8');
    files.set(bytes.toString('utf8', at + 46, at + 46 + name), text);
    at += 46 + name + extra + comment;
  }
  return files;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (text: string) => text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
const textIn = (xml: string) => unescaped([...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, part]) => part).join(''));

export function readWorkbook(archive: Uint8Array): ReadSheet[] {
  const files = filesOf(archive);
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, one]) =>
    textIn(one!),
  );
  const names = [...files.get('xl/workbook.xml')!.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) =>
    unescaped(name!),
  );
  return names.map((name, sheet) => {
    const xml = files.get(`xl/worksheets/sheet${sheet + 1}.xml`)!;
    const rows = [...xml.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, cells = '']) => {
      const row: (string | number | undefined)[] = [];
      for (const [, letters = '', attributes = '', inside = ''] of cells.matchAll(
        /<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs,
      )) {
        const column = [...letters].reduce((all, letter) => 26 * all + letter.charCodeAt(0) - 64, 0) - 1;
        const value = /<v>([^<]*)<\/v>/.exec(inside)?.[1];
        if (attributes.includes('t="s"')) row[column] = shared[Number(value)]!;
        else if (attributes.includes('t="inlineStr"')) row[column] = textIn(inside);
        else if (value !== undefined) row[column] = attributes.includes('t="str"') ? value : Number(value);
      }
      return row;
    });
    return { name, rows, xml };
  });
}
