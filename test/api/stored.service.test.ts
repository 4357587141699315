import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { RunDocument } from '../../api/schemas/run.ts';
import { type Campus, tinyCampus } from './campus.ts';
import { type Client, startClient, UNSOLVED, uploadYear } from './client.ts';
import { onceOn, openStorePlace, type StorePlace, storeKinds } from './stores.ts';

interface Told {
  readonly id: string;
  readonly code: string;
  readonly status: number;
  readonly issues: readonly {
    readonly where: string;
    readonly pointer?: string;
    readonly problem: string;
    readonly expected?: string;
  }[];
}

interface Described {
  readonly responses: Record<string, { readonly content: object }>;
  readonly requestBody?: { readonly content: object };
}

const told = async (answer: Response) => (await answer.json()) as Told;

describe.for(storeKinds)('on %s', (kind) => {
  let place: StorePlace;
  let client: Client;
  let campus: Campus;

  beforeAll(async () => {
    campus = await tinyCampus();
    place = await openStorePlace(kind);
    // Nothing is solved here.
    client = await startClient(place, 0);
    await uploadYear(client, campus);
  });
  afterAll(async () => {
    await client[Symbol.asyncDispose]();
    await place[Symbol.asyncDispose]();
  });

  test('a profile is kept under the hash of its bytes, told with what was detected, and sent twice is one', async () => {
    const again = await client.upload({ file: campus.profile, name: 'year' });
    expect(again.status).toBe(200);
    const profile = await again.json();
    expect(profile).toMatchObject({
      name: 'year',
      reference: 'profile:year',
      detected: { format: 'native', rows: 8760 },
    });
    const { id } = profile as { id: string };
    expect(id).toMatch(/^[0-9a-f]{64}$/);
    for (const nameOrId of ['year', id]) {
      expect(await (await client.get(`/v1/profiles/${nameOrId}`)).json()).toEqual(profile);
    }
    expect(await (await client.get('/v1/profiles')).json()).toEqual({ items: [profile] });
    const answered = await client.get('/v1/profiles/year/inspection?missing=Bad&missing=9999');
    expect(await answered.json()).toMatchObject({ format: 'native', rows: 8760, faults: [] });
  });

  test('a scenario is stored once, changed only by who has seen it last, and found by its content', async () => {
    const created = await client.send('POST', '/v1/scenarios', campus.scenario);
    expect(created.status).toBe(201);
    const { id } = await told(created.clone());
    const seen = created.headers.get('etag')!;
    const again = await client.send('POST', '/v1/scenarios', campus.scenario);
    expect({ status: again.status, id: (await told(again)).id }).toEqual({ status: 200, id });

    const changed = { ...campus.scenario, discountRate: 0.06 };
    const self = `/v1/scenarios/${id}`;
    expect(await told(await client.send('PUT', self, changed))).toMatchObject({
      code: 'if-match.missing',
      status: 428,
    });
    const moved = await client.send('PUT', self, changed, { 'if-match': seen });
    expect(moved.status).toBe(200);
    expect(moved.headers.get('etag')).not.toBe(seen);
    const late = await client.send('PUT', self, campus.scenario, { 'if-match': seen });
    expect(await told(late)).toMatchObject({ code: 'scenario.changed', status: 412 });
    const now = (await (await client.get(self)).json()) as { document: unknown; profiles: Record<string, string> };
    expect(now.document).toEqual(changed);
    expect(Object.keys(now.profiles)).toEqual(['year']);

    const renamed = { ...changed, name: 'Tiny campus, corrected', description: 'Now with words.' };
    const current = moved.headers.get('etag')!;
    const answer = await client.send('PUT', self, renamed, { 'if-match': current });
    expect(await answer.clone().json()).toMatchObject({ name: renamed.name, document: renamed });
    expect(await told(await client.send('PUT', self, renamed, { 'if-match': current }))).toMatchObject({ status: 412 });
    const back = await client.send('PUT', self, changed, { 'if-match': answer.headers.get('etag')! });
    expect(((await back.json()) as { document: unknown }).document).toEqual(changed);
    // The same content in other words is another stored scenario, and in the same words the one that is there.
    const other = await client.send('POST', '/v1/scenarios', renamed);
    expect(other.status).toBe(201);
    expect(await told(await client.send('POST', '/v1/scenarios', renamed))).toMatchObject(await told(other));

    const run = await client.send('POST', '/v1/runs', { scenario: id });
    expect(await run.json()).toMatchObject({ status: 'queued', scenario: { name: 'Tiny campus' } });
  });

  if (kind !== onceOn) return;

  test('a name that belongs to other bytes is refused', async () => {
    const other = Buffer.from(campus.profile.toString().replace('# source: written by a test', '# source: another'));
    const answer = await client.upload({ file: other, name: 'year' });
    expect(await told(answer)).toMatchObject({ status: 409, code: 'profile.name-taken' });
  });

  test('a file that is no profile is refused with what is wrong with it', async () => {
    const answer = await client.upload({ file: Buffer.from('once upon a time\n'), name: 'tale' });
    expect(await told(answer)).toMatchObject({ status: 422, code: 'profile.invalid' });
    const lame = await client.upload({ name: 'nothing' });
    expect(await told(lame)).toMatchObject({ status: 400, issues: [{ where: 'file' }] });
    const path = await client.upload({ file: campus.profile, name: '../../etc/passwd' });
    expect(await told(path)).toMatchObject({ status: 400, issues: [{ where: 'name' }] });
  });

  test('files of the server cannot be named, whatever the path', async () => {
    const text = JSON.stringify(campus.scenario);
    for (const file of [
      '/etc/passwd',
      '../../../etc/passwd',
      'year.csv',
      'file:///etc/passwd',
      'x/../profile:year/..',
    ]) {
      const answer = await client.send('POST', '/v1/runs', `{"scenario":${text.replaceAll('profile:year', file)}}`);
      const problem = await told(answer);
      expect(problem).toMatchObject({ status: 400, code: 'scenario.invalid' });
      expect(problem.issues.map(({ where }) => where)).toEqual(['renewables[0].capacityFactor.file']);
      expect(problem.issues[0]!.problem).toContain('only stored profiles can be named here');
      expect(JSON.stringify(problem)).not.toContain('root:');
    }
  });

  test('a profile that nobody stored is told where it is named', async () => {
    const scenario = JSON.parse(JSON.stringify(campus.scenario).replaceAll('profile:year', 'profile:other')) as object;
    const verdict = (await (await client.send('POST', '/v1/scenarios/validate', scenario)).json()) as Told;
    expect(verdict).toMatchObject({ valid: false, issues: [{ where: 'renewables[0].capacityFactor.file' }] });
    const good = await client.send('POST', '/v1/scenarios/validate', campus.scenario);
    expect(await good.json()).toMatchObject({ valid: true, issues: [], warnings: [] });
    const battery = { name: 'Battery', technology: 'battery', durationHours: 4, committedMW: 20, committedMWh: 1000 };
    const idle = await client.send('POST', '/v1/scenarios/validate', { ...campus.scenario, storages: [battery] });
    expect(await idle.json()).toMatchObject({
      valid: true,
      issues: [],
      warnings: [{ code: 'scenario.unlikely', where: 'storages[0].committedMWh' }],
    });
  });

  test('unknown fields, wrong types and unknown parameters are refused, all at once', async () => {
    const body = { scenario: campus.scenario, study: 'guess', options: { relativeGap: '1e-6', gap: 1 }, typo: 1 };
    const problem = await told(await client.send('POST', '/v1/runs', body));
    expect(problem).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(problem.issues.map(({ where }) => where).sort()).toEqual([
      'options.gap',
      'options.relativeGap',
      'study',
      'typo',
    ]);
    expect(problem.issues.map(({ pointer }) => pointer)).toContain('/options/relativeGap');
    const twice = await told(await client.send('POST', '/v1/runs', '{"options":{"a/b":1,"a/b":2}}'));
    expect(twice.issues[0]).toMatchObject({ where: 'options."a/b"', pointer: '/options/a~1b' });
    const asked = await told(await client.get('/v1/runs?state=queued'));
    expect(asked).toMatchObject({ status: 400, issues: [{ code: 'request.unknown-field', where: 'state' }] });
    // A query is no document.
    expect(asked.issues[0]).not.toHaveProperty('pointer');
  });

  test('hundreds of phases, with storages or without, are refused by the bound before anything is solved', async () => {
    const phases = (count: number) =>
      Array.from({ length: count }, (_, p) => ({ name: `p${p}`, firstYear: 1900 + p, years: 1, itCapacityMW: 40 + p }));
    const storages = Array.from({ length: 50 }, (_, s) => ({ name: `s${s}`, technology: 'battery', durationHours: 4 }));
    const options = { timeLimitSeconds: 20 };
    for (const [count, more] of [
      [200, {}],
      [300, { storages }],
    ] as const) {
      const scenario = { ...campus.scenario, ...more, phases: phases(count) };
      const began = performance.now();
      const problem = await told(await client.send('POST', '/v1/runs', { scenario, options }));
      expect(problem).toMatchObject({
        status: 400,
        code: 'scenario.invalid',
        issues: [{ where: 'phases', problem: `${count} items are too many`, expected: 'Expected at most 50.' }],
      });
      // Once 109 and 230 s; a busy machine may take some.
      expect(performance.now() - began).toBeLessThan(20_000);
    }
  });

  test('what is no JSON, no known type or too much is refused as such', async () => {
    const json = { 'content-type': 'application/json' };
    expect(await told(await client.send('POST', '/v1/runs', '{"scenario":', json))).toMatchObject({ status: 400 });
    const xml = await client.send('POST', '/v1/runs', '<run/>', { 'content-type': 'application/xml' });
    expect(await told(xml)).toMatchObject({ status: 415, code: 'body.unsupported' });
    const large = await client.send('POST', '/v1/runs', `{"scenario":"${'x'.repeat(3 * 2 ** 20)}"}`, json);
    expect(await told(large)).toMatchObject({ status: 413, code: 'body.too-large' });
    const prototype = await client.send('POST', '/v1/runs', '{"__proto__":{"study":"plan"}}', json);
    expect(prototype.status).toBe(400);
    expect(await told(await client.get('/v2/runs'))).toMatchObject({ status: 404, code: 'not-found' });
  });

  const yaml = { 'content-type': 'application/yaml' };

  test('a scenario is sent and given as YAML, the same as JSON, in the order of the schema', async () => {
    const scenario = { ...campus.scenario, name: 'As YAML' };
    const created = await client.send('POST', '/v1/scenarios', `# a note\n${stringify(scenario)}`, yaml);
    expect(created.status).toBe(201);
    const { id } = await told(created);
    const self = `/v1/scenarios/${id}`;
    const given = await client.get(self, { accept: 'application/yaml' });
    expect(given.headers.get('content-type')).toBe('application/yaml; charset=utf-8');
    const text = await given.text();
    expect(text.split('\n').slice(0, 2)).toEqual(['name: As YAML', 'currency: EUR']);
    expect(parse(text)).toEqual(scenario);
    const saved = await client.get(`${self}?format=yaml`);
    expect(saved.headers.get('content-disposition')).toBe('attachment; filename="scenario.yaml"');
    expect(await saved.text()).toBe(text);
    const edited = text.replace('name: As YAML', 'name: Edited');
    const moved = await client.send('PUT', self, edited, { ...yaml, 'if-match': given.headers.get('etag')! });
    expect(await moved.json()).toMatchObject({ name: 'Edited', document: { ...scenario, name: 'Edited' } });
    const run = (await (await client.send('POST', '/v1/runs', { scenario: id })).json()) as RunDocument;
    expect(await (await client.get(run.links.scenario, { accept: 'application/yaml' })).text()).toBe(edited);
    const asked = stringify({ study: 'dispatch', scenario, options: UNSOLVED });
    const asYaml = await client.send('POST', '/v1/runs', asked, yaml);
    const submitted = { study: 'dispatch', scenario: { name: 'As YAML' }, options: UNSOLVED };
    expect(await asYaml.json()).toMatchObject(submitted);
    expect(Object.keys((await (await client.get(run.links.scenario)).json()) as object)[0]).toBe('name');
    expect((await client.get(self, { accept: 'text/html' })).status).toBe(406);
  });

  test('the service tells that it is ready and what it understands', async () => {
    expect(await (await client.get('/healthz')).json()).toEqual({ status: 'alive' });
    expect(await (await client.get('/readyz')).json()).toMatchObject({ status: 'ready', queue: 'ready' });
    expect(await (await client.get('/v1/schema')).json()).toMatchObject({ title: 'hourmatch scenario' });
    const description = (await (await client.get('/openapi.json')).json()) as { openapi: string; paths: object };
    expect(description.openapi).toBe('3.1.0');
    const { paths } = description as { paths: Record<string, Record<string, Described>> };
    const schedule = paths['/v1/runs/{id}/schedule']!.get!.responses;
    const formats = ['application/json', 'text/csv', 'application/vnd.apache.parquet'];
    expect(Object.keys(schedule['200']!.content)).toEqual(formats);
    expect(Object.keys(schedule['4XX']!.content)).toEqual(['application/problem+json']);
    expect(Object.keys(paths['/v1/profiles']!.post!.requestBody!.content)).toEqual(['multipart/form-data']);
    expect(await (await client.get('/docs/')).text()).toContain('swagger');
  });
});
