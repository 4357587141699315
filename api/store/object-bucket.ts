/**
 * Objects in a bucket of a store that speaks S3. One object appears whole or not at all; of a directory the file that
 * tells of the result comes last, and without it there is no result.
 */

import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { makeDirectory } from '../../src/results/files/make-directory.ts';
import { type ObjectPlace, type ObjectStore, requirePlainKey } from './objects.ts';

const ANSWER_MILLISECONDS = 60_000;
const TRIES = 4;
const PAUSE_MILLISECONDS = 250;
/** Written after everything else, and read before it. */
const LAST_FILE = 'result.json';
/** Which files a result has, for whoever removes them: listing a bucket is another right than writing to it. */
const LIST_FILE = 'files.json';

export function openBucket(place: Extract<ObjectPlace, { kind: 'bucket' }>): ObjectStore {
  const { accessKeyId, secretAccessKey } = keysOf(process.env);
  // Retried here: by itself it would try for a minute and a half.
  const client = new AwsClient({ accessKeyId, secretAccessKey, region: place.region, service: 's3', retries: 0 });
  const urlOf = (key: string) => {
    requirePlainKey(key);
    return `${place.url}/${key.split('/').map(encodeURIComponent).join('/')}`;
  };
  const send = async (method: string, url: string, body?: Uint8Array): Promise<Response> => {
    for (let tries = 1; ; tries++) {
      const answer = await sendOnce(client, method, url, body).catch((error: unknown) => error as Error);
      if (answer instanceof Response && answer.status < 500) return answer;
      if (tries === TRIES) throw answer instanceof Response ? await refusalOf(answer, method, url) : answer;
      await pause(PAUSE_MILLISECONDS * 2 ** tries);
    }
  };
  const store: ObjectStore = {
    async get(key) {
      const answer = await send('GET', urlOf(key));
      if (answer.ok) return answer.bytes();
      if (answer.status === 404) return void (await answer.body?.cancel());
      throw await refusalOf(answer, 'GET', key);
    },
    async put(key, bytes) {
      const known = await send('HEAD', urlOf(key));
      if (known.ok) return;
      const answer = await send('PUT', urlOf(key), bytes);
      if (!answer.ok) throw await refusalOf(answer, 'PUT', key);
      await answer.body?.cancel();
    },
    async draft() {
      const folder = join(tmpdir(), 'hourmatch-drafts');
      await makeDirectory(folder);
      return join(folder, randomUUID());
    },
    async publish(prefix, draft) {
      const files = (await readdir(draft, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
      const isLast = (file: string) => relative(draft, file) === LAST_FILE;
      const keys = files.map((file) => relative(draft, file).split(sep).join('/'));
      await store.put(`${prefix}/${LIST_FILE}`, Buffer.from(JSON.stringify(keys)));
      for (const file of files.toSorted((a, b) => Number(isLast(a)) - Number(isLast(b)))) {
        await store.put(`${prefix}/${relative(draft, file).split(sep).join('/')}`, await readFile(file));
      }
      await rm(draft, { recursive: true, force: true });
    },
    share: (_, file) => rm(file),
    async remove(prefix) {
      // Without it there is no result.
      await store.drop(`${prefix}/${LAST_FILE}`);
      const list = await store.get(`${prefix}/${LIST_FILE}`);
      if (list === undefined) return;
      const keys = JSON.parse(Buffer.from(list).toString()) as string[];
      for (const key of [...keys, LIST_FILE]) await store.drop(`${prefix}/${key}`);
    },
    async drop(key) {
      const answer = await send('DELETE', urlOf(key));
      if (!answer.ok && answer.status !== 404) throw await refusalOf(answer, 'DELETE', key);
      await answer.body?.cancel();
    },
    async check() {
      const key = 'checks/written';
      const answer = await send('PUT', urlOf(key), Buffer.from('written'));
      if (!answer.ok) throw await refusalOf(answer, 'PUT', key);
      await answer.body?.cancel();
    },
  };
  return store;
}

async function sendOnce(client: AwsClient, method: string, url: string, body?: Uint8Array): Promise<Response> {
  const signal = AbortSignal.timeout(ANSWER_MILLISECONDS);
  if (body === undefined) return client.fetch(url, { method, signal });
  // Signed with the bytes: what arrives torn is refused there.
  const headers = { 'x-amz-content-sha256': createHash('sha256').update(body).digest('hex') };
  return client.fetch(url, { method, signal, headers, body: new Uint8Array(body) });
}

/** The names are those that every client of S3 reads. */
function keysOf({ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey }: NodeJS.ProcessEnv) {
  if (accessKeyId !== undefined && secretAccessKey !== undefined) return { accessKeyId, secretAccessKey };
  throw new Error('HOURMATCH_BUCKET_URL is set: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY too.');
}

/** Without the body where it could be long; it never holds the secret. */
async function refusalOf(answer: Response, method: string, what: string): Promise<Error> {
  const text = (await answer.text()).slice(0, 300);
  return new Error(`The bucket refuses ${method} ${what}: ${answer.status} ${text}`);
}
