import { Command } from 'commander';
import { expect, test } from 'vitest';
import { answersIn, inspectionAnswers } from '../../api/schemas/profile.ts';
import { addImportOptions } from '../../src/cli/commands/profiles/import-options.ts';
import { addInspect } from '../../src/cli/commands/profiles/inspect.ts';
import type { Context } from '../../src/cli/context.ts';
import { futureOf } from '../../src/cli/options.ts';

test('an end is a day, from its beginning, or an instant, and in the future', () => {
  for (const text of ['2999-01-01', '2999-01-01T00:00Z', '2999-01-01T00:00:00Z']) {
    expect(futureOf(text).toISOString()).toBe('2999-01-01T00:00:00.000Z');
  }
  for (const text of ['2020-01-01', '2999-02-30', '2999-13-01', '2999-01-01T25:00Z', 'soon', '']) {
    expect(() => futureOf(text), text).toThrow(/Expected a day or an instant in the future/);
  }
});

/** Options that answer what a file leaves open, with the words they may be. */
const answersOf = ({ options }: Command, ...others: readonly string[]) =>
  Object.fromEntries(
    options
      .map((option) => [option.attributeName(), option.argChoices] as const)
      .filter(([name]) => !others.includes(name)),
  );

test('an inspection takes the same answers on the command line and over the API, and an import takes all of them', () => {
  const profiles = new Command();
  addInspect(profiles, {} as Context);
  const ofInspect = answersOf(profiles.commands[0]!, 'all', 'json');
  const ofQuery = Object.entries(inspectionAnswers.shape).map(([name, { def }]) => {
    const { innerType } = def;
    return [name, 'options' in innerType && name !== 'missing' ? innerType.options : undefined];
  });
  expect(Object.fromEntries(ofQuery)).toEqual(ofInspect);
  expect(answersOf(addImportOptions(new Command()))).toMatchObject(ofInspect);
  expect(answersIn(inspectionAnswers.parse({ missing: 'Bad' }))).toEqual({ missing: ['Bad'] });
  expect(answersIn(inspectionAnswers.parse({ missing: ['Bad', '9999'], step: '15' }))).toEqual({
    missing: ['Bad', '9999'],
    step: 15,
  });
  expect(answersIn({})).toBeUndefined();
});
