import { expect, test } from 'vitest';
import { inFrench } from '../../api/dashboard/pages/profiles/french-file.ts';
import { quantityNames } from '../../api/dashboard/pages/profiles/profile-words.ts';
import { inspectPacked } from '../../src/profiles/inspection/inspect.ts';
import { exampleNamed, exampleNames } from '../profiles/bad-input/examples.ts';
import { meterWithoutZone } from './meter.ts';

/** Words that no French sentence has. */
const englishWords = /\b(the|is|are|and|with|which|where|rows?|hours?|line|header|missing|file|read)\b/;

const leftIn = (text: string) => {
  const told = inFrench(text);
  // What a file writes itself stays as it is.
  return told === undefined ? [text] : englishWords.test(told.replaceAll(/«.*?»/gs, '')) ? [told] : [];
};

const inspected = (name: string, rows?: number) => inspectPacked(exampleNamed(name, rows).bytes, `${name}.csv`);

test('what gave a file of any format away, what it leaves open and what is doubted of it is told in French', async () => {
  const left: string[] = [];
  const quantities = new Set<string>();
  let questions = 0;
  for (const name of exampleNames) {
    const short = await inspected(name, 500);
    const found = short.faults.length === 0 ? short : await inspected(name);
    expect(found.faults).toEqual([]);
    questions += found.questions.length;
    const told = [found.why, ...found.questions.map(({ question }) => question)];
    const doubts = found.warnings.filter(({ code }) => code !== 'noted').map(({ message }) => message);
    left.push(...[...told, ...doubts].flatMap(leftIn));
    for (const { quantity } of found.columns) quantities.add(quantity);
  }
  expect(exampleNames.length).toBeGreaterThan(15);
  expect(questions).toBeGreaterThan(5);
  expect(left).toEqual([]);
  expect([...quantities].filter((quantity) => !Object.hasOwn(quantityNames.fr, quantity))).toEqual([]);
});

test('numbers and signs are written as the French write them, and names of a file stay', async () => {
  const { why, questions, warnings } = await inspectPacked(Buffer.from(meterWithoutZone()), 'meter.csv');
  const french = (text: string) => inFrench(text)?.replaceAll('\u202f', ' ');
  expect(french(why)).toBe(
    'un tableau avec l’en-tête à la ligne 1, des lignes à partir de la ligne 2, «\u00a0;\u00a0» entre les cellules, et aucun format connu',
  );
  expect(questions.map(({ question }) => french(question)).at(-1)).toBe(
    'Quelle est la puissance nominale derrière Production\u00a0? Des facteurs de charge la demandent, une charge non.',
  );
  expect(warnings.map(({ message }) => french(message)).slice(0, 2)).toEqual([
    '200 heures manquent à partir de 2019-05-06T00:00',
    'de 2019-01-01T00:00 à 2019-07-03T07:00, 4 400 heures\u00a0: 4 360 heures de 2019 sont dehors',
  ]);
  expect(french('the rows are not, which is missing: it is hours read as file and it is')).toBeUndefined();
  expect(french('power: not one value')).toBe('power\u00a0: pas une seule valeur');
});

test('what a workbook in an archive holds is told with its place in French', () => {
  expect(inFrench('Which part is meant? The file is an archive of 12 files.')).toBe(
    'De quelle partie s’agit-il\u00a0? Le fichier est une archive de 12 fichiers.',
  );
  expect(inFrench('its comment lines say so; sheet "a" of a workbook in "b.xlsx" of an archive')).toBe(
    'ses lignes de commentaire le disent\u00a0; feuille "a" d’un classeur dans "b.xlsx" d’une archive',
  );
});
