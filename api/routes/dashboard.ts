/** The planning dashboard: files that Vite wrote, held in memory. What they show they ask of `/v1`, as any client. */

import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { packageFolder } from '../../src/package-folder.ts';
import { notFound, Problem } from '../http/problem.ts';
import type { AddRoutes } from './route.ts';

const BUILT = fileURLToPath(new URL('dist/dashboard/', packageFolder));
const PAGE = 'index.html';

/** Nothing from elsewhere, nothing written into the page, and no text of anybody's that could become markup. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
};

export const addDashboard: AddRoutes = (app) => {
  const files = builtFiles();

  app.get('/', { schema: { hide: true } as never }, async (_, reply) => {
    const page = files.get(PAGE);
    if (page === undefined) {
      const detail =
        'The dashboard is not built here: npm run prepare does it. The API answers all the same, see /docs.';
      throw new Problem('not-found', { detail });
    }
    return reply
      .header('content-security-policy', POLICY)
      .header('cache-control', 'no-cache')
      .type(types['.html']!)
      .send(page);
  });

  app.get(
    '/assets/:file',
    { schema: { hide: true, params: z.strictObject({ file: z.string().max(200) }) } as never },
    async ({ params }, reply) => {
      const { file } = params as { file: string };
      const bytes = files.get(join('assets', file));
      if (bytes === undefined) throw notFound('file of this name');
      return (
        reply
          // Its name holds the hash of what is in it.
          .header('cache-control', 'public, max-age=31536000, immutable')
          .type(types[extname(file)] ?? 'application/octet-stream')
          .send(bytes)
      );
    },
  );
};

/** By path; none where nothing is built. */
function builtFiles(): ReadonlyMap<string, Buffer> {
  try {
    const found = readdirSync(BUILT, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return new Map(
      found.map(({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [path.slice(BUILT.length), readFileSync(path)];
      }),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
}
