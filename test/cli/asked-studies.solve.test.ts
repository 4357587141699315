import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Operation } from '../../src/studies/operate/document.ts';
import { stampOfHour } from '../../src/time.ts';
import { expectReadme } from '../examples/readme-block.ts';
import { hourmatch, temporaryDirectory } from './hourmatch.ts';
import { told } from './in-process.ts';
import { writeTinyScenario } from './tiny-scenario.ts';

test('what would make a plan possible is told as the README shows it, and verified until it is altered', async () => {
  await using place = await temporaryDirectory();
  const at = { cwd: place.path };
  await writeTinyScenario(join(place.path, 'tiny'), [['wind, siteMaximumMW: 500', 'wind, siteMaximumMW: 60']]);
  const planned = await told(['optimise', 'tiny/scenario.yaml', '--no-baselines', '-o', 'planned'], at);
  expect(planned.code).toBe(2);
  expect(planned.stdout.replaceAll(/\s+/g, ' ')).toMatch(
    /possible: a target of 88\.33 %; or for EUR 21\.3 million Coast with a site maximum of 100\.\d MW\. $/,
  );
  expect(planned.stderr).toContain('hourmatch repair tiny/scenario.yaml');
  const { remedies } = JSON.parse(await readFile(join(place.path, 'planned', 'result.json'), 'utf8'));
  expect(remedies).toMatchObject({
    target: { needed: expect.closeTo(0.8833, 4) },
    cheapest: { beyond: [{ name: 'Coast', quantity: 'siteMaximumMW', present: 60 }] },
  });
  expect(await readFile(join(place.path, 'planned', 'report.html'), 'utf8')).toContain('make a plan possible');
  expect(await told(['verify', 'planned'], at)).toMatchObject({ code: 2, stderr: '' });
  expectReadme('repair tiny', await told(['repair', 'tiny/scenario.yaml', '-o', 'repaired'], at));
  const file = join(place.path, 'repaired', 'repair.json');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/"needed": 99\.9\d*|"needed": 100(\.\d*)?/, '"needed": 90'));
  const altered = await told(['verify', 'repaired'], at);
  expect(altered.code).toBe(3);
  // And nothing but that.
  expect(altered.stdout.match(/^ *(remedies|missing|events|cheapest|scenario|status|report)\b\S*/gm)).toEqual([
    expect.stringContaining('remedies[0].needed'),
  ]);
}, 300_000);

test('which sizes are certain is told as the README shows it, and is not verified where it was stopped', async () => {
  await using place = await temporaryDirectory();
  const at = { cwd: place.path };
  await writeTinyScenario(join(place.path, 'tiny'));
  const words = [
    'alternatives',
    'tiny/scenario.yaml',
    '--slack',
    '0.05',
    '--group',
    'plants=Coast,Desert',
    '-o',
    'choices',
  ];
  expectReadme('alternatives tiny', await told(words, at));
  const file = join(place.path, 'choices', 'alternatives.json');
  const whole = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...whole, unfinished: ['first: Coast'] }));
  // What was stopped is not solved again, and not called right.
  const stopped = await told(['verify', 'choices'], at);
  expect(stopped.code).not.toBe(0);
  expect(stopped.stdout.replaceAll(/\s+/g, ' ')).toContain('it was stopped before all of it was found out');
}, 300_000);

test('a plan by issued forecasts is told for its first days; what is stopped is kept as far as it is', async () => {
  await using place = await temporaryDirectory();
  const at = { cwd: place.path };
  const scenario = await writeTinyScenario(join(place.path, 'tiny'));
  expect(await told(['optimise', scenario, '--no-baselines', '-o', 'plan'], at)).toMatchObject({ code: 0 });
  // Wind from noon on, as it comes, and no sun: nobody needs it.
  const row = (issued: number, h: number) =>
    `2005-01-0${issued / 24 + 1}T00:00Z,${stampOfHour(2005, h)},${h % 24 >= 12 ? 0.6 : 0.1},0`;
  const rows = [0, 24].flatMap((issued) => Array.from({ length: 24 }, (_, k) => row(issued, issued + k)));
  await writeFile(join(place.path, 'issued.csv'), ['issued,for,Coast,Desert', ...rows].join('\n'));
  const words = ['operate', 'plan', '--window', '24', '--forecast', 'issued.csv'];
  const days = await told([...words, '--hours', '48', '--json'], at);
  expect(days.code).toBe(0);
  const { forecast, inputs, hoursDone } = JSON.parse(days.stdout) as Operation;
  expect({ hoursDone, file: inputs[0]!.file }).toEqual({ hoursDone: 48, file: 'issued.csv' });
  expect(forecast!.unmatchedMWh).toBeLessThan(1e-6);
  const more = await told(words, at);
  expect(more).toMatchObject({ code: 1, stdout: '' });
  expect(more.stderr).toContain('the window from 2005-01-03T00:00Z knows nothing of');

  expect(await told([...words, '--step', '48'], at)).toMatchObject({ code: 64, stdout: '' });

  let notes = 0;
  const stopped = await hourmatch(['operate', 'plan', '--step', '1', '--window', '24', '-o', 'stopped'], {
    cwd: place.path,
    onNote: (text, child) => {
      const before = notes;
      notes += text.match(/of \d+ solved/g)?.length ?? 0;
      if (before < 2 && notes >= 2) child.kill('SIGINT');
    },
    endsWithinMilliseconds: 60_000,
  });
  expect(stopped.code).toBe(130);
  expect(stopped.stderr).toContain('what was done by then is kept');
  const kept = JSON.parse(await readFile(join(place.path, 'stopped', 'operate.json'), 'utf8')) as Operation;
  expect(kept.hoursDone).toBeGreaterThan(0);
  expect(kept.hoursDone).toBeLessThan(8760);
  expect(kept.asked.hours).toBe(kept.hoursDone);
}, 300_000);
