import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunDocument } from '../../api/schemas/run.ts';
import { columnsOfParquet, readHoursOfParquet } from '../../src/index.ts';
import { type Campus, tinyCampus } from './campus.ts';
import { type Client, startClient, submit } from './client.ts';
import { onceOn, openStorePlace, type StorePlace, storeKinds } from './stores.ts';

describe.for(storeKinds)('on %s', (kind) => {
  let place: StorePlace;
  let client: Client;
  let campus: Campus;
  let run: RunDocument;

  beforeAll(async () => {
    campus = await tinyCampus([['name: Coast,', "name: 'Coast, north',"]]);
    place = await openStorePlace(kind);
    client = await startClient(place);
    run = await client.ended((await submit(client, campus)).id);
  });
  afterAll(async () => {
    await client[Symbol.asyncDispose]();
    await place[Symbol.asyncDispose]();
  });

  test('a run is solved and verified, and its result is given', async () => {
    expect(run).toMatchObject({ status: 'succeeded', answer: 'optimal', progress: 1, reused: false });
    const result = await (await client.get(run.links.result!)).json();
    expect(result).toMatchObject({ status: 'optimal', certificate: { verified: true }, scenario: run.scenario });
  });

  test('an identical run is answered from the stored result at once, and says so', async () => {
    const again = await submit(client, campus);
    expect(again).toMatchObject({ status: 'succeeded', answer: 'optimal', reused: true });
    expect(again.id).not.toBe(run.id);
    const texts = await Promise.all([run, again].map(async ({ links }) => (await client.get(links.result!)).text()));
    expect(texts[0]).toBe(texts[1]);
  });

  test('a run with other options is another question', async () => {
    const other = await submit(client, campus, { options: { relativeGap: 1e-5 } });
    expect(other).toMatchObject({ reused: false, options: { relativeGap: 1e-5, method: 'auto' } });
    await client.send('DELETE', other.links.self);
  });

  test('the same request under one idempotency key is one run, and another body under it is refused', async () => {
    const key = { 'idempotency-key': `key-${kind}` };
    const body = { scenario: campus.scenario };
    const [first, second] = await Promise.all([1, 2].map(() => client.send('POST', '/v1/runs', body, key)));
    const third = await client.send('POST', '/v1/runs', body, key);
    const ids = await Promise.all(
      [first!, second!, third].map(async (answer) => ((await answer.json()) as RunDocument).id),
    );
    expect(new Set(ids).size).toBe(1);
    const other = await client.send('POST', '/v1/runs', { ...body, study: 'dispatch' }, key);
    expect({ status: other.status, ...((await other.json()) as object) }).toMatchObject({
      status: 409,
      code: 'idempotency.other-body',
    });
  });

  test('runs are listed newest first, page by page, each once', async () => {
    const all = (await (await client.get('/v1/runs?limit=200')).json()) as { items: RunDocument[] };
    const paged: RunDocument[] = [];
    let query = '?limit=2';
    for (;;) {
      const page = (await (await client.get(`/v1/runs${query}`)).json()) as {
        items: RunDocument[];
        nextCursor?: string;
      };
      paged.push(...page.items);
      if (page.nextCursor === undefined) break;
      query = `?limit=2&cursor=${page.nextCursor}`;
    }
    expect(all.items.length).toBeGreaterThanOrEqual(4);
    expect(paged.map(({ id }) => id)).toEqual(all.items.map(({ id }) => id));
    expect(all.items.at(-1)!.id).toBe(run.id);
  });

  test('the events of a run are the same by listening and by asking, from any of them on', async () => {
    const list = (await (await client.get(run.links.events)).json()) as {
      items: { id: number; event: string }[];
      isEnded: boolean;
    };
    expect(list.isEnded).toBe(true);
    expect(list.items.map(({ id }) => id)).toEqual(list.items.map((_, at) => at + 1));
    expect(list.items.at(-1)!.event).toBe('done');
    const heard = async (headers: Record<string, string>) => {
      const stream = await client.get(run.links.events, { accept: 'text/event-stream', ...headers });
      return [...(await stream.text()).matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    };
    expect(await heard({})).toEqual(list.items.map(({ id }) => id));
    expect(await heard({ 'last-event-id': '1' })).toEqual(list.items.slice(1).map(({ id }) => id));
    const over = { accept: 'text/event-stream', 'last-event-id': String(list.items.length) };
    expect((await client.get(run.links.events, over)).status).toBe(204);
  });

  if (kind !== onceOn) return;

  test('a schedule is given as JSON, CSV and Parquet, and all three say the same', async () => {
    const stretch = `${run.links.schedule}?from=2005-06-01&to=2005-06-02T06:00Z`;
    const json = (await (await client.get(stretch)).json()) as {
      hour: string[];
      columns: { name: string; values: number[] }[];
    };
    expect(json.hour).toHaveLength(30);
    expect(json.hour[0]).toBe('2005-06-01T00:00Z');
    const csv = await (await client.get(stretch, { accept: 'text/csv' })).text();
    const [header, ...lines] = Papa.parse<string[]>(csv.trimEnd()).data;
    expect(header).toEqual(['hour', ...json.columns.map(({ name }) => name)]);
    expect(lines.map((line) => line.map((cell, at) => (at === 0 ? cell : Number(cell))))).toEqual(
      json.hour.map((hour, row) => [hour, ...json.columns.map(({ values }) => values[row])]),
    );
    const parquet = await client.get(stretch, { accept: 'application/vnd.apache.parquet' });
    const read = await readHoursOfParquet(await parquet.bytes());
    expect(read.columns.map(({ name, values }) => ({ name, values: [...values] }))).toEqual(json.columns);
  });

  test('a ledger of an afternoon is given as JSON, CSV and Parquet, and one of a plant holds nothing of another', async () => {
    const stretch = `${run.links.ledger}?from=2005-06-01T12:00Z&to=2005-06-01T18:00Z`;
    const json = (await (await client.get(stretch)).json()) as {
      ledger: string;
      issuingBody: string;
      rows: number;
      columns: { name: string; values: unknown[] }[];
    };
    expect(json).toMatchObject({ ledger: 'allocations', issuingBody: 'planned, not issued' });
    const column = (name: string) => json.columns.find((one) => one.name === name)!.values;
    expect(json.rows).toBeGreaterThanOrEqual(6);
    expect(new Set(column('interval_start')).size).toBe(6);
    expect(column('origin_starting_interval')).toEqual(column('interval_start'));
    let rows = 0;
    for (const [plant, device] of [
      ['Coast, north', 'coast-north'],
      ['Desert', 'desert'],
    ] as const) {
      const asked = `${stretch}&plant=${encodeURIComponent(plant)}`;
      const csv = await (await client.get(asked, { accept: 'text/csv' })).text();
      const { data } = Papa.parse<Record<string, string>>(csv, { header: true, comments: '#', skipEmptyLines: true });
      for (const { origin_device_id } of data) expect(origin_device_id).toBe(device);
      rows += data.length;
    }
    expect(rows).toBe(json.rows);
    const wanted = `${stretch}&kind=consumption&order=lifo`;
    const parquet = await client.get(wanted, { accept: 'application/vnd.apache.parquet' });
    expect(columnsOfParquet(await parquet.bytes())).toContain('rounding_wh');
    const wrong = await client.get(`${stretch}&plant=Nowhere`);
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toMatchObject({
      issues: [{ where: 'plant', problem: '"Nowhere" is not in this result' }],
    });
  });

  test('only the columns that are asked for are given, in their order, and one that is not there is told', async () => {
    const stretch = `${run.links.schedule}?from=2005-06-01&to=2005-06-02`;
    const columnsOf = async (query: string) =>
      ((await (await client.get(`${stretch}${query}`)).json()) as { columns: { name: string; values: number[] }[] })
        .columns;
    const all = await columnsOf('');
    const [first, second] = [all.at(-1)!, all[0]!];
    const [coast] = all.filter(({ name }) => name.includes('Coast, north'));
    expect(await columnsOf(`&columns=${encodeURIComponent(`${first.name},${second.name}`)}`)).toEqual([first, second]);
    expect(await columnsOf(`&columns=${encodeURIComponent(coast!.name)}&columns=loadMW`)).toEqual([
      coast,
      all.find(({ name }) => name === 'loadMW'),
    ]);
    const refused = await client.get(`${stretch}&columns=loadMW,moonMW`);
    expect(await refused.json()).toMatchObject({ status: 400, issues: [{ where: 'columns' }] });
    expect(await columnsOf(`&columns=${first.name}&columns=${second.name}`)).toEqual([first, second]);
    for (const query of ['columns=loadMW,loadMW', 'columns=loadMW&columns=loadMW']) {
      const twice = (await client.get(`${stretch}&${query}`)).json();
      expect(await twice).toMatchObject({
        status: 400,
        issues: [{ code: 'request.duplicate-field', where: 'columns' }],
      });
    }
  });

  test('sixty whole years of hours, four at a time, are all given', async () => {
    const statuses: number[] = [];
    const ask = async () => {
      for (let count = 0; count < 15; count++) {
        const answer = await client.get(run.links.schedule!);
        statuses.push(answer.status);
        await answer.body?.cancel();
      }
    };
    await Promise.all([ask(), ask(), ask(), ask()]);
    expect(statuses).toEqual(Array.from({ length: 60 }, () => 200));
  });

  test('what never changes may be kept for good, and is not sent again to who has it', async () => {
    for (const path of [run.links.result!, run.links.report!, run.links.schedule!]) {
      const answer = await client.get(path);
      expect(answer.headers.get('cache-control')).toContain('immutable');
      const again = await client.get(path, { 'if-none-match': answer.headers.get('etag')! });
      expect({ path, status: again.status }).toEqual({ path, status: 304 });
      await answer.body?.cancel();
    }
  });

  test('a schedule by month keeps the energy of its hours', async () => {
    const loadOf = async (resolution: string) => {
      const answer = await client.get(`${run.links.schedule}?resolution=${resolution}`);
      const { columns } = (await answer.json()) as { columns: { name: string; values: number[] }[] };
      const column = (name: string) => columns.find((one) => one.name === name)?.values;
      const hours = column('hours') ?? column('loadMW')!.map(() => 1);
      return { rows: hours.length, energy: column('loadMW')!.reduce((sum, mw, row) => sum + mw * hours[row]!, 0) };
    };
    const [byHour, byDay, byMonth] = [await loadOf('hour'), await loadOf('day'), await loadOf('month')];
    expect([byHour.rows, byDay.rows, byMonth.rows]).toEqual([8760, 365, 12]);
    expect(byDay.energy).toBeCloseTo(byHour.energy, 3);
    expect(byMonth.energy).toBeCloseTo(byHour.energy, 3);
  });

  test('a phase that the result does not have is refused with those it has', async () => {
    const answer = await client.get(`${run.links.schedule}?phase=second`);
    expect(await answer.json()).toMatchObject({
      code: 'request.invalid',
      issues: [{ where: 'phase', expected: 'One of first.' }],
    });
    // It is no result, so nobody may keep it for one.
    expect(answer.headers.get('cache-control') ?? '').not.toContain('immutable');
  });

  test('the report is a page that can run nothing', async () => {
    const answer = await client.get(run.links.report!, { accept: 'text/html' });
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await answer.text()).toContain('Tiny campus');
    expect((await client.get(run.links.report!, { accept: 'image/png' })).status).toBe(406);
  });

  test('the report is a PDF, a workbook or a table of values for who accepts it, in the language asked for', async () => {
    const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const types = { pdf: ['application/pdf', '%PDF'], xlsx: [workbook, 'PK'], csv: ['text/csv', 'sec[^]*\nledger,'] };
    for (const [ending, [accept, start]] of Object.entries(types)) {
      const answer = await client.get(`${run.links.report}?lang=fr&ledger=fifo`, { accept: accept! });
      expect(answer.headers.get('content-disposition')).toContain(`filename="report.fr.${ending}"`);
      expect(answer.headers.get('content-type')).toContain(accept);
      expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toMatch(new RegExp(`^${start}`));
    }
    expect((await client.get(`${run.links.report}?lang=de`)).status).toBe(400);
  });

  test('a run that is not there is not found', async () => {
    const answer = await client.get('/v1/runs/00000000-0000-4000-8000-000000000000');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 404, code: 'not-found', issues: [] });
  });
});
