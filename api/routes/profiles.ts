/** Stored profiles: sent as files, kept under the hash of their bytes, told with what was detected in them. */

import * as z from 'zod';
import type { Inspection } from '../../src/index.ts';
import { untilDisconnect } from '../http/disconnect.ts';
import { notFound, Problem } from '../http/problem.ts';
import { deleteProfile } from '../operations/deletion.ts';
import { cursor, cursorOf, limit, pageOf, placeOf } from '../schemas/paging.ts';
import {
  answersIn,
  documentOfInspection,
  documentOfProfile,
  inspectionAnswers,
  inspectionDocument,
  profileDocument,
  profileForm,
  profileName,
} from '../schemas/profile.ts';
import { findProfile, listProfiles } from '../store/profiles.ts';
import { storeProfile } from '../submission/keep-profile.ts';
import { readUpload, uploadLimit } from '../submission/profile-upload.ts';
import { type AddRoutes, problemResponses } from './route.ts';

const names = z.tuple([z.string()]);

export const addProfiles: AddRoutes = (app, { service, pool }) => {
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
        response: { 200: profileDocument, 201: profileDocument, ...problemResponses },
      },
    },
    async (request, reply) => {
      const signal = untilDisconnect(reply);
      const kept = await uploadLimit(async () =>
        storeProfile(service, pool, request.owner, await readUpload(request), signal),
      );
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
        response: { 200: pageOf(profileDocument), ...problemResponses },
      },
    },
    async ({ owner, query }) => {
      const [after = ''] = placeOf(query.cursor, names) ?? [];
      const found = await listProfiles(rows, owner, after, query.limit);
      const last = found.at(-1);
      return {
        items: found.map(documentOfProfile),
        ...(last?.hasNext === true ? { nextCursor: cursorOf([last.name]) } : {}),
      };
    },
  );

  app.get(
    '/v1/profiles/:profile',
    {
      schema: {
        summary: 'A profile, by name or id',
        tags: ['profiles'],
        params: z.strictObject({ profile: profileName }),
        response: { 200: profileDocument, ...problemResponses },
      },
    },
    async ({ owner, params }) => {
      const found = await findProfile(rows, owner, params.profile);
      if (found === undefined) throw notFound('profile of this name or id');
      return documentOfProfile(found);
    },
  );

  app.get(
    '/v1/profiles/:profile/inspection',
    {
      schema: {
        summary: 'All that is known of a profile, as it is or with answers to what it leaves open',
        description: 'Answers are tried, not kept: the reference in a scenario gives them, under the same names.',
        tags: ['profiles'],
        params: z.strictObject({ profile: profileName }),
        querystring: inspectionAnswers,
        response: { 200: inspectionDocument, ...problemResponses },
      },
    },
    async ({ owner, params, query }, reply) => {
      const signal = untilDisconnect(reply);
      const found = await findProfile(rows, owner, params.profile);
      if (found === undefined) throw notFound('profile of this name or id');
      const { id, name } = found;
      const answers = answersIn(query);
      if (answers === undefined) return documentOfInspection(found.detected as Inspection);
      const again = await pool.inspectAgain({ objects: service.objectPlace, id, name, answers }, signal);
      if ('format' in again) return documentOfInspection(again);
      throw new Problem('profile.invalid', { detail: 'It cannot be read with these answers.', issues: again.issues });
    },
  );

  app.delete(
    '/v1/profiles/:profile',
    {
      schema: {
        summary: 'Delete a profile, by name or id',
        description: 'Refused with 409 as long as a stored scenario or a run names it.',
        tags: ['profiles'],
        params: z.strictObject({ profile: profileName }),
        response: { 204: z.null(), ...problemResponses },
      },
    },
    async ({ owner, params }, reply) => {
      const found = await findProfile(rows, owner, params.profile);
      if (found === undefined) throw notFound('profile of this name or id');
      await deleteProfile(service, found);
      return reply.code(204).send(null);
    },
  );
};
