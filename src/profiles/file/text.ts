/**
 * From the bytes of a profile file to its text. Here hostile and damaged files end early: each check is one pass over
 * the bytes, made before anything is split into cells.
 *
 * One byte order mark at the start is accepted, since spreadsheets write it and it says nothing but "UTF-8"; anywhere
 * else it is refused, since CSV readers drop it unseen. What is no UTF-8 is taken for Windows-1252, which older exports
 * use and whose first half is Latin-1; the native format refuses it (`requireUtf8`). Line ends are LF or CR LF.
 */
import { isUtf8 } from 'node:buffer';
import { refuse } from '../faults.ts';
import type { ForeignText } from '../formats/format.ts';

/** Twenty years of hours in ten columns, or a year of minutes in five, at full double precision are still smaller. */
export const LARGEST_FILE_BYTES = 96 * 1024 * 1024;
/** Quarter-hours of twenty years, or minutes of a leap year, and room for what stands before and after them. */
const MOST_LINES = 750_000;
const LONGEST_LINE_BYTES = 64 * 1024;
const [LINE_FEED, CARRIAGE_RETURN] = [10, 13];

const asText = 'UTF-8 text with line ends LF or CR LF';

function lineAt(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(LINE_FEED); at !== -1 && at < offset; at = bytes.indexOf(LINE_FEED, at + 1)) line++;
  return line;
}

/** No line ends but carriage returns, as old Macintosh programs write them. */
function isOfCarriageReturns(bytes: Buffer): boolean {
  const first = bytes.indexOf(CARRIAGE_RETURN);
  return first !== -1 && first < LONGEST_LINE_BYTES && !bytes.includes(LINE_FEED);
}

function refuseCarriageReturns(file: string): never {
  return refuse(file, 'profile.unreadable', { where: 'file', line: 1 }, 'lines that end with CR alone', asText);
}

/** ZIP, which newer workbooks are, and the container of older ones. */
const archives = [Buffer.from('504b0304', 'hex'), Buffer.from('d0cf11e0a1b11ae1', 'hex')];

function checkArchive(bytes: Buffer, file: string): void {
  if (!archives.some((mark) => bytes.subarray(0, mark.length).equals(mark))) return;
  const problem = 'a workbook of a spreadsheet or another archive, not text';
  refuse(file, 'profile.unreadable', { where: 'file' }, problem, `${asText}; unpack it, or save the one sheet as CSV`);
}

/** Refuses by size and shape: too many bytes, too many lines, a line too long. */
function checkShape(bytes: Buffer, file: string): void {
  checkSize(bytes.length, file);
  let line = 0;
  for (let start = 0; start < bytes.length; ) {
    line++;
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found === -1 ? bytes.length : found;
    if (end - start > LONGEST_LINE_BYTES) {
      if (isOfCarriageReturns(bytes)) refuseCarriageReturns(file);
      const problem = `line ${line} is longer than ${LONGEST_LINE_BYTES} bytes`;
      refuse(
        file,
        'profile.unreadable',
        { where: 'file', line },
        problem,
        'one line for each step of time, ended by LF or CR LF',
      );
    }
    if (line > MOST_LINES) {
      const problem = `more than ${MOST_LINES} lines`;
      refuse(file, 'profile.unreadable', { where: 'file', line }, problem, 'a year of minutes, or years of hours');
    }
    start = end + 1;
  }
}

/** Line of the first bytes that are not UTF-8. */
function lineOfForeignBytes(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(LINE_FEED, start);
    if (end === -1 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return line;
}

function checkMarks(bytes: Buffer, file: string): void {
  const mark = bytes.length >= 2 ? bytes.readUInt16BE(0) : 0;
  if (mark === 0xfeff || mark === 0xfffe) {
    refuse(
      file,
      'profile.unreadable',
      { where: 'file', line: 1 },
      'the text is in UTF-16',
      `${asText}; save it as such`,
    );
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    const line = lineAt(bytes, nul);
    refuse(file, 'profile.unreadable', { where: 'file', line }, `a NUL byte in line ${line}: not text`, asText);
  }
}

/** Bytes that Windows-1252 gives no character to. */
const unusedBytes = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

function encodingOf(bytes: Buffer, file: string): ForeignText['encoding'] {
  if (isUtf8(bytes)) return 'UTF-8';
  const unused = unusedBytes.map((byte) => bytes.indexOf(byte)).filter((at) => at !== -1);
  if (unused.length === 0) return 'Windows-1252';
  const line = lineAt(bytes, Math.min(...unused));
  const problem = `bytes in line ${line} that are neither UTF-8 nor Windows-1252`;
  return refuse(file, 'profile.unreadable', { where: 'file', line }, problem, `${asText}; save the file as UTF-8`);
}

/**
 * What the native format asks of its bytes.
 *
 * @throws ProfileError (profile.unreadable) with the first line that is not UTF-8
 */
export function requireUtf8(content: Uint8Array, file: string): void {
  if (isUtf8(content)) return;
  const line = lineOfForeignBytes(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
  const problem = `bytes in line ${line} that are not UTF-8, as Latin-1 text has them`;
  refuse(file, 'profile.unreadable', { where: 'file', line }, problem, `${asText}; save the file as UTF-8`);
}

/** @throws ProfileError for a file larger than any profile, before it is read where the size is known before. */
export function checkSize(size: number, file: string): void {
  if (size <= LARGEST_FILE_BYTES) return;
  const problem = `${size} bytes, more than the ${LARGEST_FILE_BYTES} that are read`;
  refuse(file, 'profile.unreadable', { where: 'file' }, problem, 'years of hours; keep the columns in use');
}

/**
 * The text of a profile file, its lines ended by LF alone.
 * @throws ProfileError (profile.unreadable) for bytes that are too many, no text, or without line ends.
 */
export function textOfBytes(content: Uint8Array, file: string): ForeignText {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  checkArchive(bytes, file);
  checkShape(bytes, file);
  checkMarks(bytes, file);
  const encoding = encodingOf(bytes, file);
  const decoded = encoding === 'UTF-8' ? bytes.toString('utf8') : new TextDecoder('windows-1252').decode(bytes);
  const text = (decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded).replaceAll('\r\n', '\n');
  if (text.trim() === '') {
    const problem = bytes.length === 0 ? 'the file is empty' : `${bytes.length} bytes, but no text`;
    refuse(file, 'profile.unreadable', { where: 'file' }, problem, asText);
  }
  const strayMark = bytes.lastIndexOf('\ufeff');
  if (strayMark > 0) {
    const line = lineAt(bytes, strayMark);
    refuse(
      file,
      'profile.unreadable',
      { where: 'file', line },
      'a byte order mark inside the text',
      `${asText}, one file`,
    );
  }
  if (!text.includes('\n') && text.includes('\r')) refuseCarriageReturns(file);
  return { text, encoding };
}

/**
 * A foreign text with its last carriage returns gone: CR CR LF comes of copying CR LF through a program that adds CR.
 *
 * @throws ProfileError (profile.unreadable) for CR anywhere else, where one program sees a line end and another none
 */
export function withoutCarriageReturns({ text, encoding }: ForeignText, file: string): ForeignText {
  if (!text.includes('\r')) return { text, encoding };
  const plain = text.replaceAll('\r\n', '\n');
  const stray = plain.indexOf('\r');
  if (stray !== -1) {
    const line = plain.slice(0, stray).split('\n').length;
    const problem = `a carriage return inside line ${line}`;
    refuse(file, 'profile.unreadable', { where: 'file', line }, problem, asText);
  }
  return { text: plain, encoding };
}
