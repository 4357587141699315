/** Results of others checked: every law, cost, bound and claim recomputed from the files that are sent. */

import * as z from 'zod';
import { limitConcurrency } from '../concurrency.ts';
import { untilDisconnect } from '../http/disconnect.ts';
import { Problem } from '../http/problem.ts';
import { LARGEST_RESULT_BYTES, readResultUpload } from '../submission/result-upload.ts';
import { type AddRoutes, problemResponses } from './route.ts';

const measured = z.number().nullable().meta({ description: 'Null where it cannot be measured.' });

const verification = z
  .strictObject({
    scenario: z.strictObject({ name: z.string(), contentHash: z.string() }),
    verified: z.boolean().meta({
      description:
        'There is a plan, no law is broken and no claim is contradicted. Of a result without a plan notChecked says what its files do not show.',
    }),
    laws: z.array(
      z.strictObject({ law: z.string(), checks: z.int(), broken: z.int(), largestMWh: measured }).meta({
        description: 'How often the law was checked and broken, and by how much at most.',
      }),
    ),
    violations: z
      .array(
        z.strictObject({
          law: z.string(),
          phase: z.string(),
          weatherYear: z.string().optional(),
          subject: z.string(),
          hour: z.int().optional(),
          amountMWh: measured,
          problem: z.string(),
        }),
      )
      .meta({ description: 'The first 200.' }),
    disagreements: z
      .array(z.strictObject({ where: z.string(), problem: z.string() }))
      .meta({ description: 'What the result claims and the files do not bear out; the first 200.' }),
    certificate: z
      .strictObject({
        objective: measured,
        dualBound: measured,
        relativeGap: measured,
        maxViolationMWh: measured,
      })
      .optional()
      .meta({ description: 'Recomputed; absent where no proof was sent.' }),
    notChecked: z.array(z.string()).meta({
      description: 'Sentences that begin with the paths they speak of: what is neither recomputed nor bound by a hash.',
    }),
  })
  .meta({ id: 'Verification' });

const form = z
  .record(z.string(), z.string().meta({ format: 'binary' }))
  .meta({ description: 'Each file of a result directory as a part that is named by its path.' });

export const addVerifications: AddRoutes = (app, { pool }) => {
  // One at a time: it takes a thread of the pool for as long as a result is large, and requests need the other.
  const oneAtATime = limitConcurrency(1);

  app.post(
    '/v1/verifications',
    {
      bodyLimit: LARGEST_RESULT_BYTES,
      validatorCompiler: () => (value) => ({ value }),
      schema: {
        summary: 'Verify a result or a schedule made elsewhere',
        description:
          'The files of a result directory as a form, each part named by its path: result.json, scenario.json, schedule/…, inputs/…; proof/… and report.html where there are any. A result that lists the hashes of its files has to be sent whole; of one that lists none, made elsewhere, result.json may lack whatever can be recomputed.',
        tags: ['verifications'],
        consumes: ['multipart/form-data'],
        body: form,
        response: { 200: verification, ...problemResponses },
      },
    },
    async (request, reply) => {
      const signal = untilDisconnect(reply);
      await using directory = await readResultUpload(request);
      const found = await oneAtATime(() => pool.verify(directory.path, signal));
      if (!('issues' in found)) return found;
      throw new Problem('result.invalid', { detail: 'The files are no result.', issues: found.issues });
    },
  );
};
