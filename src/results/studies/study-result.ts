/** A study as a service keeps it, made on one thread and written by whoever keeps it. */

import type { LanguageCode } from '../../report/language/codes.ts';
import { writeWholeDirectory } from '../files/whole-directory.ts';

/** As a service keeps it: its document is `result.json`, its page is there in every language. */
export interface StudyResult {
  /** What it comes to, in every language. */
  readonly headline: Readonly<Record<LanguageCode, string>>;
  /** By path, what stands in it. */
  readonly files: Readonly<Record<string, string>>;
}

export async function writeStudyResult(directory: string, { files }: StudyResult): Promise<void> {
  const written = Object.entries(files).map(([path, text]) => ({ path, content: () => text }));
  await writeWholeDirectory(directory, written, async () => undefined);
}
