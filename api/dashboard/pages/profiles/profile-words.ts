/** What is said about profiles, in both languages; read only where they are looked at. */

import type { Language } from '../../state/location.ts';
import { keptIn } from '../../words/kept-in.ts';

const en = {
  title: 'Profiles',
  detail:
    'Hours of sun, wind, load or prices, as CSV of any known format. A file is looked into when it comes; what it leaves open is asked, and answered where a scenario names it.',
  upload: 'Send a profile',
  file: 'File',
  name: 'Name in scenarios (the name of the file when left out)',
  send: 'Send',
  none: 'Nothing is stored yet.',
  heads: ['Profile', 'Format', 'First hour', 'Rows', 'Columns', 'Open questions'],
  synthetic: 'generated, not measured',
  detected: 'What was detected',
  facts: ['Format', 'Zone', 'A stamp names', 'From', 'To', 'Rows'],
  stampNames: { start: 'the start', middle: 'the middle', end: 'the end', sample: 'a sample', unstated: 'not stated' },
  questions: 'What the file leaves open',
  tried: 'Answers are tried here. Write them beside the file in a scenario:',
  again: 'Without answers',
  columns: 'Columns',
  columnHeads: ['Column', 'Quantity', 'Unit', 'Hours', 'Missing', 'Twice', 'Least', 'Mean', 'Most'],
  weeks: (name: string, absent: string) => `${name}: means of the weeks of the year; ${absent} weeks have none.`,
  weekHeads: ['Week', 'Mean', 'Hours without a row', 'Hours filled'],
  filled: (hours: string, told: string | undefined) =>
    `${hours} hours are filled as the scenario asks, drawn as frames${told === undefined ? '' : `; of the first ${told} stretches`}. What is hatched has no values.`,
  filledHours: 'Filled hours',
  filledHeads: ['From (UTC)', 'Hours', 'Filled by'],
  drawn: 'Drawn',
  noColumn: 'The file has no column of this name.',
  filledBy: (hours: string, fill: string) =>
    `${hours} hours are missing. What ${fill} reaches is filled so; what it does not reach is a fault.`,
  notFilled: (hours: string) =>
    `${hours} hours are missing and nothing fills them: write fill: linear:3h or same-hour-yesterday beside the file.`,
  gaps: 'Gaps',
  gap: (from: string, to: string, hours: string) => `${hours} hours from ${from} to ${to}`,
  noGaps: 'There are none.',
  warnings: 'Worth a second look',
  faults: 'With these answers it cannot be used',
};

type ProfileWords = typeof en;

const fr: ProfileWords = {
  title: 'Profils',
  detail:
    'Heures de soleil, de vent, de charge ou de prix, en CSV de tout format connu. Un fichier est examiné à son arrivée ; ce qu’il laisse ouvert est demandé, et répondu là où un scénario le nomme.',
  upload: 'Envoyer un profil',
  file: 'Fichier',
  name: 'Nom dans les scénarios (celui du fichier à défaut)',
  send: 'Envoyer',
  none: 'Rien n’est encore enregistré.',
  heads: ['Profil', 'Format', 'Première heure', 'Lignes', 'Colonnes', 'Questions ouvertes'],
  synthetic: 'généré, non mesuré',
  detected: 'Ce qui a été reconnu',
  facts: ['Format', 'Fuseau', 'Un horodatage nomme', 'De', 'À', 'Lignes'],
  stampNames: { start: 'le début', middle: 'le milieu', end: 'la fin', sample: 'un relevé', unstated: 'non indiqué' },
  questions: 'Ce que le fichier laisse ouvert',
  tried: 'Les réponses sont essayées ici. Écrivez-les à côté du fichier dans un scénario :',
  again: 'Sans réponses',
  columns: 'Colonnes',
  columnHeads: ['Colonne', 'Grandeur', 'Unité', 'Heures', 'Manquantes', 'En double', 'Minimum', 'Moyenne', 'Maximum'],
  weeks: (name, absent) => `${name} : moyennes des semaines de l’année ; ${absent} semaines n’en ont pas.`,
  weekHeads: ['Semaine', 'Moyenne', 'Heures sans ligne', 'Heures comblées'],
  filled: (hours, told) =>
    `${hours} heures sont comblées comme le scénario le demande, dessinées en cadres${told === undefined ? '' : ` ; celles des ${told} premiers intervalles`}. Ce qui est hachuré n’a pas de valeurs.`,
  filledHours: 'Heures comblées',
  filledHeads: ['De (UTC)', 'Heures', 'Comblé par'],
  drawn: 'Dessiné',
  noColumn: 'Le fichier n’a pas de colonne de ce nom.',
  filledBy: (hours, fill) =>
    `${hours} heures manquent. Ce que ${fill} atteint est comblé ainsi ; ce qu’il n’atteint pas est une erreur.`,
  notFilled: (hours) =>
    `${hours} heures manquent et rien ne les comble : écrire fill: linear:3h ou same-hour-yesterday à côté du fichier.`,
  gaps: 'Lacunes',
  gap: (from, to, hours) => `${hours} heures de ${from} à ${to}`,
  noGaps: 'Il n’y en a pas.',
  warnings: 'À vérifier',
  faults: 'Avec ces réponses il ne peut pas être utilisé',
};

export const profileWords: Readonly<Record<Language, ProfileWords>> = { en, fr: keptIn(fr) };

/** What a column is about, and what a file does not tell. */
export const quantityNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    capacityFactor: 'capacity factor',
    windSpeed: 'wind speed',
    windDirection: 'wind direction',
  },
  fr: {
    capacityFactor: 'facteur de charge',
    power: 'puissance',
    energy: 'énergie',
    irradiance: 'éclairement',
    windSpeed: 'vitesse du vent',
    windDirection: 'direction du vent',
    temperature: 'température',
    pressure: 'pression',
    price: 'prix',
    capacity: 'capacité',
    other: 'autre',
  },
};
