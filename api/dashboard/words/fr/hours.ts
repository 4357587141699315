/** What is said about hours, in French. */

import type { Words } from '../en.ts';

export const hours: Pick<Words, 'hour'> = {
  hour: {
    series: 'Affiché',
    phase: 'Phase',
    weatherYear: 'Année météo',
    seriesNames: {
      matched: 'Part couverte, par heure',
      curtailed: 'Puissance écrêtée',
      stateOfCharge: 'Énergie stockée',
      price: 'Prix d’un MWh de plus',
      carbon: 'Carbone de l’énergie utilisée',
    },
    mapLabel:
      'Carte des heures d’une année, jours de gauche à droite, heures UTC de haut en bas. Les flèches déplacent, Entrée ouvre la semaine.',
    hint: 'Pointez une heure, ou déplacez-vous avec les flèches. Un clic ou Entrée montre sa semaine.',
    nearer: 'Plus près',
    further: 'Plus loin',
    wholeYear: 'Année entière',
    zoomHint: 'Touches + et −, ou Ctrl et la molette ; glisser pour avancer.',
    hintWeek: 'Pointez une heure, ou déplacez-vous avec les flèches.',
    absent: 'sans valeur',
    noneKnown: 'Aucune heure n’a de valeur.',
    allMatched: 'tout couvert',
    matchedHours: (matched, all, least) =>
      `${matched} heures sur ${all} sont couvertes en entier ; la moins couverte à ${least}.`,
    range: (mean, least, most) => `${mean} en moyenne, de ${least} à ${most}.`,
    hardWeeks: 'Semaines les plus dures',
    hardWeeksNote:
      'Celles où un MWh de charge de plus coûterait le plus, en moyenne. Elles décident de ce qu’il faut construire.',
    weekFrom: (stamp) => `Semaine du ${stamp}`,
    earlier: 'Semaine précédente',
    later: 'Semaine suivante',
    weekLabel: 'Production et charge par heure, MW',
    contentsLabel: 'Énergie stockée et travail en attente, MWh',
    load: 'Charge',
    layers: {
      grid: 'Import du réseau (non couvert)',
      exported: 'Export',
      charging: (name) => `Vers ${name}`,
      discharging: (name) => `De ${name}`,
      stored: (name) => `Dans ${name}`,
      waiting: (name) => `En attente : ${name}`,
    },
  },
};
