/** Results say which version wrote them: another one may word its report otherwise. */

import { readFileSync } from 'node:fs';

export const hourmatchVersion = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string }
).version;
