/** What is finished of a study that goes on, to the store: there it is whatever becomes of who works on it. */

import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { type StudyResult, writeStudyResult } from '../../src/results/studies/study-result.ts';
import type { Service } from '../service.ts';
import { placeOfResult } from '../store/objects.ts';
import { removeIfOrphan } from '../store/orphans.ts';
import { keepPart } from '../store/parts.ts';
import type { Run } from '../store/runs.ts';

/** In place of what was there before; nothing is stored of a run that is no longer ours. */
export async function storePart({ database: { rows }, objects }: Service, run: Run, part: StudyResult): Promise<void> {
  const id = randomUUID();
  const draft = await objects.draft();
  try {
    await writeStudyResult(draft, part);
    await objects.publish(placeOfResult(id), draft);
    const { headline } = part;
    const before = await rows.transaction().execute((transaction) => keepPart(transaction, run, { id, headline }));
    if (typeof before === 'string') await objects.remove(placeOfResult(before));
  } finally {
    await removeIfOrphan(rows, objects, id).catch(() => undefined);
    await rm(draft, { recursive: true, force: true });
  }
}
