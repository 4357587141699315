/** What each number is, in both languages; read only where somebody asks, so that the first view is small. */

import type { Question } from '../../parts/why.tsx';
import type { Language } from '../../state/location.ts';
import { keptIn } from '../../words/kept-in.ts';

interface Definitions {
  readonly close: string;
  readonly titles: Readonly<Record<Question['of'], (question: Question) => string>>;
  readonly texts: Readonly<Record<Question['of'], string>>;
  readonly equations: string;
  readonly inputs: string;
  readonly inputHeads: readonly string[];
  readonly fromScenario: string;
  readonly hours: string;
  readonly link: string;
  readonly permalink: string;
}

const where = ({ name, phase }: Question) => [name, phase].filter(Boolean).join(', ');

const en: Definitions = {
  close: 'Close',
  titles: {
    hourly: () => 'Matched by the hour',
    annual: () => 'Matched over the year',
    levelised: () => 'Cost of energy',
    total: () => 'Total cost',
    unmatchedHours: () => 'Unmatched hours',
    curtailed: () => 'Curtailed energy',
    load: () => 'Load',
    annualCost: () => 'Cost of a year',
    size: (question) => `What stands: ${where(question)}`,
    cost: (question) => `An item of cost: ${where(question)}`,
  },
  texts: {
    hourly:
      'The share of the load that renewables serve in the same hour: one less what is imported over what is used, hour by hour. Surplus of one hour never counts for another. Of several weather years and phases the lowest is told.',
    annual:
      'What renewables give over the year, less what storages lose and what is exported beyond it, as a share of the load. Hours do not count.',
    levelised:
      'What the plan still spends in a year, over the load of a year in MWh. Capital of committed plant is spent already, and not in it.',
    total:
      'The sum of all items of cost over all phases, each year discounted to the beginning of the first. It is recomputed from the hours, and proven from below by the duals.',
    unmatchedHours: 'Hours that import more than a ten-thousandth of the mean load of the year.',
    curtailed: 'What plants could have given and nobody took: available output less what was used, at the plants.',
    load: 'Power of the machines with overhead, hour by hour, as energy of the year. Work that may wait is in the hour in which it is done.',
    annualCost: 'The sum of all items of cost of a year of the phase, not discounted: capital as annuities.',
    size: 'What was committed and what the plan builds, less what has worn out by then. A size is as large as the cheapest plan needs it, between what is committed and the limit of its site.',
    cost: 'One item of the cost, recomputed from sizes and hours by code that shares nothing with the model.',
  },
  equations: 'Equations',
  inputs: 'Inputs',
  inputHeads: ['Where', 'Value', 'Source'],
  fromScenario: 'the scenario',
  hours: 'Hours behind it',
  link: 'Link',
  permalink: 'To this number of this run',
};

const fr: Definitions = {
  close: 'Fermer',
  titles: {
    hourly: () => 'Couvert heure par heure',
    annual: () => 'Couvert sur l’année',
    levelised: () => 'Coût de l’énergie',
    total: () => 'Coût total',
    unmatchedHours: () => 'Heures non couvertes',
    curtailed: () => 'Énergie écrêtée',
    load: () => 'Charge',
    annualCost: () => 'Coût d’une année',
    size: (question) => `Ce qui est en service : ${where(question)}`,
    cost: (question) => `Un poste de coût : ${where(question)}`,
  },
  texts: {
    hourly:
      'La part de la charge que les renouvelables servent dans la même heure : un moins ce qui est importé sur ce qui est utilisé, heure par heure. L’excédent d’une heure ne compte jamais pour une autre. De plusieurs années météo et phases, la plus basse est dite.',
    annual:
      'Ce que les renouvelables donnent sur l’année, moins les pertes des stockages et ce qui est exporté au-delà, en part de la charge. Les heures ne comptent pas.',
    levelised:
      'Ce que le plan dépense encore en un an, sur la charge d’un an en MWh. Le capital des centrales engagées est déjà dépensé et n’y est pas.',
    total:
      'La somme de tous les postes de coût de toutes les phases, chaque année actualisée au début de la première. Elle est recalculée à partir des heures et prouvée d’en bas par les valeurs duales.',
    unmatchedHours: 'Heures qui importent plus d’un dix-millième de la charge moyenne de l’année.',
    curtailed:
      'Ce que les centrales auraient pu donner et que personne n’a pris : production disponible moins production utilisée, aux centrales.',
    load: 'Puissance des machines et des auxiliaires, heure par heure, en énergie de l’année. Le travail qui peut attendre est dans l’heure où il est fait.',
    annualCost: 'La somme de tous les postes de coût d’une année de la phase, non actualisée : le capital en annuités.',
    size: 'Ce qui était engagé et ce que le plan construit, moins ce qui est usé. Une taille est aussi grande qu’il le faut au plan le moins cher, entre ce qui est engagé et la limite du site.',
    cost: 'Un poste du coût, recalculé à partir des tailles et des heures par un code qui ne partage rien avec le modèle.',
  },
  equations: 'Équations',
  inputs: 'Entrées',
  inputHeads: ['Où', 'Valeur', 'Source'],
  fromScenario: 'le scénario',
  hours: 'Les heures derrière',
  link: 'Lien',
  permalink: 'Vers ce nombre de ce calcul',
};

export const definitions: Readonly<Record<Language, Definitions>> = { en, fr: keptIn(fr) };
