import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ProfileError } from '../../src/errors.ts';
import { readIssuedForecasts } from '../../src/results/studies/read-issued-forecasts.ts';
import { plant, series, site } from '../fixtures/site.ts';

const scenario = site({ hours: 4, renewables: [plant('Coast', [0, 0, 0, 0]), plant('Desert', [0, 0, 0, 0])] });
const head = 'issued,for,Desert,Coast';
const row = (issued: number, valid: number, ...factors: number[]) =>
  [`2005-01-01T0${issued}:00Z`, `2005-01-01T0${valid}:00Z`, ...factors].join(',');

async function read(lines: readonly string[], wanted: readonly (readonly [number, number])[]) {
  const place = await mkdtemp(join(tmpdir(), 'hourmatch-issued-'));
  try {
    const file = join(place, 'issued.csv');
    await writeFile(file, lines.join('\n'));
    return await readIssuedForecasts(file, scenario, wanted);
  } finally {
    await rm(place, { recursive: true });
  }
}

const problemsOf = async (work: Promise<unknown>) => {
  const error = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof ProfileError)) throw error;
  return error.issues.map(({ line, problem }) => `${line}: ${problem}`);
};

test('a window is made with the latest issue before it, plants by name and in whatever order they stand', async () => {
  const lines = [
    head,
    row(0, 0, 0.1, 0.5),
    row(0, 1, 0.2, 0.6),
    row(0, 2, 0.3, 0.7),
    row(2, 2, 0.4, 0.8),
    row(2, 3, 0, 1),
  ];
  const { forecast, file, sha256 } = await read(lines, [
    [0, 2],
    [1, 3],
    [2, 4],
  ]);
  expect({ file, sha256 }).toEqual({ file: 'issued.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(forecast(1, 3)).toEqual([series(0.6, 0.7), series(0.2, 0.3)]);
  expect(forecast(2, 4)).toEqual([series(0.8, 1), series(0.4, 0)]);
});

test('what no issue knows, what is no hour and what no plant can make is told by its line', async () => {
  expect(await problemsOf(read([head, row(0, 0, 0, 0)], [[0, 2]]))).toEqual([
    '1: the window from 2005-01-01T00:00Z knows nothing of 2005-01-01T01:00Z',
  ]);
  expect(await problemsOf(read(['issued,for,Coast'], []))).toEqual(['1: no column Desert']);
  const wrong = [head, row(0, 0, 0, 1.1), '2005-01-01,2005-01-01T00:00Z,0,0', '2005-01-01T00:00Z,2005-01-01T00:00Z,,0'];
  expect(await problemsOf(read(wrong, []))).toEqual([
    '2: "1.1, 0"',
    '3: "2005-01-01" and "2005-01-01T00:00Z"',
    '4: "0, "',
  ]);
});
