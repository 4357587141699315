/** Files of the API as downloads: fetched with the key, so that no link has to carry it. */

import { answerTo } from './request.ts';

/** @throws ApiProblem */
export async function download(path: string, fileName: string): Promise<void> {
  save(await (await answerTo(path)).blob(), fileName);
}

export function save(content: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
