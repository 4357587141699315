import { type Seal, shortCode } from '../content/content.ts';
import { type Said, say } from '../content/words.ts';

/** Which result a document tells of. */
export function sealWords(seal: Seal): Said {
  return say('hourmatch {version} · document code {code}, of the SHA-256 of result.json', {
    version: seal.hourmatchVersion,
    code: shortCode(seal),
  });
}
