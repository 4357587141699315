/** The audit, for administrators: what was done with which key. */

import * as z from 'zod';
import { cursor, limit, pageFrom, pageOf, placeOf } from '../schemas/paging.ts';
import { type AuditEntry, auditActions, listAudit } from '../store/audit.ts';
import { type AddRoutes, problemResponses } from './route.ts';

const place = z.tuple([z.string().regex(/^\d{1,15}$/)]);

const auditDocument = z
  .strictObject({
    id: z.int(),
    at: z.iso.datetime().meta({ description: 'Of uses: the hour that they are counted in.' }),
    action: z.enum(auditActions),
    owner: z.string().meta({ description: 'Whose things it was about.' }),
    keyId: z.uuid().optional().meta({ description: 'Of who did it; absent on the machine itself and for tokens.' }),
    subject: z.string().meta({
      description: 'Id of the key, owner of the token, path of what was deleted, or age of what was forgotten.',
    }),
    requests: z.int().meta({ description: 'Uses are one entry an hour; of what was forgotten, how many entries.' }),
  })
  .meta({ id: 'AuditEntry' });

export const addAuditTrail: AddRoutes = (app, { service }) => {
  app.get(
    '/v1/audit',
    {
      schema: {
        summary: 'What was done with keys, newest first',
        tags: ['access'],
        querystring: z.strictObject({ owner: z.string().max(300).optional(), limit, cursor }),
        response: { 200: pageOf(auditDocument), ...problemResponses },
      },
    },
    async ({ query }) => {
      const [before] = placeOf(query.cursor, place) ?? [];
      const found = await listAudit(service.database.rows, {
        owner: query.owner,
        before: before === undefined ? undefined : Number(before),
        limit: query.limit + 1,
      });
      return pageFrom(found, query.limit, documentOf, ({ id }) => [String(id)]);
    },
  );
};

function documentOf({ id, at, action, owner, key_id: keyId, subject, requests }: AuditEntry) {
  return {
    id,
    at: at.toISOString(),
    action: action as z.output<typeof auditDocument>['action'],
    owner,
    ...(keyId === null ? {} : { keyId }),
    subject,
    requests,
  };
}
