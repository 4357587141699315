/** The report of a run, as page, PDF, workbook or table of values, in the language asked for. */

import * as z from 'zod';
import type { ReportedStudy, ReportFormat } from '../../src/index.ts';
import { languageCodes } from '../../src/report/language/codes.ts';
import { reportFormats } from '../../src/report/report-on-demand.ts';
import { reportedStudies } from '../../src/results/companions.ts';
import { reportFile } from '../../src/results/files/report-files.ts';
import { storageOrders } from '../../src/results/ledger/ledger-document.ts';
import { limitConcurrency } from '../concurrency.ts';
import { untilDisconnect } from '../http/disconnect.ts';
import { chooseFormat } from '../http/negotiation.ts';
import { Problem } from '../http/problem.ts';
import { isPlanOrDispatch, runId } from '../schemas/run.ts';
import { answerOf, requireRun } from './require-run.ts';
import { type AddRoutes, problemResponses, type Surroundings } from './route.ts';
import { ofResult } from './run-result.ts';

const formats = {
  'text/html': 'html',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/csv': 'csv',
} as const satisfies Record<string, ReportFormat>;
const studyId = z.uuid().meta({ description: 'The id of a run.' });
const types = Object.keys(formats) as (keyof typeof formats)[];

/** The page holds no script and fetches nothing; whatever stands in a name of the user's, it shall stay so. */
const REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

export const addRunReport: AddRoutes = (app, surroundings) => {
  const { service, pool } = surroundings;
  // The hours of all phases are in memory meanwhile.
  const oneAtATime = limitConcurrency(1);

  app.get(
    '/v1/runs/:id/report',
    {
      schema: {
        summary: 'The report of a run, as a page, PDF, workbook or table of values',
        description: 'The same bytes for the same result; each carries the hash of result.json.',
        tags: ['results'],
        params: runId,
        querystring: z.strictObject({
          lang: z.enum(languageCodes).default('en').meta({ description: 'Language of the document.' }),
          format: z.enum(reportFormats).optional().meta({ description: 'In place of Accept, for links.' }),
          ledger: z.enum(storageOrders).optional().meta({
            description:
              'Makes the hour ledger first, with this order of its storages, and tells what it says: use by plant, scope 2. Without it when left out.',
          }),
          studies: z
            .union([studyId, z.array(studyId).min(1).max(reportedStudies.length)])
            .optional()
            .meta({
              description: `Runs of studies of this result that it tells of, one of each: ${reportedStudies.join(', ')}. None when left out; several as studies=…&studies=….`,
            }),
        }),
        produces: types,
        response: { 200: z.string(), ...problemResponses },
      },
    },
    async (request, reply) => {
      const signal = untilDisconnect(reply);
      const { lang: language, format, ledger, studies: ids = [] } = request.query;
      const type = format === undefined ? chooseFormat(request, types) : types.find((one) => formats[one] === format)!;
      const kind = { format: formats[type], language };
      const run = await requireRun(surroundings, request.owner, request.params.id);
      const result = await answerOf(surroundings, run);
      const { place, words } = result;
      const studies = await reportedRuns(surroundings, request.owner, [ids].flat());
      const isStored = words === undefined && ledger === undefined && studies.length === 0;
      const stored = isStored ? await service.objects.get(`${place}/${reportFile(kind)}`) : undefined;
      if (stored === undefined && !isPlanOrDispatch(run.study)) {
        const detail = `The report of the study ${run.study} is a page without a ledger: ask for text/html.`;
        throw new Problem('report.not-possible', { detail });
      }
      const asked = { objects: service.objectPlace, ...result, ...kind, ledger, studies };
      const bytes = stored ?? (await oneAtATime(() => pool.report(asked, signal)));
      const isText = type.startsWith('text/');
      const own = words === undefined ? '' : request.params.id;
      return reply
        .headers(
          ofResult(`${place} ${own} ${reportFile(kind)} ${ledger ?? ''} ${studies.map((one) => one.place).join(' ')}`),
        )
        .header('content-type', isText ? `${type}; charset=utf-8` : type)
        .header('vary', 'accept')
        .header(
          'content-disposition',
          `${type === 'text/html' ? 'inline' : 'attachment'}; filename="${reportFile(kind)}"`,
        )
        .headers(type === 'text/html' ? { 'content-security-policy': REPORT_POLICY } : {})
        .send(Buffer.from(documentOf(bytes)) as never);
    },
  );
};

/** @throws Problem where one is not there, has not ended, is no study that a report tells of, or the second of its kind */
async function reportedRuns(surroundings: Surroundings, owner: string, ids: readonly string[]) {
  const found: { readonly study: ReportedStudy; readonly place: string }[] = [];
  for (const id of ids) {
    const run = await requireRun(surroundings, owner, id);
    const isSecond = found.some(({ study }) => study === run.study);
    if (isSecond || !reportedStudies.includes(run.study)) {
      const problem = isSecond ? `a second run of ${run.study}` : `of ${run.study}, which no report tells of`;
      const detail = `studies: ${id} is ${problem}. Name runs of studies of this result, one of each: ${reportedStudies.join(', ')}.`;
      throw new Problem('request.invalid', { detail });
    }
    // The cast: it is in the list.
    found.push({ study: run.study as ReportedStudy, ...(await answerOf(surroundings, run)) });
  }
  return found;
}

/** @throws Problem where it cannot be made here, or not of this result */
function documentOf(found: Uint8Array | Awaited<ReturnType<Parameters<AddRoutes>[1]['pool']['report']>>): Uint8Array {
  if (found instanceof Uint8Array) return found;
  if ('bytes' in found) return found.bytes;
  if ('impossible' in found) throw new Problem('report.not-possible', { detail: found.impossible });
  throw new Problem('result.invalid', { detail: 'There is no report of it.', issues: found.issues });
}
