/** The part of S3 that is used here, as strict as the real one: every signature and every hash of a body is checked. */

import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export const keys = { AWS_ACCESS_KEY_ID: 'test-key', AWS_SECRET_ACCESS_KEY: 'test-secret' };

export interface S3Server extends AsyncDisposable {
  readonly url: string;
  /** In the order in which they were written. */
  readonly objects: Map<string, Buffer>;
  readonly requests: string[];
  /** Decides before anything else what is answered instead. */
  fault: (method: string, key: string) => number | undefined;
}

export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    const { method = '', url = '' } = request;
    const key = decodeURIComponent(url.replace(/^\/bucket\//, ''));
    requests.push(`${method} ${key}`);
    const refuse = (status: number, code: string) =>
      response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);
    const fault = s3.fault(method, key);
    if (fault !== undefined) return refuse(fault, 'Planted');
    if (!isSigned(request)) return refuse(403, 'SignatureDoesNotMatch');
    const stated = request.headers['x-amz-content-sha256'];
    if (method === 'PUT' && stated !== sha256(body)) return refuse(400, 'XAmzContentSHA256Mismatch');
    if (method === 'PUT') {
      objects.set(key, body);
      return response.end();
    }
    if (method === 'DELETE') {
      objects.delete(key);
      return response.writeHead(204).end();
    }
    const found = objects.get(key);
    if (found === undefined) return refuse(404, 'NoSuchKey');
    return response.writeHead(200, { 'content-length': found.length }).end(method === 'HEAD' ? undefined : found);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const s3: S3Server = {
    url: `http://127.0.0.1:${port}/bucket`,
    objects,
    requests,
    fault: () => undefined,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return s3;
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();

/** Signature Version 4, recomputed as its description says. */
function isSigned({ method, url, headers }: IncomingMessage): boolean {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)$/;
  const found = form.exec(headers.authorization ?? '');
  if (found === null) return false;
  const [, id, day, region, signed, signature] = found as unknown as [string, string, string, string, string, string];
  const names = signed.split(';');
  if (id !== keys.AWS_ACCESS_KEY_ID || !names.includes('host') || !names.includes('x-amz-content-sha256')) return false;
  const lines = names.map((name) => `${name}:${String(headers[name]).trim()}\n`).join('');
  const canonical = [method, url, '', lines, signed, headers['x-amz-content-sha256']].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${keys.AWS_SECRET_ACCESS_KEY}`, day), region));
  return hmac(key, text).toString('hex') === signature;
}
