import { expect, test } from 'vitest';
import { tinyCampus } from './campus.ts';
import { uploadYear } from './client.ts';
import { startOpened } from './faulty.ts';
import { onceOn, openStorePlace } from './stores.ts';

test('more than the pool can take is told to come again, and what it took is answered', async () => {
  const campus = await tinyCampus();
  await using place = await openStorePlace(onceOn);
  await using opened = await startOpened(place, 0, { threads: 1, mostWaiting: 1 });
  await uploadYear(opened.client, campus);
  const validate = () => opened.client.send('POST', '/v1/scenarios/validate', campus.scenario);
  const answers = await Promise.all(Array.from({ length: 12 }, validate));
  const busy = answers.filter(({ status }) => status === 503);
  expect(answers.map(({ status }) => status).filter((status) => status !== 503 && status !== 200)).toEqual([]);
  expect(busy.length).toBeGreaterThan(0);
  expect(busy.length).toBeLessThan(answers.length);
  expect(busy[0]!.headers.get('retry-after')).toBe('5');
  expect(await busy[0]!.json()).toMatchObject({ code: 'server.busy' });
  expect((await validate()).status).toBe(200);
});
