/** What a disk refuses writing with and goes on refusing until somebody does something about it. */

const IN_THE_WAY = 'Something that is no directory stands where files are written.';
const NOT_ALLOWED = 'The directory that files are written to may not be written.';

const lasting: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk that files are written to is full.',
  EDQUOT: 'The quota of the disk that files are written to is used up.',
  EFBIG: 'A file became larger than this process may write one.',
  EROFS: 'The directory that files are written to is read-only.',
  EACCES: NOT_ALLOWED,
  EPERM: NOT_ALLOWED,
  ENOTDIR: IN_THE_WAY,
  EEXIST: IN_THE_WAY,
  // In PostgreSQL's words.
  '53100': 'The disk of the database is full.',
};

/** Undefined where it is no such refusal. */
export function wordsOfRefusedWrite(error: unknown): string | undefined {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const words = typeof code === 'string' ? lasting[code] : undefined;
  return words && `${words} (${String(message)})`;
}
