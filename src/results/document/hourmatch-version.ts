/** Results say which version wrote them: another one may word its report otherwise. */

import { readFileSync } from 'node:fs';
import { packageFolder } from '../../package-folder.ts';

export const hourmatchVersion = (
  JSON.parse(readFileSync(new URL('package.json', packageFolder), 'utf8')) as { readonly version: string }
).version;
