/** Which characters a TrueType font can show, from its own table (ISO/IEC 14496-22, cmap, formats 4 and 12). */

export function charactersOf(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = Array.from({ length: view.getUint16(4) }, (_, at) => 12 + 16 * at);
  const entry = tables.find((at) => view.getUint32(at) === 0x63_6d_61_70);
  if (entry === undefined) throw new RangeError('a font without a cmap table');
  const cmap = view.getUint32(entry + 8);
  const found = new Set<number>();
  for (let at = 0; at < view.getUint16(cmap + 2); at++) {
    const subtable = cmap + view.getUint32(cmap + 8 + 8 * at);
    const format = view.getUint16(subtable);
    if (format === 4) addSegments(view, subtable, found);
    if (format === 12) addGroups(view, subtable, found);
  }
  return found;
}

function addSegments(view: DataView, at: number, found: Set<number>): void {
  const count = view.getUint16(at + 6) / 2;
  for (let segment = 0; segment < count; segment++) {
    const end = view.getUint16(at + 14 + 2 * segment);
    const start = view.getUint16(at + 16 + 2 * (count + segment));
    const delta = view.getUint16(at + 16 + 2 * (2 * count + segment));
    const offsetAt = at + 16 + 2 * (3 * count + segment);
    const offset = view.getUint16(offsetAt);
    for (let code = start; code <= end && code < 0xff_ff; code++) {
      const glyph = offset === 0 ? (code + delta) & 0xff_ff : view.getUint16(offsetAt + offset + 2 * (code - start));
      if (glyph !== 0) found.add(code);
    }
  }
}

function addGroups(view: DataView, at: number, found: Set<number>): void {
  for (let group = 0; group < view.getUint32(at + 12); group++) {
    const entry = at + 16 + 12 * group;
    for (let code = view.getUint32(entry); code <= view.getUint32(entry + 4); code++) found.add(code);
  }
}
