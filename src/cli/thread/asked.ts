/** A study that solves, from its places. */

import { makeStudy } from '../../results/studies/asked-studies.ts';
import { createEngine } from '../../studies/engine.ts';
import type { Job } from './jobs.ts';

export const asked: Job<'asked'> = async ({ threads, ...toMake }, tell, poolOf) => {
  tell({ kind: 'stage', stage: toMake.study, programmes: 1 });
  const engine = createEngine({
    pool: poolOf(threads),
    onProgress: (progress) => tell({ kind: 'progress', progress }),
  });
  try {
    return await makeStudy(toMake, engine, {
      expect: (programmes) => tell({ kind: 'stage', stage: toMake.study, programmes }),
      keep: (document) => tell({ kind: 'kept', document }),
    });
  } finally {
    await engine.close();
  }
};
