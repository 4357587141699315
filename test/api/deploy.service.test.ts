import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { told } from '../cli/in-process.ts';
import { repository, sourcesBelow } from '../fixtures/repository.ts';

interface Service {
  readonly image: string;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

const textOf = (file: string) => readFileSync(join(repository, 'api/deploy', file), 'utf8');
const compose = parse(textOf('compose.yaml'), { merge: true }) as { services: Readonly<Record<string, Service>> };
const ours = Object.values(compose.services).filter(({ image }) => image === 'hourmatch');
const inImage = [...textOf('Containerfile').matchAll(/^(?:ENTRYPOINT|CMD) (\[.*\])$/gm)].map(
  ([, words]) => JSON.parse(words!) as string[],
);

test('the commands of the containers and their options are those that there are', async () => {
  const commands = [...ours.map(({ command }) => command), inImage.at(-1)!];
  expect(commands.map(([name]) => name)).toEqual(['serve', 'worker', 'serve']);
  for (const name of ['serve', 'worker']) {
    const { stdout } = await told([name!, '--help']);
    const options = commands
      .filter(([own]) => own === name)
      .flatMap((words) => words.filter((word) => /^--/.test(word)));
    expect(options.length).toBeGreaterThan(0);
    for (const option of options) expect(stdout).toContain(`${option} <`);
  }
});

test('what the image copies and starts is there, and what it is told by the environment is asked for', () => {
  const copied = [...textOf('Containerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names]) =>
    names!.split(' '),
  );
  const packages = ['package.json', 'package-lock.json', '.npmrc'];
  expect(copied).toEqual([...packages, '.ci', 'src', 'api', 'tsconfig.json', ...packages, 'src', 'api', 'data']);
  const entry = inImage[0]![1]!.replace('/opt/hourmatch/', '');
  expect([...copied, entry].filter((name) => !existsSync(join(repository, name)))).toEqual([]);
  const code = sourcesBelow('src')
    .map((path) => readFileSync(join(repository, path), 'utf8'))
    .join();
  for (const name of Object.keys(ours[0]!.environment)) expect(code).toContain(`env.${name}`);
});
