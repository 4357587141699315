/** The store of objects at a place, whatever kind it is; threads open their own. */

import { join } from 'node:path';
import { openBucket } from './object-bucket.ts';
import { openObjectDirectory } from './object-directory.ts';
import type { ObjectPlace, ObjectStore } from './objects.ts';
import { StoreError } from './store-error.ts';

export function openObjects(place: ObjectPlace): ObjectStore {
  switch (place.kind) {
    case 'directory':
      return openObjectDirectory(place);
    case 'bucket':
      return openBucket(place);
    default: {
      const never: never = place;
      throw new TypeError(`unknown store ${String(never)}`);
    }
  }
}

/**
 * A bucket where `HOURMATCH_BUCKET_URL` names one, as `https://s3.example.org/plans`; a directory otherwise.
 *
 * @throws StoreError where the address is none
 */
export function objectPlaceOf(dataDirectory: string, environment: NodeJS.ProcessEnv = process.env): ObjectPlace {
  const { HOURMATCH_BUCKET_URL: address, AWS_REGION: region = 'us-east-1' } = environment;
  if (address === undefined || address === '') return { kind: 'directory', path: join(dataDirectory, 'objects') };
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.username !== '') {
    throw new StoreError('HOURMATCH_BUCKET_URL is to be an address such as https://s3.example.org/plans.');
  }
  return { kind: 'bucket', url: url.href.replace(/\/+$/, ''), region };
}
