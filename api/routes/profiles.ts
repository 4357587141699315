/** Stored profiles: sent as files, kept under the hash of their bytes, told with what was detected in them. */

import { createHash } from 'node:crypto';
import * as z from 'zod';
import { notFound, Problem } from '../problem.ts';
import { cursor, cursorOf, limit, pageOf, placeOf } from '../schemas/paging.ts';
import { documentOfProfile, profileDocument, profileForm, profileName } from '../schemas/profile.ts';
import { findProfile, keepProfile, listProfiles, placeOfProfile } from '../store/profiles.ts';
import { readUpload, uploadTurns } from '../upload.ts';
import { type AddRoutes, refusals } from './route.ts';

const names = z.tuple([z.string()]);

export const addProfiles: AddRoutes = (app, { service, desk }) => {
  const { rows } = service.database;

  app.post(
    '/v1/profiles',
    {
      // Described by its schema, but read part by part, within bounds.
      validatorCompiler: () => (value) => ({ value }),
      schema: {
        summary: 'Store a profile',
        description:
          'A CSV of any known format as the part `file` of a form; `name` names it in scenarios, the name of the file otherwise. The same bytes again are the same profile.',
        tags: ['profiles'],
        consumes: ['multipart/form-data'],
        body: profileForm,
        response: { 200: profileDocument, 201: profileDocument, ...refusals },
      },
    },
    async (request, reply) => {
      const { bytes, name, detected } = await uploadTurns(async () => {
        const upload = await readUpload(request);
        return { ...upload, detected: await desk.inspect({ bytes: upload.bytes, file: upload.name }) };
      });
      const faults = 'issues' in detected ? detected.issues : detected.faults;
      if ('issues' in detected || faults.length > 0) {
        throw new Problem('profile.invalid', { detail: `${name} cannot be used as a profile.`, issues: faults });
      }
      const id = createHash('sha256').update(bytes).digest('hex');
      await service.objects.put(placeOfProfile(id), bytes);
      const row = { owner: request.owner, id, name, size_bytes: bytes.length, detected };
      const kept = await keepProfile(rows, row);
      if (kept === undefined) {
        const detail = `Another profile is named ${name}. Give this one another name, or leave the name out of use: scenarios may name profiles by id.`;
        throw new Problem('profile.name-taken', { detail });
      }
      const document = documentOfProfile(kept.stored);
      return reply
        .code(kept.isNew ? 201 : 200)
        .header('location', document.links.self)
        .send(document);
    },
  );

  app.get(
    '/v1/profiles',
    {
      schema: {
        summary: 'List profiles by name',
        tags: ['profiles'],
        querystring: z.strictObject({ limit, cursor }),
        response: { 200: pageOf(profileDocument), ...refusals },
      },
    },
    async ({ owner, query }) => {
      const [after = ''] = placeOf(query.cursor, names) ?? [];
      const found = await listProfiles(rows, owner, after, query.limit + 1);
      const items = found.slice(0, query.limit);
      const last = items.at(-1);
      const hasMore = found.length > items.length && last !== undefined;
      return { items: items.map(documentOfProfile), ...(hasMore ? { nextCursor: cursorOf([last.name]) } : {}) };
    },
  );

  app.get(
    '/v1/profiles/:profile',
    {
      schema: {
        summary: 'A profile, by name or id',
        tags: ['profiles'],
        params: z.strictObject({ profile: profileName }),
        response: { 200: profileDocument, ...refusals },
      },
    },
    async ({ owner, params }) => {
      const found = await findProfile(rows, owner, params.profile);
      if (found === undefined) throw notFound('profile of this name or id');
      return documentOfProfile(found);
    },
  );
};
