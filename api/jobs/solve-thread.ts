/** Steps behind the requests before anything is loaded: loading alone keeps a processor busy for a second or two. */

import { setPriority } from 'node:os';

/** On Linux this is of the thread and of those it starts. */
const NICENESS = 10;

setPriority(NICENESS);
await import('./solve-on-thread.ts');
