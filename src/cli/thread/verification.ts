/** A result recomputed from its files. */

import { verifyResult } from '../../index.ts';
import type { Job } from './jobs.ts';

export const verification: Job<'verification'> = async (result) => verifyResult(result);
