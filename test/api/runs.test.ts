import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Campus, tinyCampus } from './campus.ts';
import { type Client, startClient, submit } from './client.ts';
import { openStorePlace, type StorePlace, storeKinds } from './stores.ts';

describe.for(storeKinds)('on %s', (kind) => {
  let place: StorePlace;
  let client: Client;
  let campus: Campus;

  beforeAll(async () => {
    place = await openStorePlace(kind);
    client = await startClient(place);
    campus = await tinyCampus();
  });
  afterAll(async () => {
    await client[Symbol.asyncDispose]();
    await place[Symbol.asyncDispose]();
  });

  test('a run is accepted, solved and verified, and its result is given', async () => {
    const accepted = await submit(client, campus);
    expect(accepted).toMatchObject({
      status: 'queued',
      reused: false,
      study: 'plan',
      scenario: { name: 'Tiny campus' },
    });
    const run = await client.ended(accepted.id);
    expect(run).toMatchObject({ status: 'succeeded', answer: 'optimal', progress: 1 });
    const result = await (await client.get(run.links.result!)).json();
    expect(result).toMatchObject({ status: 'optimal', certificate: { verified: true }, scenario: run.scenario });
  });
});
