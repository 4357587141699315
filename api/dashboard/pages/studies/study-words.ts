/** What is said about studies that are drawn, in both languages; read only where they are looked at. */

import type { Language } from '../../state/location.ts';
import { keptIn } from '../../words/kept-in.ts';

const en = {
  lastPercent: 'What the last per cent costs',
  alternatives: 'What else is nearly as good',
  ask: 'Ask for it',
  asks: {
    sweep:
      'Plans this scenario at a few targets from 90 to 100 % and proves a band of one per cent between them: as long as a few plans.',
    alternatives:
      'Looks for the least and the greatest of each size at 1, 2 and 5 % more than the least cost: some minutes for a large campus.',
  },
  looking: { sweep: 'Targets are being planned', alternatives: 'Ranges are being looked for' },
  open: 'Its page',
  cost: (of: string) => `Cost by ${of}`,
  target: 'target',
  curve: (of: string, solved: string, banded: string, from: string, to: string) =>
    `Cost by ${of}: ${solved} values solved and ${banded} proven to lie in a band, from ${from} to ${to}. All numbers are in the table.`,
  curveLegend:
    'Dots were solved. A bar holds the exact cost for certain; a pale one is open at one end. Lines join what is known: between the values nothing is proven.',
  points: 'What one more point of target costs',
  pointHeads: ['From', 'To', 'A point'],
  closed: (target: string) => `What the last step closes: unmatched at ${target}`,
  closedHeads: ['From (UTC)', 'Phase', 'Weather year', 'Hours', 'MWh'],
  ranges: 'Ranges of sizes',
  rangesOf: (sizes: string, must: string, slack: string) =>
    `Least and greatest of ${sizes} sizes at ${slack} more than the least cost; some of ${must} of them is in every plan. All numbers are in the table.`,
  rangeLegend: (slack: string) =>
    `One bar each for ${slack} more than the least cost, from the top. It goes from the least to the greatest that a plan was found with, the pale one as far as nothing is disproven; the stroke is the cheapest plan. Sizes of one unit share a scale.`,
  verdicts: { mustHave: 'must-have', choice: 'choice', open: 'not found out' },
  quantities: { capacityMW: '', powerCapacityMW: ', power', energyCapacityMWh: ', energy' },
  rangeHeads: [
    'Size',
    'Unit',
    'Verdict',
    'More than the least cost',
    'Cheapest',
    'Proven least',
    'Least',
    'Greatest',
    'Proven most',
  ],
};

type StudyWords = typeof en;

const fr: StudyWords = {
  lastPercent: 'Ce que coûte le dernier pour cent',
  alternatives: 'Ce qui est presque aussi bon',
  ask: 'Le demander',
  asks: {
    sweep:
      'Planifie ce scénario à quelques cibles de 90 à 100 % et prouve une bande d’un pour cent entre elles : le temps de quelques plans.',
    alternatives:
      'Cherche le minimum et le maximum de chaque taille à 1, 2 et 5 % de plus que le moindre coût : quelques minutes pour un grand campus.',
  },
  looking: { sweep: 'Planification des cibles', alternatives: 'Recherche des intervalles' },
  open: 'Sa page',
  cost: (of) => `Coût selon ${of}`,
  target: 'la cible',
  curve: (of, solved, banded, from, to) =>
    `Coût selon ${of} : ${solved} valeurs calculées et ${banded} prouvées dans une bande, de ${from} à ${to}. Tous les nombres sont dans le tableau.`,
  curveLegend:
    'Les points ont été calculés. Une barre contient à coup sûr le coût exact ; une barre pâle est ouverte d’un côté. Les lignes relient ce qui est connu : entre les valeurs rien n’est prouvé.',
  points: 'Ce que coûte un point de cible de plus',
  pointHeads: ['De', 'À', 'Un point'],
  closed: (target) => `Ce que ferme le dernier pas : non couvert à ${target}`,
  closedHeads: ['De (UTC)', 'Phase', 'Année météo', 'Heures', 'MWh'],
  ranges: 'Intervalles des tailles',
  rangesOf: (sizes, must, slack) =>
    `Minimum et maximum de ${sizes} tailles à ${slack} de plus que le moindre coût ; un peu de ${must} d’entre elles est dans tout plan. Tous les nombres sont dans le tableau.`,
  rangeLegend: (slack) =>
    `Une barre chacun pour ${slack} de plus que le moindre coût, depuis le haut. Elle va du minimum au maximum avec lesquels un plan a été trouvé, la pâle aussi loin que rien n’est exclu ; le trait est le plan le moins cher. Les tailles d’une unité ont une même échelle.`,
  verdicts: { mustHave: 'indispensable', choice: 'au choix', open: 'non établi' },
  quantities: { capacityMW: '', powerCapacityMW: ', puissance', energyCapacityMWh: ', énergie' },
  rangeHeads: [
    'Taille',
    'Unité',
    'Verdict',
    'De plus que le moindre coût',
    'Moins cher',
    'Minimum prouvé',
    'Minimum',
    'Maximum',
    'Maximum prouvé',
  ],
};

export const studyWords: Readonly<Record<Language, StudyWords>> = { en, fr: keptIn(fr) };
