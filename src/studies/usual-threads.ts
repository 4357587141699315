/** How many threads solve where nobody says. */

import { availableParallelism } from 'node:os';

/** Each may take up to 2 GiB. */
const MOST_USUAL_THREADS = 4;

/** One a processor, as far as the memory of most machines goes. */
export const usualThreads = (): number => Math.min(MOST_USUAL_THREADS, availableParallelism());
